package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepTest {

    private final Findings findings = new Findings();

    @Test
    void aJumpBetweenRowsOfEqualStepsBeginsAnotherScan() {
        assertThat(sweeps(angles(30, 30.2, 30.4, 120, 120.2, 120.4, 210, 210.2)))
                .containsExactly(new Sweep(0, 3, 8), new Sweep(3, 3, 8), new Sweep(6, 2, 8));
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("jumps 2 times; the 8 frames are described as 3 scans"));
    }

    /** A row of one frame has no step, and none is stated: each frame says where it stood. */
    @Test
    void framesThatAllStandApartAreOneScanIfTheirWidthIsNotStated() {
        assertThat(sweeps(angles(10, 100, 190, 285))).containsExactly(Sweep.of(4));
        assertThat(sweeps(angles(30, 30.2, 30.4, 120))).containsExactly(Sweep.of(4));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aFewImagesFarApartOfAStatedWidthAreScansOfTheirOwn() {
        assertThat(sweeps(angles(10, 100, 190, 285), "0.5"))
                .containsExactly(new Sweep(0, 1, 4), new Sweep(1, 1, 4), new Sweep(2, 1, 4), new Sweep(3, 1, 4));
        assertThat(sweeps(angles(90, 0), "-0.5")).containsExactly(new Sweep(0, 1, 2), new Sweep(1, 1, 2));
    }

    @Test
    void imagesThatAreNotFarApartOrManyAreOneScan() {
        assertThat(sweeps(angles(10, 13, 190, 285), "0.5")).containsExactly(Sweep.of(4));
        assertThat(sweeps(angles(10, 100, 190, 285), "0")).containsExactly(Sweep.of(4));
        assertThat(sweeps(angles(DoubleStream.iterate(0, a -> a + 37).limit(101).toArray()), "0.5"))
                .containsExactly(Sweep.of(101));
    }

    @Test
    void anAxisThatWandersIsNotDivided() {
        assertThat(sweeps(angles(30, 30.2, 30.35, 30.61, 30.8, 31.3, 31.1))).containsExactly(Sweep.of(7));
    }

    @Test
    void anAxisThatTremblesIsNotDivided() {
        assertThat(sweeps(angles(30, 29.9998, 30.0002, 29.9999, 30, 29.9998))).containsExactly(Sweep.of(6));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aStillAxisIsOneScan() {
        assertThat(sweeps(angles(30, 30, 30, 30, 30))).containsExactly(Sweep.of(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e300})
    void aSettingThatCannotBeDividesNothing(double setting) {
        assertThat(sweeps(angles(30, 30.2, setting, 30.6, 30.8))).containsExactly(Sweep.of(5));
    }

    @Test
    void fewerSettingsThanFramesAndNoneAreOneScan() {
        assertThat(Sweep.of(List.of(angles(30, 30.2, 90, 90.2)), 6, path -> Optional.empty(), findings))
                .containsExactly(Sweep.of(6));
        assertThat(Sweep.of(List.of(angles()), 6, path -> Optional.empty(), findings))
                .containsExactly(Sweep.of(6));
        assertThat(Sweep.of(List.of(), 6, path -> Optional.empty(), findings)).containsExactly(Sweep.of(6));
    }

    @Test
    void theLinesOfAGridAreOneScan() {
        RecordedAxis sideways =
                new RecordedAxis("/sam_x", "sam_x", NumberColumn.ofDoubles(0, 20, 40, 0, 20, 40), Unit.MICROMETRE);

        List<Sweep> sweeps = Sweep.of(
                List.of(angles(30, 30.2, 30.4, 30, 30.2, 30.4), sideways), 6, path -> Optional.empty(), findings);

        assertThat(sweeps).containsExactly(Sweep.of(6));
    }

    @Test
    void aStatedStepThatContradictsTheSettingsDividesNothing() {
        List<Sweep> sweeps =
                Sweep.of(List.of(angles(30, 30.2, 30.4, 30.6)), 4, path -> Optional.of(new BigDecimal("90")), findings);

        assertThat(sweeps).containsExactly(Sweep.of(4));
    }

    private List<Sweep> sweeps(RecordedAxis axis, String width) {
        return Sweep.of(List.of(axis), axis.values().size(), path -> Optional.of(new BigDecimal(width)), findings);
    }

    private List<Sweep> sweeps(RecordedAxis axis) {
        return Sweep.of(List.of(axis), axis.values().size(), path -> Optional.empty(), findings);
    }

    private static RecordedAxis angles(double... settings) {
        return new RecordedAxis("/omega", "omega", NumberColumn.ofDoubles(settings), Unit.DEGREE);
    }
}
