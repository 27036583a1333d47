package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Where the beam meets a flat detector, pixels from the outer corner of the first pixel.
 *
 * @param fast along the fast direction
 * @param slow along the slow direction
 */
record BeamCentre(BigDecimal fast, BigDecimal slow) {

    private static final String SUBJECT = "MX_xBeam";

    /** Of a detector's size: of two readings of a number the true one is nearer to the middle by at least this. */
    private static final double CLEARLY_NEARER = 0.1;

    /**
     * What the parameters say.
     *
     * @param centre  empty if they cannot be understood
     * @param finding how they were understood, or why not
     */
    record Understood(Optional<BeamCentre> centre, Finding finding) {}

    /**
     * The beam centre of the parameters MX_xBeam and MX_yBeam. They are declared as mm; versions of the beamline control sent
     * pixels and, in 2025, the size of the beam (mxcubecore issue 1459). Beams are aimed near the middle of a detector, which
     * tells the two units apart; where it does not, the numbers are refused.
     */
    static Understood of(
            String x, String y, DetectorStatement.Flat flat, BigDecimal fastPixelSize, BigDecimal slowPixelSize) {
        Optional<BigDecimal> xNumber = RecordedNumber.read(x);
        Optional<BigDecimal> yNumber = RecordedNumber.read(y);
        if (xNumber.isEmpty() || yNumber.isEmpty()) {
            return refused("'" + x + "', '" + y + "' are no numbers");
        }
        BeamCentre asPixels = new BeamCentre(xNumber.get(), yNumber.get());
        BeamCentre asMillimetres = new BeamCentre(
                xNumber.get().divide(fastPixelSize, MathContext.DECIMAL64),
                yNumber.get().divide(slowPixelSize, MathContext.DECIMAL64));
        double pixels = asPixels.fromTheMiddle(flat);
        double millimetres = asMillimetres.fromTheMiddle(flat);
        if (Math.min(pixels, millimetres) > 0.5 || Math.abs(pixels - millimetres) < CLEARLY_NEARER) {
            return refused("(" + x + ", " + y + ") can be neither pixels nor mm of a beam that meets this detector of "
                    + flat.fastSize() + " x " + flat.slowSize() + " pixels, or both");
        }
        boolean inPixels = pixels < millimetres;
        return new Understood(
                Optional.of(inPixels ? asPixels : asMillimetres),
                Finding.warning(
                        SUBJECT,
                        "the raw file does not give the place where the beam meets the detector; (" + x + ", " + y
                                + ") "
                                + (inPixels ? "pixels" : "mm")
                                + " by the parameters MX_xBeam and MX_yBeam, counted from"
                                + " the corner of the first pixel; the unit is the one that lies on the detector"));
    }

    /** The beam centre that a person states, who is asked for pixels and needs no guess. */
    static Understood stated(String x, String y) {
        Optional<BigDecimal> fast = RecordedNumber.read(x);
        Optional<BigDecimal> slow = RecordedNumber.read(y);
        if (fast.isEmpty() || slow.isEmpty()) {
            return refused("'" + x + "', '" + y + "' are no numbers");
        }
        return new Understood(
                Optional.of(new BeamCentre(fast.get(), slow.get())),
                Finding.warning(
                        SUBJECT,
                        "the raw file does not give the place where the beam meets the detector; (" + x + ", " + y
                                + ") pixels from the corner of the first pixel are stated by a person"));
    }

    /** How far from the middle of the detector, in units of its size; more than 0.5 is beside it. */
    private double fromTheMiddle(DetectorStatement.Flat flat) {
        return Math.max(
                Math.abs(fast.doubleValue() / flat.fastSize() - 0.5),
                Math.abs(slow.doubleValue() / flat.slowSize() - 0.5));
    }

    private static Understood refused(String why) {
        return new Understood(
                Optional.empty(),
                Finding.error(
                        SUBJECT,
                        "the raw file does not give the place where the beam meets the detector, and MX_xBeam and MX_yBeam "
                                + why));
    }
}
