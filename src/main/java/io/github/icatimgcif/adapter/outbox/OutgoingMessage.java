package io.github.icatimgcif.adapter.outbox;

import io.github.icatimgcif.conversion.trail.Trail;

/**
 * A message that is to leave.
 *
 * @param id   its name, which never changes and no other message has: by it who gets the message twice can tell
 * @param key  what it is about, the location of a raw dataset; messages of one key leave in their order
 * @param body the message
 * @param trail by what it is followed
 */
public record OutgoingMessage(String id, String key, String body, Trail trail) {}
