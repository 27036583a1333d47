package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "diffrn_scan_axis | 30 0.2 0.6 | 30 ? 0.6 | must be numbers",
                "diffrn_scan_axis | 182.4375 0 0 | 182.4375 0 1 | range 1.0 with an increment of 0",
                "diffrn_scan | SCAN1 3 | SCAN2 3 | the scan has NaN"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new ScanRangesAgree().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    @Test
    void aScanMayRunBackwards() {
        assertThat(new ScanRangesAgree().judge(Blocks.with("diffrn_scan_axis", "0.2 0.6", "-0.2 -0.6")))
                .isEmpty();
    }
}
