package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.geometry.Vector3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownDetectorTest {

    /** A longer number that has it as a part is another detector. */
    @ParameterizedTest
    @CsvSource({
        "'PILATUS 6M, S/N E-32-0123 Diamond', true",
        "E-32-0123, true",
        "'(E-32-0123)', true",
        "1E-32-0123, false",
        "E-32-01234, false",
        "E-32-0123-F, false",
        "E-32-0123b, false",
        "'E-32-01234 E-32-0123', true",
        "'E-32-012', false",
        "'', false"
    })
    void isNamedByItsWholeSerialNumber(String text, boolean isNamed) {
        KnownDetector known =
                BeamlineX1.withDetector(new Vector3(1, 0, 0), false).detectors().get(0);

        assertThat(known.isNamedIn(text)).isEqualTo(isNamed);
    }
}
