package io.github.icatimgcif.conversion.access;

/**
 * Whose session it is.
 *
 * @param name as the catalogue knows him: {@code simple/alice}
 */
public record SessionUser(String name) {}
