package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.finding.Finding;
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
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    @Test
    void norInAFrame() {
        assertThat(new SurfaceAxesStandStill()
                        .judge(Blocks.withTable("diffrn_scan_frame_axis", "frame_id axis_id angle", "F1 EY 0")))
                .extracting(Finding::subject)
                .containsExactly("_diffrn_scan_frame_axis.axis_id");
    }
}
