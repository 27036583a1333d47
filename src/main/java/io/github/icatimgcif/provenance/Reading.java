package io.github.icatimgcif.provenance;

import java.util.Optional;

/**
 * What one source says under one name, as it was recorded.
 *
 * @param source which kind of source, that is how far it is trusted
 * @param term   under which name
 * @param text   the value with its digits as recorded
 * @param unit   the word for its unit as recorded; empty if the source gives none
 */
public record Reading(Source source, SourceTerm term, String text, Optional<String> unit) {

    /** A reading whose unit is not stated. */
    public Reading(Source source, SourceTerm term, String text) {
        this(source, term, text, Optional.empty());
    }
}
