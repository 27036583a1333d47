package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The serial number of the detector as the raw file has it, perhaps with text around it ({@code PILATUS 6M, S/N 60-0100}); of
 * ADSC detectors as {@code ADSC-457}.
 */
final class DetectorSerialNumber {

    /** SMV images carry bare running numbers of ADSC, which elsewhere would be the number of any other detector. */
    private static final String ADSC = "smv:DETECTOR_SN";

    private DetectorSerialNumber() {}

    static Optional<String> in(Readings readings) {
        return Stream.of(
                        "nxmx:instrument/detector/serial_number",
                        "nxmx:instrument/detector/detector_number",
                        "eiger:serial_number",
                        "minicbf:serial_number",
                        ADSC)
                .flatMap(term -> readings.first(term).map(Reading::text).stream()
                        .map(text -> term.equals(ADSC) ? "ADSC-" + text : text))
                .findFirst();
    }
}
