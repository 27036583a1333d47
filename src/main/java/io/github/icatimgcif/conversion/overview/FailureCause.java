package io.github.icatimgcif.conversion.overview;

import io.github.icatimgcif.conversion.DatasetState;

/**
 * Why conversions ended without an imgCIF.
 *
 * @param state    how they ended: {@code REFUSED} or {@code FAILED}
 * @param cause    why, with {@code ...} for what differs from dataset to dataset, as paths
 * @param datasets how many datasets
 * @param example  location of one of them, the last
 */
public record FailureCause(DatasetState state, String cause, long datasets, String example) {}
