package io.github.icatimgcif.conversion.overview;

/**
 * Whether something that all datasets need answers.
 *
 * @param name    {@code catalogue}, or the folder of a storage
 * @param answers false while it is asked only now and then
 * @param reason  why it does not; empty text if it does
 */
public record RemoteState(String name, boolean answers, String reason) {}
