package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts to which NeXus adds an offset before it multiplies them. The gain of imgCIF divides the counts as they are, and its
 * {@code linearity scaling_offset} multiplies before it adds and leaves open whether it makes the stored counts or undoes them.
 */
final class OffsetCounts implements ParameterTrap {

    private static final SourceTerm OFFSET = SourceTerm.parse("nxmx:data/data_offset");

    private static final SourceTerm FACTOR = SourceTerm.parse("nxmx:data/data_scaling_factor");

    @Override
    public Corrected correct(List<Reading> readings) {
        Optional<Reading> offset = readings.stream()
                .filter(reading -> reading.term().equals(OFFSET))
                .filter(reading -> RecordedNumber.read(reading.text())
                        .filter(number -> number.signum() != 0)
                        .isPresent())
                .findFirst();
        if (offset.isEmpty()) {
            return new Corrected(readings, List.of());
        }
        List<Reading> left = new ArrayList<>(readings);
        left.removeIf(reading -> reading.term().equals(FACTOR));
        return new Corrected(
                left,
                List.of(Finding.warning(
                        "_array_intensities.gain",
                        "by " + SourceWords.of(offset.get()) + " "
                                + offset.get().text()
                                + " must be added to each count of the images before it is multiplied, which no item of imgCIF"
                                + " says without doubt; neither the offset nor the factor is written: whoever uses the"
                                + " images has to take both from the raw file")));
    }
}
