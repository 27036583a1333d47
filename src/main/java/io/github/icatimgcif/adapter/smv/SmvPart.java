package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.adapter.files.HeaderSurvey.Series;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What SMV images that are numbered without a gap say. */
final class SmvPart {

    /** Seen from the sample towards the source the rows run to the right and down; McStas frame. */
    private static final Vector3 FAST = new Vector3(-1, 0, 0);

    private static final Vector3 SLOW = new Vector3(0, -1, 0);

    /** The spindle points along the rows, as MOSFLM and dxtbx (FormatSMVADSC) take it for ADSC detectors; McStas frame. */
    private static final Vector3 SPINDLE = new Vector3(-1, 0, 0);

    private static final int MOST_PIXELS = 100_000;

    private static final Map<String, Integer> BITS = Map.of(
            "unsigned_short", 16, "unsigned_int", 32, "unsigned_long", 32, "signed_long", -32, "long_integer", -32);

    private final Series<SmvHeader> series;
    private final List<Finding> findings;
    private final SmvHeader header;

    SmvPart(Series<SmvHeader> series, List<Finding> findings) {
        this.series = series;
        this.findings = findings;
        this.header = series.headers().values().iterator().next();
    }

    /** The part; empty if it cannot be described, which the findings say. */
    Optional<RawPart> read() {
        String name = series.names().template() + " " + series.names().ranges().get(0);
        Optional<Integer> fast = size("SIZE1");
        Optional<Integer> slow = size("SIZE2");
        if (!header.isWhole() || fast.isEmpty() || slow.isEmpty()) {
            return refused("the header has no closing brace, or no SIZE1 and SIZE2 from 1 to " + MOST_PIXELS);
        }
        Optional<String> vectors = header.keyOfVectors();
        if (vectors.isPresent()) {
            return refused(
                    "is an SMV of Rigaku, CrysAlis or d*TREK (key " + vectors.get() + "), whose axes are vectors that"
                            + " this version does not read: convert the images to CBF with the geometry in the header");
        }
        Optional<Map.Entry<Integer, SmvHeader>> other = series.headers().entrySet().stream()
                .filter(entry -> !entry.getValue().isSameSetup(header))
                .findFirst();
        if (other.isPresent()) {
            return refused("the header of " + series.names().name(other.get().getKey())
                    + " states another detector, distance or wavelength than that of "
                    + series.names().name(series.headers().firstKey()) + ": give them as datasets of their own");
        }
        Optional<String> unreadable = unreadable();
        if (unreadable.isPresent()) {
            return refused(unreadable.get());
        }
        notes();
        String axis = header.text("AXIS").orElse("phi").toLowerCase(Locale.ROOT);
        return new SmvScan(series, axis, findings)
                .read()
                .map(scan -> new RawPart(
                        name,
                        detector(fast.get(), slow.get()),
                        goniometer(scan, axis),
                        List.of(scan),
                        BITS.getOrDefault(header.text("TYPE").orElse("").toLowerCase(Locale.ROOT), 0),
                        readings()));
    }

    /** An angle that cannot be read must not be taken for zero. */
    private Optional<String> unreadable() {
        for (Map.Entry<Integer, SmvHeader> entry : series.headers().entrySet()) {
            for (String key : List.of("OSC_START", "OSC_RANGE", "TWOTHETA")) {
                Optional<String> text = entry.getValue().text(key);
                if (text.isPresent() && entry.getValue().number(key).isEmpty()) {
                    return Optional.of("the header of " + series.names().name(entry.getKey()) + " states '" + text.get()
                            + "' for " + key + ", which is no angle");
                }
            }
        }
        return Optional.empty();
    }

    private void notes() {
        if (!series.strangers().isEmpty()) {
            findings.add(Finding.warning(
                    series.names().template(),
                    series.strangers().size() + " files of the series are no SMV images and left out: "
                            + series.strangers()
                                    .subList(0, Math.min(3, series.strangers().size()))));
        }
        if (!series.isWhole()) {
            findings.add(Finding.note(
                    series.names().template(),
                    "the headers of " + series.headers().size() + " of "
                            + series.names().count() + " files were read"));
        }
    }

    private DetectorStatement detector(int fast, int slow) {
        Optional<BigDecimal> pixel = header.positive("PIXEL_SIZE");
        BeamPlace beam = BeamPlace.of(header, fast, slow, pixel);
        beam.finding().ifPresent(findings::add);
        return new DetectorStatement.Flat(
                fast,
                slow,
                pixel,
                pixel,
                header.positive("DISTANCE"),
                beam.fast(),
                beam.slow(),
                FAST,
                SLOW,
                header.number("TWOTHETA").filter(angle -> angle.signum() != 0));
    }

    private GoniometerStatement goniometer(Scan scan, String axis) {
        if (scan.settings().isEmpty()) {
            return new GoniometerStatement.Silent();
        }
        if (header.text("OSC_RANGE").isEmpty()) {
            findings.add(Finding.warning(
                    series.names().template(),
                    "the header states no OSC_RANGE; the sample is taken to stand still during an image"));
        }
        if (header.text("AXIS").isEmpty()) {
            findings.add(Finding.note(
                    series.names().template(),
                    "the header does not name the axis (AXIS); it is called phi, as in SMV"));
        }
        return new GoniometerStatement.Named(axis, SPINDLE, "SMV: the spindle lies along the rows of the detector");
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (String key :
                List.of("WAVELENGTH", "TIME", "DETECTOR_SN", "BEAMLINE", "CCD_IMAGE_SATURATION", "DISTANCE")) {
            header.text(key).ifPresent(text -> readings.add(reading(key, text)));
        }
        header.text("DATE").flatMap(SmvDate::read).ifPresent(date -> readings.add(reading("DATE", date)));
        return readings;
    }

    private static Reading reading(String key, String text) {
        return new Reading(Source.RAW_FILE, new SourceTerm("smv", key), text);
    }

    private Optional<Integer> size(String key) {
        return header.positive(key)
                .filter(number -> number.stripTrailingZeros().scale() <= 0
                        && number.compareTo(BigDecimal.valueOf(MOST_PIXELS)) <= 0)
                .map(BigDecimal::intValue);
    }

    private Optional<RawPart> refused(String why) {
        findings.add(Finding.error(series.names().template(), why));
        return Optional.empty();
    }
}
