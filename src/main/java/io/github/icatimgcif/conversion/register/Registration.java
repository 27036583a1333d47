package io.github.icatimgcif.conversion.register;

/**
 * The place of an imgCIF in the catalogue.
 *
 * @param datasetId id of the dataset that stands for the imgCIF
 * @param name      its name
 * @param existed   whether it was there already, complete, with the same content
 */
public record Registration(long datasetId, String name, boolean existed) {}
