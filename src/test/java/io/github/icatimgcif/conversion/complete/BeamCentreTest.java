package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a detector of 1000 x 2000 pixels of 0.1 x 0.2 mm. */
final class BeamCentreTest {

    private static final BigDecimal FAST_PIXEL = new BigDecimal("0.1");
    private static final BigDecimal SLOW_PIXEL = new BigDecimal("0.2");
    private static final DetectorStatement.Flat FLAT = new DetectorStatement.Flat(
            1000,
            2000,
            Optional.of(FAST_PIXEL),
            Optional.of(SLOW_PIXEL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Vector3(-1, 0, 0),
            new Vector3(0, -1, 0),
            Optional.empty());

    /** On the edge of the detector in pixels, the last; far beside it in mm. */
    @ParameterizedTest
    @CsvSource({
        "480, 1010, 480, 1010, pixels",
        "48, 202, 480, 1010, mm",
        "0, 1000, 0, 1000, pixels",
        "500, 2000, 500, 2000, pixels"
    })
    void theUnitIsTheOneThatLiesOnTheDetector(String x, String y, String fast, String slow, String unit) {
        var understood = BeamCentre.of(x, y, FLAT, FAST_PIXEL, SLOW_PIXEL);

        assertThat(understood.centre()).hasValueSatisfying(centre -> {
            assertThat(centre.fast()).isEqualByComparingTo(fast);
            assertThat(centre.slow()).isEqualByComparingTo(slow);
        });
        assertThat(understood.finding().isError()).isFalse();
        assertThat(understood.finding().message()).contains("(" + x + ", " + y + ") " + unit + " by the parameters");
    }

    /** Beside the detector in both units; on it in both, equally far from its middle; no number. */
    @ParameterizedTest
    @CsvSource({
        "-1, 1000, can be neither",
        "1001, 1000, can be neither",
        "500, 2001, can be neither",
        "91, 364, can be neither",
        "N/A, 1000, are no numbers",
        "500, N/A, are no numbers"
    })
    void whatMayBeEitherOrNoneIsRefusedWithWhatWasSaid(String x, String y, String why) {
        var understood = BeamCentre.of(x, y, FLAT, FAST_PIXEL, SLOW_PIXEL);

        assertThat(understood.centre()).isEmpty();
        assertThat(understood.finding().isError()).isTrue();
        assertThat(understood.finding().message()).contains(why).contains(x).contains(y);
    }

    @Test
    void whatAPersonStatesIsPixelsAndMayBeBesideTheDetector() {
        var understood = BeamCentre.stated("-12.5", "48");

        assertThat(understood.centre()).contains(new BeamCentre(new BigDecimal("-12.5"), new BigDecimal("48")));
        assertThat(understood.finding().message())
                .contains("(-12.5, 48) pixels")
                .contains("stated by a person");
    }

    @ParameterizedTest
    @CsvSource({"middle, 48", "48, middle"})
    void whatAPersonStatesMustBeNumbers(String x, String y) {
        var understood = BeamCentre.stated(x, y);

        assertThat(understood.centre()).isEmpty();
        assertThat(understood.finding().isError()).isTrue();
        assertThat(understood.finding().message()).contains("'" + x + "', '" + y + "' are no numbers");
    }
}
