package io.github.icatimgcif.conversion;

import java.time.Duration;

/**
 * Work that comes back, done by one of all services at a time.
 *
 * @param name  its name, the same in all services and for ever
 * @param every how long after its end it is due again
 * @param work  what is to be done; may throw, which is told and tried again when it is due
 */
public record Chore(String name, Duration every, Runnable work) {}
