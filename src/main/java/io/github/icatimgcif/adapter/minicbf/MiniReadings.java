package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The plain facts of a miniCBF under {@code minicbf:} and the key of the header, with digits as recorded. */
public final class MiniReadings {

    /** Vocabulary of the comments of a miniCBF. */
    static final String MINICBF = "minicbf";

    /** The angle of a kappa axis. It may well be 0, and its being there tells one goniometer from another. */
    private static final String ALPHA = "Alpha";

    private static final String SENSOR_THICKNESS = "sensor_thickness";

    private static final List<String> TEXTS =
            List.of("date", "sensor_material", "Gain_setting", "Image_path", "Comment", "Oscillation_axis");

    /** A number for each, in the unit of the format where the header gives none; 0 stands for not known. */
    private record Numbered(String key, String unit) {}

    private static final List<Numbered> NUMBERS = List.of(
            new Numbered(SENSOR_THICKNESS, "m"),
            new Numbered("Exposure_time", "s"),
            new Numbered("Exposure_period", "s"),
            new Numbered("Tau", "s"),
            new Numbered("Count_cutoff", "counts"),
            new Numbered("Threshold_setting", "eV"),
            new Numbered("Wavelength", "A"),
            new Numbered("Flux", "photons/s"),
            new Numbered("Filter_transmission", ""),
            new Numbered("Polarization", ""),
            new Numbered(ALPHA, "deg"));

    private final MiniHeader header;
    private final String subject;
    private final Findings findings;
    private final List<Reading> readings = new ArrayList<>();

    /**
     * Readings of a header.
     *
     * @param subject the file or the series, for findings
     */
    public MiniReadings(MiniHeader header, String subject, Findings findings) {
        this.header = header;
        this.subject = subject;
        this.findings = findings;
    }

    /** The facts, in the order of the vocabulary. */
    public List<Reading> read() {
        header.detector().ifPresent(name -> add("Detector", name));
        header.serialNumber().ifPresent(number -> add("serial_number", number));
        header.place().ifPresent(place -> add("Detector_place", place));
        TEXTS.forEach(key -> header.text(key).ifPresent(text -> add(key, text)));
        List<String> zeros = new ArrayList<>();
        for (Numbered numbered : NUMBERS) {
            header.number(numbered.key()).ifPresent(number -> {
                if (number.signum() == 0 && !numbered.key().equals(ALPHA)) {
                    zeros.add(numbered.key());
                } else if (!header.needsUnit(numbered.key())) {
                    add(numbered.key(), number, unit(numbered));
                }
            });
        }
        zerosOfTheGeometry(zeros);
        if (!zeros.isEmpty()) {
            findings.note(subject, "0 stands for not known in " + zeros);
        }
        energy();
        exposure();
        whatIsNotUsed();
        return readings;
    }

    private void zerosOfTheGeometry(List<String> zeros) {
        header.number("Detector_distance").filter(n -> n.signum() == 0).ifPresent(n -> zeros.add("Detector_distance"));
        List<BigDecimal> beam = header.numbers("Beam_xy");
        if (!beam.isEmpty() && beam.stream().allMatch(n -> n.signum() == 0)) {
            zeros.add("Beam_xy");
        }
    }

    /** A frame cannot be exposed for longer than it lasts. */
    private void exposure() {
        Optional<BigDecimal> exposed = header.known("Exposure_time");
        Optional<BigDecimal> lasting = header.known("Exposure_period");
        boolean isLonger = header.unit("Exposure_time").equals(header.unit("Exposure_period"))
                && exposed.isPresent()
                && lasting.isPresent()
                && exposed.get().doubleValue() > lasting.get().doubleValue() * (1 + 1e-6);
        if (isLonger) {
            findings.warning(
                    subject,
                    "Exposure_time " + exposed.get() + " is longer than Exposure_period " + lasting.get()
                            + ", which cannot be; both are written as they are stated");
        }
    }

    /** Pilatus detectors know a range of energies that is set, mostly (0, 0); where both ends agree it is the energy. */
    private void energy() {
        List<BigDecimal> range = header.numbers("Energy_range");
        if (range.isEmpty() || range.stream().allMatch(n -> n.signum() == 0)) {
            return;
        }
        boolean isOne = range.stream().allMatch(n -> n.compareTo(range.get(0)) == 0);
        if (isOne) {
            add("Energy", range.get(0), Optional.of(energyUnit("Energy_range")));
        } else {
            findings.note(subject, "Energy_range " + range + " is no single energy and is not used");
        }
    }

    private void whatIsNotUsed() {
        if (header.known("Count_cutoff").isEmpty()) {
            findings.warning(
                    subject, "Count_cutoff is not there: it is not known from which count on a pixel is overloaded");
        }
        header.known("Detector_Voffset")
                .ifPresent(offset -> findings.warning(
                        subject,
                        "Detector_Voffset is " + offset
                                + "; Beam_xy is taken to be where the beam meets the detector as it"
                                + " stands there, so that it is not used"));
        if (header.numbers("Beam_xy").size() == 2 && header.unit("Beam_xy").orElse(Unit.PIXEL) != Unit.PIXEL) {
            findings.warning(subject, "Beam_xy is not in pixels and is not used");
        }
        for (String length : List.of("Pixel_size", "Detector_distance", SENSOR_THICKNESS)) {
            if (header.needsUnit(length)) {
                findings.warning(
                        subject,
                        length + " '" + header.text(length).orElse("").strip()
                                + "' has no unit and cannot be in metre, the unit of the format; it is not used: the header"
                                + " must state its unit, as mm");
            } else if (header.number(length).isPresent()
                    && header.lengthUnit(length).isEmpty()) {
                findings.warning(subject, length + " has no unit; taken as metre, the unit of the format");
            }
        }
    }

    private Optional<String> unit(Numbered numbered) {
        return header.unit(numbered.key())
                .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                .filter(word -> UnitWords.unit(word).isPresent())
                .or(() -> Optional.of(numbered.unit()).filter(word -> !word.isEmpty()));
    }

    private String energyUnit(String key) {
        return header.unit(key).orElse(Unit.ELECTRONVOLT) == Unit.KILOELECTRONVOLT ? "keV" : "eV";
    }

    private void add(String name, BigDecimal number, Optional<String> unit) {
        readings.add(new Reading(Source.RAW_FILE, term(name), number.toString(), unit));
    }

    private void add(String name, String text) {
        readings.add(new Reading(Source.RAW_FILE, term(name), text));
    }

    private static SourceTerm term(String name) {
        return new SourceTerm(MINICBF, name);
    }
}
