package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which beamline a dataset was taken at, and how it was then. The name in the raw file counts first, then the place where the
 * detector stands, then the announced name: a session may be announced for the beamline for which it was scheduled.
 */
final class BeamlineSearch {

    private static final String SUBJECT = "_diffrn_source.beamline";

    private final BeamlineKnowledge beamlines;
    private final Readings readings;
    private final List<Finding> findings;
    private final Optional<LocalDate> date;

    /**
     * @param beamlines what is known
     * @param readings  what all sources say of the dataset
     * @param findings  where contradictions are told, and that nothing is known
     */
    BeamlineSearch(BeamlineKnowledge beamlines, Readings readings, List<Finding> findings) {
        this.beamlines = beamlines;
        this.readings = readings;
        this.findings = findings;
        this.date = date(readings);
    }

    /** The beamline as it was set up for this dataset. */
    Optional<BeamlinePeriod> of(StoredDataset dataset) {
        String announcedName = BeamlineName.announced(dataset, readings);
        List<String> namesInRawFile = BeamlineName.inRawFile(readings);
        Optional<BeamlinePeriod> inRawFile =
                namesInRawFile.stream().flatMap(name -> named(name).stream()).findFirst();
        Optional<BeamlinePeriod> announced = named(announcedName);
        Optional<BeamlinePeriod> byDetector = byDetector();
        Optional<BeamlinePeriod> found = inRawFile
                .or(() -> byDetector.filter(BeamlinePeriod::hasName))
                .or(() -> announced)
                .or(() -> byDetector);
        if (found.isEmpty()) {
            findings.add(Finding.note(
                    "beamline", unknown(namesInRawFile.stream().findFirst().orElse(announcedName))));
        }
        if (inRawFile.isEmpty() && found.isPresent() && found.equals(byDetector)) {
            findings.add(Finding.note(
                    "beamline",
                    "the raw file names no beamline that is known; taken for "
                            + found.get().title() + ", where its detector ("
                            + DetectorSerialNumber.in(readings).orElse("") + ") stands"));
        }
        found.ifPresent(period -> announced.ifPresent(other -> tellConflict(period, other, inRawFile.isPresent())));
        // Detectors are lent and sold: a serial number alone, without the name of the beamline, does not overrule a
        // file.
        boolean isNamed = inRawFile.isPresent()
                || announced.isPresent() && announced.map(BeamlinePeriod::name).equals(found.map(BeamlinePeriod::name));
        return found.map(period ->
                        period.as(term -> readings.first(term.toString()).map(Reading::text)))
                .map(period -> isNamed ? period : period.believingFiles());
    }

    private String unknown(String name) {
        return name.isEmpty()
                ? "no source names the beamline, and no beamline file has its detector"
                : "nothing is known of beamline '" + name + "' on "
                        + date.map(LocalDate::toString).orElse("an unknown date");
    }

    private Optional<BeamlinePeriod> named(String name) {
        return name.isEmpty() ? Optional.empty() : beamlines.at(name, Optional.empty(), date);
    }

    private Optional<BeamlinePeriod> byDetector() {
        Optional<String> serial = DetectorSerialNumber.in(readings);
        List<BeamlinePeriod> places =
                serial.map(text -> beamlines.bySerialNumber(text, date)).orElse(List.of());
        if (places.size() > 1) {
            findings.add(Finding.warning(
                    "beamline",
                    "the beamline files have the detector " + serial.orElse("") + " at "
                            + places.stream().map(BeamlinePeriod::title).collect(Collectors.joining(" and at "))
                            + " on the same day; none of them is believed, correct the periods"));
        }
        return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
    }

    private void tellConflict(BeamlinePeriod found, BeamlinePeriod announced, boolean byName) {
        if (!announced.name().equals(found.name())) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "conflict: the raw file was written at " + found.name()
                            + (byName ? "" : ", where its detector stands")
                            + ", the dataset was announced for " + announced.name() + "; the raw file is used"));
        }
    }

    private static Optional<LocalDate> date(Readings readings) {
        return Stream.of(
                        "nxmx:start_time",
                        "imgcif:diffrn_scan.date_start",
                        "imgcif:diffrn_scan_frame.date",
                        "minicbf:date",
                        "smv:DATE",
                        "eiger:start_time",
                        "parameter:startDate",
                        "dataset:startDate")
                .flatMap(term -> readings.first(term).stream())
                .flatMap(reading -> RecordedDate.read(reading.text()).stream())
                .map(recorded -> recorded.local().toLocalDate())
                .findFirst();
    }
}
