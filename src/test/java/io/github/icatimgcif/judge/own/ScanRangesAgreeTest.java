package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanRangesAgreeTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new ScanRangesAgree().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffrn_scan_axis | 0.2 0.6 | 0.2 0.8 | makes 4.0 frames; the scan has 3.0",
                "diffrn_scan_axis | 0.2 0.6 | 0 0.6 | range 0.6 with an increment of 0",
                "diffrn_scan_axis | 30 0.2 0.6 | 30 ? 0.6 | angle_increment is not known; start, increment and range must be numbers",
                "diffrn_scan_axis | 30 0.2 0.6 | 4,5 0.2 0.6 | axis omega of scan SCAN1: angle_start is '4,5', which is not a number: it has a comma where a decimal point is wanted",
                "diffrn_scan_axis | 30 0.2 0.6 | . 0.2 0.6 | angle_start is a dot, which is no number",
                "diffrn_scan_axis | 30 0.2 0.6 | . . . | angle_start is a dot, which is no number",
                "diffrn_scan_axis | 182.4375 0 0 . . . | 182.4375 0 ? . . . | axis det_z of scan SCAN1: displacement_range is not known",
                "diffrn_scan_axis | 182.4375 0 0 . . . | . 0 . ? ? ? | axis det_z of scan SCAN1: displacement_start is a dot, which is no number",
                "diffrn_scan_axis | . . . 30 0.2 0.6 | ? ? ? 30 0.2 . | axis omega of scan SCAN1: angle_range is a dot, which is no number",
                "diffrn_scan_axis | 182.4375 0 0 | far 0 0 | displacement_start is 'far', which is not a number; start",
                "diffrn_scan_axis | 182.4375 0 0 | 182.4375 0 1 | range 1.0 with an increment of 0",
                "diffrn_scan | SCAN1 3 | SCAN2 3 | the scan does not stand in diffrn_scan"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new ScanRangesAgree().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    /** The number of frames is told by "All frames present"; whether the range is one of so many cannot be told. */
    @ParameterizedTest
    @ValueSource(strings = {"eight", "?", "."})
    void nothingIsSaidWhereTheFramesAreNoNumber(String frames) {
        assertThat(new ScanRangesAgree().judge(Blocks.with("diffrn_scan", "SCAN1 3", "SCAN1 " + frames)))
                .isEmpty();
    }

    @Test
    void aScanMayRunBackwards() {
        assertThat(new ScanRangesAgree().judge(Blocks.with("diffrn_scan_axis", "0.2 0.6", "-0.2 -0.6")))
                .isEmpty();
    }

    /** Also where no axis moves, so that nothing else is said of that row. */
    @Test
    void aScanThatIsNotDescribedIsTheFaultWhateverItsAxesDo() {
        assertThat(new ScanRangesAgree()
                        .judge(Blocks.with("diffrn_scan_axis", "SCAN1 det_z 182.4375 0 0", "SCAN7 det_z 182.4375 0 9")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.item()).isEqualTo("_diffrn_scan_axis.scan_id");
                    assertThat(remark.row()).hasValue(2);
                    assertThat(remark.wrong()).contains("the scan does not stand in diffrn_scan");
                });
    }

    /** checkImgCIF looks at the displacement alone then. */
    @Test
    void aDisplacementOfZeroDoesNotHideTheAngle() {
        assertThat(new ScanRangesAgree().judge(Blocks.with("diffrn_scan_axis", ". . . 30 0.2 0.6", "0 0 0 30 0.2 99")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.item()).isEqualTo("_diffrn_scan_axis.angle_range");
                    assertThat(remark.row()).hasValue(1);
                    assertThat(remark.wrong()).contains("omega of scan SCAN1: range 99.0 at increment 0.2");
                });
    }
}
