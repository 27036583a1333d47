package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.adapter.minicbf.MiniHeader;
import io.github.icatimgcif.adapter.minicbf.MiniReadings;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The plain facts of a full CBF, each under its item of today, in the unit of the dictionary, digits as recorded. */
final class FullCbfReadings {

    /** Categories of one row, and what is read of them. */
    private static final List<String> ITEMS = List.of(
            "diffrn.crystal_id",
            "diffrn.ambient_temperature",
            "diffrn.ambient_environment",
            "exptl_crystal.id",
            "diffrn_source.facility",
            "diffrn_source.beamline",
            "diffrn_source.make",
            "diffrn_source.device",
            "diffrn_source.details",
            "diffrn_source.current",
            "diffrn_source.power",
            "diffrn_source.voltage",
            "diffrn_radiation.probe",
            "diffrn_radiation.type",
            "diffrn_radiation.monochromator",
            "diffrn_radiation.collimation",
            "diffrn_radiation.beam_flux",
            "diffrn_radiation.beam_width",
            "diffrn_detector.make",
            "diffrn_detector.description",
            "diffrn_detector.details",
            "diffrn_detector.dtime",
            "diffrn_detector.gain_setting",
            "diffrn_detector.layer_thickness",
            "diffrn_measurement.method",
            "diffrn_measurement.details",
            "diffrn_measurement.specimen_support");

    /** The same, one row an array. */
    private static final List<String> OF_ARRAYS = List.of(
            "array_intensities.linearity",
            "array_intensities.gain",
            "array_intensities.overload",
            "array_intensities.underload",
            "array_intensities.undefined_value");

    /** Counted from X or Y of the laboratory frame, which an imgCIF lays along the goniometer. */
    private static final List<String> IN_FRAME = List.of(
            "diffrn_radiation.polarizn_source_ratio", // without the direction it would be one along the default
            "diffrn_radiation.polarizn_source_norm",
            "diffrn_radiation.div_x_source",
            "diffrn_radiation.div_y_source");

    private static final String WAVELENGTH = "diffrn_radiation_wavelength";

    private final FullCbfFile file;
    private final FullCbfFrame frame;
    private final FullCbfBeam beam;
    private final Consumer<Finding> tell;
    private final List<Reading> readings = new ArrayList<>();

    /**
     * The facts of a file.
     *
     * @param frame its first frame
     * @param beam  with which its series was taken; of what is not known the file's own is read
     */
    FullCbfReadings(FullCbfFile file, FullCbfFrame frame, FullCbfBeam beam, Consumer<Finding> tell) {
        this.file = file;
        this.frame = frame;
        this.beam = beam;
        this.tell = tell;
    }

    List<Reading> read() {
        ITEMS.forEach(item -> add(item, rows(item)));
        OF_ARRAYS.forEach(item -> add(item, rows(item)));
        addOfSeries(WAVELENGTH + ".value", wavelength(), beam.wavelength());
        if (standsAlongX()) {
            IN_FRAME.forEach(item -> add(item, rows(item)));
        } else {
            warnOfFrame();
        }
        List<FullCbfRow> frames = file.header().rows("diffrn_scan_frame").stream()
                .filter(row -> row.text("frame_id").orElse("").equals(frame.id()))
                .toList();
        addOfSeries("diffrn_scan_frame.integration_time", frames, beam.exposure());
        List.of("date", "time_period").forEach(object -> add("diffrn_scan_frame." + object, frames));
        List<FullCbfRow> scans = file.header().rows("diffrn_scan").stream()
                .filter(row -> row.text("id").orElse("").equals(frame.scan()))
                .toList();
        List.of("date_start", "date_end", "integration_time", "time_period")
                .forEach(object -> add("diffrn_scan." + object, scans));
        addComments();
        return readings;
    }

    /** Detectors of Dectris write the lines of a miniCBF too, which say more of the sensor. */
    private void addComments() {
        MiniHeader comments = MiniHeader.parse(file.header().comments());
        if (comments.isUseful()) {
            readings.addAll(new MiniReadings(comments, file.header().file(), new Findings()).read());
        }
    }

    private List<FullCbfRow> rows(String item) {
        return file.header().rows(item.substring(0, item.indexOf('.')));
    }

    private void add(String item, List<FullCbfRow> rows) {
        String object = item.substring(item.indexOf('.') + 1);
        List<String> values = rows.stream()
                .flatMap(row -> row.text(object).stream())
                .distinct()
                .toList();
        if (values.size() > 1) {
            tell.accept(Finding.warning(
                    "_" + item,
                    "has several values, " + values.stream().limit(8).toList() + "; the first is used"));
        }
        values.stream()
                .findFirst()
                .ifPresent(value ->
                        readings.add(new Reading(Source.RAW_FILE, new SourceTerm(SourceTerm.IMGCIF, item), value)));
    }

    /** What the series says, unless the file says the same with digits of its own. */
    private void addOfSeries(String item, List<FullCbfRow> rows, Optional<BigDecimal> ofSeries) {
        String object = item.substring(item.indexOf('.') + 1);
        Optional<BigDecimal> ofFile =
                rows.stream().flatMap(row -> row.number(object).stream()).findFirst();
        Optional<BigDecimal> other = ofSeries.filter(
                value -> ofFile.filter(own -> own.compareTo(value) == 0).isEmpty());
        if (other.isPresent()) {
            readings.add(new Reading(
                    Source.RAW_FILE,
                    new SourceTerm(SourceTerm.IMGCIF, item),
                    other.get().toPlainString()));
        } else {
            add(item, rows);
        }
    }

    /** The one that the radiation points to, or else that of the greatest weight. */
    private List<FullCbfRow> wavelength() {
        List<FullCbfRow> candidates = FullCbfBeam.wavelengths(file.header());
        if (candidates.size() > 1) {
            tell.accept(Finding.warning(
                    "_" + WAVELENGTH + ".value",
                    "there are " + candidates.size() + " wavelengths; the one of the greatest weight is used"));
        }
        return FullCbfBeam.strongest(candidates).stream().toList();
    }

    /** Whether X and Y of the file are those that the imgCIF will have. */
    private boolean standsAlongX() {
        return file.goniometer().stream()
                .filter(FullCbfAxis::turns)
                .findFirst()
                .map(axis -> axis.direction().x() > 1 - 1e-9)
                .orElse(false);
    }

    private void warnOfFrame() {
        List<String> left = IN_FRAME.stream()
                .filter(item -> rows(item).stream()
                        .anyMatch(row ->
                                row.text(item.substring(item.indexOf('.') + 1)).isPresent()))
                .toList();
        if (!left.isEmpty()) {
            tell.accept(Finding.note(
                    "_" + left.get(0),
                    "left out with all of " + left + ": they are counted from X and Y of the file's frame, which is not"
                            + " that of a principal axis along X"));
        }
    }
}
