package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provenance of a value as the journal stores it. */
record ProvenanceJson(
        String item,
        String value,
        String source,
        String term,
        String text,
        @Nullable String unit) {

    static ProvenanceJson of(Provenance provenance) {
        Reading reading = provenance.reading();
        return new ProvenanceJson(
                StorableText.of(provenance.item()),
                StorableText.of(provenance.value()),
                reading.source().name(),
                StorableText.of(reading.term().toString()),
                StorableText.of(reading.text()),
                reading.unit().map(StorableText::of).orElse(null));
    }

    Provenance toProvenance() {
        return new Provenance(
                item,
                value,
                new Reading(Source.valueOf(source), SourceTerm.parse(term), text, Optional.ofNullable(unit)));
    }
}
