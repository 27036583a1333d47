package io.github.icatimgcif.entrypoint.api;

import java.time.Duration;

/**
 * How downloads wait.
 *
 * @param longestWait how long one may wait for its imgCIF
 * @param mostWaiting how many may wait
 */
public record DownloadSettings(Duration longestWait, int mostWaiting) {}
