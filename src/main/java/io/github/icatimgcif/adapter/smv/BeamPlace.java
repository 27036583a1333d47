package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the beam meets the detector, pixels from the corner of the first pixel. The header's numbers are mm and their meaning
 * depends on who wrote them: MOSFLM and DENZO count x along the slow direction, ADXV counts from the lower left corner, others
 * as the pixels are stored. Only what can be known is said.
 *
 * @param fast    along the fast direction; empty if it cannot be known
 * @param slow    along the slow direction; empty if it cannot be known
 * @param finding what was understood, and why
 */
record BeamPlace(Optional<BigDecimal> fast, Optional<BigDecimal> slow, Optional<Finding> finding) {

    private static final String SUBJECT = "BEAM_CENTER_X";

    /** As different beamlines spelled it; dxtbx reads each at another serial number. */
    private static final List<String> DENZO_X = List.of("DENZO_XBEAM", "DENZO_X_BEAM", "DENZO_BEAM_CENTER_X");

    private static final List<String> DENZO_Y = List.of("DENZO_YBEAM", "DENZO_Y_BEAM", "DENZO_BEAM_CENTER_Y");

    /** Conventions that agree to this many pixels need not be told apart. */
    private static final double SAME = 0.5;

    private record Candidate(String convention, BigDecimal fast, BigDecimal slow) {
        double distanceTo(Candidate other) {
            return Math.max(
                    Math.abs(fast.doubleValue() - other.fast.doubleValue()),
                    Math.abs(slow.doubleValue() - other.slow.doubleValue()));
        }

        boolean liesOn(int fastSize, int slowSize) {
            return fast.signum() >= 0
                    && slow.signum() >= 0
                    && fast.doubleValue() <= fastSize
                    && slow.doubleValue() <= slowSize;
        }
    }

    static BeamPlace of(SmvHeader header, int fastSize, int slowSize, Optional<BigDecimal> pixelSize) {
        if (pixelSize.isEmpty()) {
            return nowhere(Optional.empty());
        }
        Optional<BigDecimal> swung = header.number("TWOTHETA").filter(angle -> angle.signum() != 0);
        if (swung.isPresent() && statesAny(header)) {
            return nowhere(Optional.of(Finding.warning(
                    SUBJECT,
                    "with TWOTHETA " + swung.get() + " the beam centre of the header may be where the beam meets the"
                            + " detector at two theta 0, or where it would meet the detector as it is swung, as ALS 8.3.1"
                            + " writes it (dxtbx, FormatSMVADSCSN926); it is not used")));
        }
        Optional<Candidate> denzo = denzo(header, pixelSize.get());
        if (denzo.isPresent()) {
            return known(
                    denzo.get(),
                    Finding.note(
                            SUBJECT,
                            "the keys DENZO_XBEAM and DENZO_YBEAM name their convention: x along the slow direction"));
        }
        Optional<BigDecimal> x = inPixels(header, "BEAM_CENTER_X", pixelSize.get());
        Optional<BigDecimal> y = inPixels(header, "BEAM_CENTER_Y", pixelSize.get());
        if (x.isEmpty() || y.isEmpty()) {
            return nowhere(Optional.empty());
        }
        List<Candidate> possible = Stream.of(
                        new Candidate("x along the slow direction (MOSFLM, DENZO)", y.get(), x.get()),
                        new Candidate("x along the fast direction", x.get(), y.get()),
                        new Candidate(
                                "x along the fast direction, y from below (ADXV)",
                                x.get(),
                                BigDecimal.valueOf(slowSize).subtract(y.get())))
                .filter(candidate -> candidate.liesOn(fastSize, slowSize))
                .toList();
        return chosen(possible, header);
    }

    private static BeamPlace chosen(List<Candidate> possible, SmvHeader header) {
        String stated = "(" + header.text("BEAM_CENTER_X").orElse("") + ", "
                + header.text("BEAM_CENTER_Y").orElse("") + ") mm";
        if (possible.isEmpty()) {
            return nowhere(Optional.of(Finding.warning(
                    SUBJECT, stated + " lies beside the detector by every convention, and is not used")));
        }
        Candidate first = possible.get(0);
        if (possible.stream().allMatch(other -> first.distanceTo(other) <= SAME)) {
            return known(
                    first,
                    Finding.note(
                            SUBJECT,
                            stated + " means the same place by all conventions in use that put it on the detector; read"
                                    + " with " + first.convention()));
        }
        return nowhere(Optional.of(Finding.warning(
                SUBJECT,
                stated + " means different places by the conventions in use, and the header does not say which: "
                        + possible.stream()
                                .map(BeamPlace::inWords)
                                .reduce((a, b) -> a + "; " + b)
                                .orElse("")
                        + ". None is assumed")));
    }

    private static String inWords(Candidate candidate) {
        return String.format(
                Locale.ROOT,
                "fast %.1f slow %.1f pixels with %s",
                candidate.fast.doubleValue(),
                candidate.slow.doubleValue(),
                candidate.convention);
    }

    private static Optional<Candidate> denzo(SmvHeader header, BigDecimal pixelSize) {
        Optional<BigDecimal> x = first(DENZO_X, header, pixelSize);
        Optional<BigDecimal> y = first(DENZO_Y, header, pixelSize);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Candidate("DENZO", y.get(), x.get()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> first(List<String> keys, SmvHeader header, BigDecimal pixelSize) {
        return keys.stream()
                .flatMap(key -> inPixels(header, key, pixelSize).stream())
                .findFirst();
    }

    private static boolean statesAny(SmvHeader header) {
        return Stream.concat(DENZO_X.stream(), Stream.of(SUBJECT))
                .anyMatch(key -> header.positive(key).isPresent());
    }

    private static Optional<BigDecimal> inPixels(SmvHeader header, String key, BigDecimal pixelSize) {
        return header.positive(key).map(mm -> mm.divide(pixelSize, MathContext.DECIMAL64));
    }

    private static BeamPlace known(Candidate candidate, Finding finding) {
        return new BeamPlace(Optional.of(candidate.fast), Optional.of(candidate.slow), Optional.of(finding));
    }

    private static BeamPlace nowhere(Optional<Finding> finding) {
        return new BeamPlace(Optional.empty(), Optional.empty(), finding);
    }
}
