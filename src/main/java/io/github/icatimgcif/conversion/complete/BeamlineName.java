package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which beamline the data were taken at: the one really used before the one for which the session was scheduled. */
final class BeamlineName {

    private static final List<String> REALLY_USED = List.of("actualInstrument", "__actualInstrument", "beamline_name");

    private static final List<String> ANNOUNCED = List.of("instrument", "beamlineID", "scheduled_beamline_name");

    private BeamlineName() {}

    /** The announced name; empty text if there is none. */
    static String announced(StoredDataset dataset, Readings readings) {
        return Stream.of(
                        parameter(readings, REALLY_USED),
                        dataset.beamline().filter(name -> !MissingWords.isMissing(name)),
                        parameter(readings, ANNOUNCED))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** What the raw file calls the instrument: its name and its short name, of which one may be that of the facility. */
    static List<String> inRawFile(Readings readings) {
        return Stream.of(
                        "nxmx:instrument/name",
                        "nxmx:instrument/short_name",
                        "imgcif:diffrn_source.beamline",
                        "imgcif:diffrn_source.make")
                .flatMap(term -> readings.first(term).stream())
                .map(Reading::text)
                .toList();
    }

    /** The name of a beamline of which nothing else is known, as whoever gives it writes it. */
    static List<Reading> asStated(StoredDataset dataset, Readings readings) {
        SourceTerm name = new SourceTerm(SourceTerm.BEAMLINE, "name");
        Optional<Reading> raw =
                inRawFile(readings).stream().findFirst().map(text -> new Reading(Source.RAW_FILE, name, text));
        String announced = announced(dataset, readings);
        return Stream.concat(
                        raw.stream(),
                        Stream.of(announced)
                                .filter(text -> !text.isEmpty())
                                .map(text -> new Reading(Source.EVENT, name, text)))
                .toList();
    }

    private static Optional<String> parameter(Readings readings, List<String> names) {
        return readings.parameter(names.toArray(String[]::new)).map(Reading::text);
    }
}
