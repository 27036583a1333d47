package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BeamMeetsDetectorTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new BeamMeetsDetector().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axis | -209.41 | 209.41 | off the detector",
                "axis | 215.50275 | 800 | off the detector",
                "axis | EY translation detector EX 0 -1 0 | EY translation detector EX 1 0 0 | parallel"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new BeamMeetsDetector().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(said));
    }
}
