package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With which beam and how long the frames of one file of a series were taken.
 *
 * @param wavelengths Å and weight of each wavelength, in the order of the file
 * @param meant       the id of the one that the radiation points to
 * @param exposure    of its first frame, seconds
 */
record FullCbfBeam(List<BigDecimal> wavelengths, Optional<String> meant, Optional<BigDecimal> exposure) {

    /** Relative; a monochromator holds its wavelength better. */
    private static final double SAME_WAVELENGTH = 1e-5;

    /** Relative; exposures that are measured differ by less, those that are set by more. */
    private static final double SAME_EXPOSURE = 0.01;

    static FullCbfBeam of(FullCbfHeader header, FullCbfFrame frame) {
        return new FullCbfBeam(
                header.rows("diffrn_radiation_wavelength").stream()
                        .flatMap(row -> Stream.of("value", "wt")
                                .map(object -> row.number(object).orElse(BigDecimal.ZERO)))
                        .toList(),
                header.rows("diffrn_radiation").stream()
                        .flatMap(row -> row.text("wavelength_id").stream())
                        .findFirst(),
                header.rows("diffrn_scan_frame").stream()
                        .filter(row -> row.text("frame_id").orElse("").equals(frame.id()))
                        .flatMap(row -> row.number("integration_time").stream())
                        .findFirst());
    }

    /** Whether the facts of one are true of the other. */
    boolean isLike(FullCbfBeam other) {
        boolean isSame = wavelengths.size() == other.wavelengths.size()
                && meant.equals(other.meant)
                && exposure.isPresent() == other.exposure.isPresent();
        for (int i = 0; isSame && i < wavelengths.size(); i++) {
            isSame = isClose(wavelengths.get(i), other.wavelengths.get(i), SAME_WAVELENGTH);
        }
        return isSame
                && exposure.map(seconds -> isClose(seconds, other.exposure.orElse(seconds), SAME_EXPOSURE))
                        .orElse(true);
    }

    private static boolean isClose(BigDecimal one, BigDecimal other, double relative) {
        return Math.abs(one.subtract(other).doubleValue()) <= relative * Math.abs(one.doubleValue());
    }
}
