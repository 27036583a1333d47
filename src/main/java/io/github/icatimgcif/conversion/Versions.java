package io.github.icatimgcif.conversion;

/**
 * By what a conversion was made.
 *
 * @param service    version of this service
 * @param mapping    version of the mapping files
 * @param dictionary version of the imgCIF dictionary
 */
public record Versions(String service, String mapping, String dictionary) {}
