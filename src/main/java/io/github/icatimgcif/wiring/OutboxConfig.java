package io.github.icatimgcif.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What leaves the service, and how. */
@ConfigMapping(prefix = "imgcif.outbox")
public interface OutboxConfig {

    /** Whether an event tells of each imgCIF that was registered. */
    @WithDefault("true")
    boolean resultEvents();

    /** How long a message may go unnoticed. */
    @WithDefault("1s")
    Duration polling();

    /** Messages that are sent at once. */
    @WithDefault("100")
    int batch();

    /** Wait before a message is sent the second time. */
    @WithDefault("1s")
    Duration firstDelay();

    /** Longest wait between two tries. */
    @WithDefault("1m")
    Duration longestDelay();

    /** How long a message may wait until the service calls itself not ready. */
    @WithDefault("15m")
    Duration alarmAfter();

    /** How long messages that left are kept. */
    @WithDefault("7d")
    Duration keep();
}
