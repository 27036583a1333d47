package io.github.icatimgcif.conversion.access;

import io.github.icatimgcif.dataset.StoredDataset;

/**
 * A dataset that the catalogue has.
 *
 * @param announcement as an event would have announced it
 * @param processed    whether it was made from other datasets, so that no imgCIF is made of it
 */
public record ListedDataset(StoredDataset announcement, boolean processed) {}
