package io.github.icatimgcif.conversion.statement;

import io.github.icatimgcif.provenance.SourceTerm;
import java.util.Optional;

/**
 * What somebody states.
 *
 * @param term under which name: an item ({@code stated:array_intensities.gain}) or a parameter ({@code parameter:MX_xBeam})
 * @param text the value with the digits it was given
 * @param unit the word for its unit; empty if it has none
 */
public record StatedFact(SourceTerm term, String text, Optional<String> unit) {}
