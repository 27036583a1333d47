package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;

/** What a finding calls a source. */
final class SourceWords {

    private SourceWords() {}

    static String of(Reading reading) {
        String source =
                switch (reading.source()) {
                    case RAW_FILE -> "raw file";
                    case METADATA_FILE -> "metadata.json";
                    case EVENT -> "event";
                    case CATALOGUE -> "catalogue";
                    case PERSON -> "stated by a person";
                    case BEAMLINE -> "beamline knowledge";
                    case PROCESSING -> "processing of the data";
                    case SERVICE -> "this service";
                };
        return source + ", " + reading.term();
    }
}
