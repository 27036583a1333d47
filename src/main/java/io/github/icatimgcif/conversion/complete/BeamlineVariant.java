package io.github.icatimgcif.conversion.complete;

/**
 * How a beamline was set up for some of the datasets of a period ({@code plate}: crystals in a plate instead of a loop).
 *
 * @param name what people call it, for messages
 * @param when which datasets it is about
 * @param state the beamline in this set-up, everything included; has no variants of its own
 */
public record BeamlineVariant(String name, ReadingCondition when, BeamlinePeriod state) {}
