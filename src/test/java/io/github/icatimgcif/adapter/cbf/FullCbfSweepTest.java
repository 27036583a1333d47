package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FullCbfSweepTest {

    @Test
    void framesThatAdvanceByTheirWidthAreOneSweepWithTheDigitsOfTheWidth() {
        assertThat(sweep("0.250", "30.0", "30.25", "30.5").regular())
                .contains(AxisSetting.stepped("OMEGA", new BigDecimal("30.0"), new BigDecimal("0.250")));
    }

    @Test
    void aStepIsFoundFromSomeOfTheFrames() {
        Map<Integer, FullCbfFrame> some = new TreeMap<>();
        some.put(0, frame("30.0", "0"));
        some.put(7, frame("31.4", "0"));
        some.put(19, frame("33.8", "0"));

        assertThat(new FullCbfSweep("OMEGA", some).regular().orElseThrow().increment())
                .isEqualByComparingTo("0.2");
    }

    @Test
    void aScanMayRunBackwardsWhileItsWidthIsWrittenWithoutASign() {
        assertThat(sweep("0.25", "30.5", "30.25", "30.0")
                        .regular()
                        .orElseThrow()
                        .increment())
                .isEqualByComparingTo("-0.25");
    }

    @ParameterizedTest
    @CsvSource({"0.25, 30.0, 30.25, 31.0", "0.5, 30.0, 30.25, 30.5", "0.25, 30.0, 30.0, 30.0", "0, 0, 1e300, -1e300"})
    void framesThatDoNotAdvanceByTheirWidthAreListedOneByOne(String width, String a, String b, String c) {
        FullCbfSweep sweep = sweep(width, a, b, c);

        assertThat(sweep.regular()).isEmpty();
        assertThat(sweep.listed().frames().orElseThrow())
                .containsExactly(new BigDecimal(a), new BigDecimal(b), new BigDecimal(c));
    }

    @Test
    void widthsThatDifferAreNoSweep() {
        Map<Integer, FullCbfFrame> frames = new TreeMap<>();
        frames.put(0, frame("30.0", "0.25"));
        frames.put(1, frame("30.25", "0.5"));

        assertThat(new FullCbfSweep("OMEGA", frames).regular()).isEmpty();
    }

    @Test
    void anAxisThatNoFrameNamesStandsAtZero() {
        Map<Integer, FullCbfFrame> frames = Map.of(0, frame("30.0", "0.25"), 1, frame("30.25", "0.25"));

        assertThat(new FullCbfSweep("KAPPA", frames).regular())
                .contains(AxisSetting.constant("KAPPA", BigDecimal.ZERO));
    }

    private static FullCbfSweep sweep(String width, String... settings) {
        Map<Integer, FullCbfFrame> frames = new TreeMap<>();
        for (String setting : settings) {
            frames.put(frames.size(), frame(setting, width));
        }
        return new FullCbfSweep("OMEGA", frames);
    }

    private static FullCbfFrame frame(String setting, String width) {
        return new FullCbfFrame(
                "F", "SCAN", 1, Map.of("OMEGA", new BigDecimal(setting)), Map.of("OMEGA", new BigDecimal(width)));
    }
}
