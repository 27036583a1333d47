package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FullTurnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "359.7 359.8 359.9 0.0 0.1 0.2     |     | 0 0 0 360 360 360",
                "359.5 359.6 359.7 359.8 359.9 0.0 |     | 0 0 0 0 0 360",
                "0.1 0.0 359.9 359.8               |     | 0 0 -360 -360",
                "0.0 359.9 359.8                   |     | 0 -360 -360",
                "-179.8 -179.9 180.0 179.9         |     | 0 0 -360 -360",
                "90 180 270 0 90 180 270 0         |     | 0 0 0 360 360 360 360 720",
                "359.9 0.0                         | 0.1 | 0 360",
                "0.0 359.9                         | 0.1 | 0 -360",
                "359.9 0.0                         |-0.1 | 0 360",
                "359.9 0.0                         |     | 0 360",
                "10 350                            | 0   | 0 -360",
                "0.0003 359.9998                   |     | 0 -360",
                "0.0003 359.9998                   | 0.1 | 0 -360",
                "0 359.9998 0.0001                 |     | 0 -360 0",
                "0 359.998 0.002 359.999 0         | 0   | 0 -360 0 -360 0",
                "-0.002 359.999                    |     | 0 -360",
                "0 0 0 359.9998 0 0                |     | 0 0 0 -360 0 0"
            })
    void anAxisGoesOnPastAFullTurn(String settings, BigDecimal stated, String degrees) {
        double[] recorded = numbers(settings);
        FullTurns turns = FullTurns.of(recorded, beside(Optional.ofNullable(stated), Optional.empty()));

        assertThat(turns.isNone()).isFalse();
        assertThat(IntStream.range(0, recorded.length).mapToDouble(turns::degrees))
                .containsExactly(Arrays.stream(numbers(degrees)).boxed().toArray(Double[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 10.1 190 190.1 10.2 10.3   |", // the other side of the crystal
                "0 0.1 180 180.1 0.2 0.3       |",
                "350 350.1 350.2 10 10.1 10.2  |", // a wedge elsewhere
                "0 180 0 180                   |", // a still series there and back
                "0 90 180 270 0 90 180 270     |", // a full turn made again
                "0 359 1 358 2                 |", // wandering
                "350 10                        | 0.1",
                "0 359 1 358 2                 | 1",
                "0 360 720                     |", // not written modulo 360
                "0 360                         | 360",
                "30 30 30                      |",
                "359.9                         | 0.1",
                "359.9 NaN 0.0                 | 0.1",
                "359.9 1e300 0.0               |"
            })
    void aJumpStaysAJump(String settings, BigDecimal stated) {
        FullTurns turns = FullTurns.of(numbers(settings), beside(Optional.ofNullable(stated), Optional.empty()));

        assertThat(turns.isNone()).isTrue();
        assertThat(turns.degrees(1)).isZero();
    }

    /** Of two frames the end of the first tells which way the axis turns. */
    @ParameterizedTest
    @CsvSource({"359.5 0.0, 0.5, 360", "359.5 0.0, 0.3, 360", "359.5 0.0, -0.3, 0", "0.0 359.5, -0.5, -360"})
    void twoFramesGoOnTheWayTheFirstOneTurns(String settings, BigDecimal measured, int degrees) {
        assertThat(FullTurns.of(numbers(settings), beside(Optional.empty(), Optional.of(measured)))
                        .degrees(1))
                .isEqualTo(degrees);
    }

    @Test
    void theOnlyEndMayBeThatOfTheWholeScan() {
        FrameWidth beside = beside(Optional.of(BigDecimal.valueOf(30)), Optional.of(BigDecimal.valueOf(360)));

        assertThat(FullTurns.of(numbers("270 300 330 0 30"), beside).degrees(4)).isEqualTo(360);
    }

    private static FrameWidth beside(Optional<BigDecimal> stated, Optional<BigDecimal> measured) {
        return new FrameWidth(stated, measured, measured);
    }

    private static double[] numbers(String row) {
        return Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
