package io.github.icatimgcif.adapter.outbox;

import java.time.Duration;

/**
 * How messages are sent.
 *
 * @param polling      how long a message may go unnoticed
 * @param batch        messages that are sent at once
 * @param firstDelay   wait before a message is sent the second time
 * @param longestDelay longest wait between two tries
 */
public record RelaySettings(Duration polling, int batch, Duration firstDelay, Duration longestDelay) {}
