package io.github.icatimgcif.conversion;

/**
 * How a worker leaves a dataset.
 *
 * @param conversion what came of it
 * @param state      where the dataset stands now
 * @param cause      why, for a person; empty text if there is nothing to say
 * @param toBeTried  whether it is to be tried again without another announcement
 * @param ourFailure whether an error of this service ended it
 */
public record Ending(Conversion conversion, DatasetState state, String cause, boolean toBeTried, boolean ourFailure) {}
