package io.github.icatimgcif.entrypoint.sweep;

import java.time.Duration;

/**
 * How the catalogue is swept.
 *
 * @param full      how long after the beginning of one pass over all datasets the next one begins
 * @param firstId   datasets with lower ids are never looked at
 * @param lookBack  so many ids before the newest known one are looked at again each time: one that was given earlier may appear
 *                  later
 * @param range     so many ids one question is about
 * @param page      so many datasets one question may give
 * @param questions so many questions are asked in one round at most
 * @param inLine    while so many datasets wait to be converted, no more are announced
 */
public record SweepSettings(
        Duration full, long firstId, long lookBack, long range, int page, int questions, int inLine) {}
