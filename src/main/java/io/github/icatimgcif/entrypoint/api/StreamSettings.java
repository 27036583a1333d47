package io.github.icatimgcif.entrypoint.api;

import java.time.Duration;

/**
 * How much downloads that are made while they are sent may take.
 *
 * @param atOnce        bundles and imgCIFs with other links at the same time; further ones are sent away
 * @param exportsAtOnce exports of frames at the same time, each of which holds an image
 * @param mostFrames    frames that one request may ask for
 * @param stalled       how long an asker may take nothing before his download is broken off
 */
public record StreamSettings(int atOnce, int exportsAtOnce, int mostFrames, Duration stalled) {}
