package io.github.icatimgcif.wiring;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much downloads may take that are made while they are sent. */
public interface DownloadsConfig {

    /** Bundles and imgCIFs with other links at the same time. */
    @WithDefault("50")
    int atOnce();

    /** Exports of frames at the same time. */
    @WithDefault("2")
    int exportsAtOnce();

    /** Frames that one request may ask for. */
    @WithDefault("100")
    int mostFrames();

    /** How long somebody may take nothing of his download before it is broken off. */
    @WithDefault("60s")
    Duration stalled();
}
