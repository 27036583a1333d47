package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import java.util.Optional;
import java.util.stream.Stream;

/** The serial number of the detector as the raw file has it, perhaps with text around it ({@code PILATUS 6M, S/N 60-0100}). */
final class DetectorSerialNumber {

    private DetectorSerialNumber() {}

    static Optional<String> in(Readings readings) {
        return Stream.of(
                        "nxmx:instrument/detector/serial_number",
                        "nxmx:instrument/detector/detector_number",
                        "eiger:serial_number",
                        "minicbf:serial_number")
                .flatMap(term -> readings.first(term).stream())
                .map(Reading::text)
                .findFirst();
    }
}
