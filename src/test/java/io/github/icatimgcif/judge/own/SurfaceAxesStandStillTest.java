package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurfaceAxesStandStillTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new SurfaceAxesStandStill().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"diffrn_scan_axis | SCAN1 det_z | SCAN1 EX | are set: [EX]"})
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new SurfaceAxesStandStill().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    @Test
    void norInAFrame() {
        assertThat(new SurfaceAxesStandStill()
                        .judge(Blocks.withTable("diffrn_scan_frame_axis", "frame_id axis_id angle", "F1 EY 0")))
                .extracting(Remark::item)
                .containsExactly("_diffrn_scan_frame_axis.axis_id");
    }
}
