package io.github.icatimgcif.conversion;

import java.time.Instant;
import java.util.Optional;

/**
 * What a catalogue says of the publication of a dataset. An imgCIF depends on it: the DOI stands in it, and links for everybody
 * only once it is released.
 *
 * @param doi         DOI of the dataset or else of its investigation, if minted
 * @param releaseDate when the investigation becomes public; empty if not stated
 */
public record Publication(Optional<String> doi, Optional<Instant> releaseDate) {}
