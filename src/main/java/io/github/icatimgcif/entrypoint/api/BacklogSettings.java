package io.github.icatimgcif.entrypoint.api;

/**
 * What an order of a backlog need not say.
 *
 * @param concurrency datasets under way at a time
 */
public record BacklogSettings(int concurrency) {}
