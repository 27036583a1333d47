package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Description;

/**
 * What is needed to try what a conversion would make, and to change nothing.
 *
 * @param description the stages that change nothing, without a catalogue
 * @param roots       the folders below which data are read
 */
public record Trial(Description description, DataRoots roots) {}
