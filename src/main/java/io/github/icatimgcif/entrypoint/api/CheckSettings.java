package io.github.icatimgcif.entrypoint.api;

import java.time.Duration;

/**
 * How much a check over HTTP may take.
 *
 * @param largest           bytes of an uploaded file, as it is sent
 * @param largestUnpacked   bytes of it, once unpacked
 * @param largestElsewhere  bytes of the body of any other request
 * @param atOnce            checks at the same time; further ones are sent away
 * @param longest           how long a check may take, the upload included
 * @param keptBytes         bytes of values that a check may hold in memory, as {@code CifLimits} counts them
 */
public record CheckSettings(
        long largest, long largestUnpacked, long largestElsewhere, int atOnce, Duration longest, long keptBytes) {}
