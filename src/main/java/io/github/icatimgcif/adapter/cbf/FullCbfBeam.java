package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * With which beam and how long frames were taken.
 *
 * @param wavelength Å; empty if not known
 * @param exposure   of a frame, seconds; empty if not known
 */
record FullCbfBeam(Optional<BigDecimal> wavelength, Optional<BigDecimal> exposure) {

    /** Of a frame of one file, as recorded. */
    static FullCbfBeam of(FullCbfHeader header, FullCbfFrame frame) {
        return new FullCbfBeam(
                strongest(wavelengths(header)).flatMap(row -> row.number("value")),
                header.rows("diffrn_scan_frame").stream()
                        .filter(row -> row.text("frame_id").orElse("").equals(frame.id()))
                        .flatMap(row -> row.number("integration_time").stream())
                        .findFirst());
    }

    /** The rows of the wavelength that the radiation points to, or else of all. */
    static List<FullCbfRow> wavelengths(FullCbfHeader header) {
        List<FullCbfRow> all = header.rows("diffrn_radiation_wavelength");
        Optional<String> id = header.rows("diffrn_radiation").stream()
                .flatMap(row -> row.text("wavelength_id").stream())
                .findFirst();
        List<FullCbfRow> meant = all.stream()
                .filter(row -> id.isPresent() && row.text("id").equals(id))
                .toList();
        return meant.isEmpty() ? all : meant;
    }

    /** The wavelength of the greatest weight. */
    static Optional<FullCbfRow> strongest(List<FullCbfRow> wavelengths) {
        return wavelengths.stream()
                .max(Comparator.comparing(row -> row.number("wt").orElse(BigDecimal.ONE)));
    }
}
