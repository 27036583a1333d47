package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Raw files of 2019 and before, and Dectris servers, record the clock of the wall; a time zone may stand beside it. */
final class DatesWithoutZone implements ParameterTrap {

    private static final SourceTerm TIME_ZONE = new SourceTerm(SourceTerm.NXMX, "instrument/time_zone");

    private static final Set<String> DATES = Set.of("start_time", "end_time", "end_time_estimated");

    @Override
    public Corrected correct(List<Reading> readings) {
        Optional<ZoneId> zone = readings.stream()
                .filter(reading -> reading.term().equals(TIME_ZONE))
                .flatMap(reading -> zone(reading.text()).stream())
                .findFirst();
        List<Reading> kept = new ArrayList<>(readings.size());
        List<Finding> findings = new ArrayList<>();
        for (Reading reading : readings) {
            Optional<RecordedDate> date = isRawDate(reading) ? RecordedDate.read(reading.text()) : Optional.empty();
            if (date.isEmpty() || date.get().offset().isPresent()) {
                kept.add(reading);
            } else if (zone.isPresent()) {
                String text = date.get()
                        .in(zone.get().getRules().getOffset(date.get().local()))
                        .text();
                kept.add(new Reading(reading.source(), reading.term(), text, reading.unit()));
            } else {
                kept.add(reading);
                findings.add(Finding.warning(
                        reading.term().toString(),
                        "states no time zone: " + reading.text() + "; written as local time without a zone"));
            }
        }
        return new Corrected(kept, findings);
    }

    private static boolean isRawDate(Reading reading) {
        return reading.source() == Source.RAW_FILE
                && DATES.contains(reading.term().name());
    }

    /** {@code +01:00}, {@code Z} or {@code Europe/Paris}; empty if it is none of these. */
    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (DateTimeException noZone) {
            return Optional.empty(); // "local", "CEST": says nothing that can be relied on
        }
    }
}
