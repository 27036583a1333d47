package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.tiff.TiffFile.Resolution;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What is to be told of a TIFF that says nothing of the detector. */
final class PlainFindings {

    /** Pixels of detectors, mm. */
    private static final double SMALLEST_PIXEL = 0.005;

    private static final double LARGEST_PIXEL = 0.3;

    private static final MathContext DIGITS = new MathContext(6);

    /** What programs write in an inch, or a cm, if they know nothing better. */
    private static final List<Integer> FOR_PRINT =
            List.of(1, 72, 75, 90, 96, 100, 118, 150, 180, 200, 240, 300, 360, 400, 600, 720, 1200, 2400);

    private PlainFindings() {}

    static List<Finding> of(PlainHeaders.One first, String subject) {
        List<Finding> findings = new ArrayList<>();
        int orientation = first.image().orientation();
        findings.add(Finding.warning(
                subject,
                "a TIFF does not say how the detector stands: as seen from the sample, the picture is taken to be upright"
                        + " and not mirrored, as a miniCBF is"
                        + (orientation == 1
                                ? ""
                                : "; its Orientation is " + orientation + ", by which its rows are turned")));
        first.resolution().ifPresent(resolution -> findings.add(resolution(resolution, subject)));
        if (first.isBig()) {
            findings.add(Finding.note(
                    subject,
                    "is a BigTIFF: the dictionary means TIFF 6.0, so that programs for that cannot follow the links"));
        }
        return findings;
    }

    /** A resolution is for printers. Where it may be the size of a pixel, that is told and not assumed. */
    private static Finding resolution(Resolution stated, String subject) {
        BigDecimal fast = stated.millimetres().divide(stated.x(), DIGITS);
        BigDecimal slow = stated.millimetres().divide(stated.y(), DIGITS);
        String size = fast.toPlainString() + " x " + slow.toPlainString() + " mm";
        return isPixel(fast, stated.x()) && isPixel(slow, stated.y())
                ? Finding.warning(
                        subject,
                        "XResolution and YResolution would be those of pixels of " + size + ". They are meant for"
                                + " printers and not used: if the pixels have that size, give"
                                + " InstrumentDetector01_x_pixel_size and InstrumentDetector01_y_pixel_size")
                : Finding.note(
                        subject,
                        "XResolution and YResolution would be those of pixels of " + size
                                + ", are those of a printed picture, and not used");
    }

    private static boolean isPixel(BigDecimal millimetres, BigDecimal resolution) {
        return millimetres.doubleValue() >= SMALLEST_PIXEL
                && millimetres.doubleValue() <= LARGEST_PIXEL
                && FOR_PRINT.stream().noneMatch(usual -> resolution.compareTo(BigDecimal.valueOf(usual)) == 0);
    }
}
