package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.image.Images;

/**
 * What the commands need of the world outside.
 *
 * @param conversion makes the stages of a conversion
 * @param knowledge  what a facility edits
 * @param web        what a check may ask over the network
 * @param images     reads the images that an imgCIF links to
 */
public record Outside(LocalConversion conversion, LocalKnowledge knowledge, CheckNetwork web, Images images) {}
