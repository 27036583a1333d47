package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.ElementType;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects single facts of a master as readings of one vocabulary, with digits and unit as recorded. */
public final class FactReadings {

    private final Hdf5File file;
    private final String vocabulary;
    private final List<Reading> readings = new ArrayList<>();

    /** Facts of {@code file}, each named in {@code vocabulary}. */
    public FactReadings(Hdf5File file, String vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    /** The first number or text at the first of these paths that has one. */
    public void add(String name, String... paths) {
        for (String path : paths) {
            Optional<Reading> reading = file.at(path).flatMap(Fields::dataset).flatMap(field -> reading(name, field));
            if (reading.isPresent()) {
                readings.add(reading.get());
                return;
            }
        }
    }

    /** All that were found, in the order they were asked for. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    private Optional<Reading> reading(String name, Hdf5Dataset field) {
        SourceTerm term = new SourceTerm(vocabulary, name);
        if (field.type().kind() == ElementType.Kind.TEXT) {
            return field.text()
                    .filter(text -> !text.isBlank())
                    .map(text -> new Reading(Source.RAW_FILE, term, text.strip()));
        }
        return field.numbers()
                .first()
                .map(number -> new Reading(Source.RAW_FILE, term, number.toString(), Fields.unitWord(field)));
    }
}
