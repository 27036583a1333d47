package io.github.icatimgcif.conversion.register;

/**
 * A registration on its way to others: the message that asks for it.
 *
 * @param name     name of the dataset that it asks for
 * @param location its location
 * @param content  a mark of what is registered, which changes with the imgCIF and its place
 * @param number   how many messages of this content there are with this one
 * @param message  the message
 */
public record Handover(String name, String location, String content, int number, String message) {}
