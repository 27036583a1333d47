package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxesAreDefinedTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new AxesAreDefined().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axis | translation detector det_z | translation detector det_y | axis EX depends on det_y, which is not defined",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega 0 0 0 | the vector of axis phi has no length",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega . . . | the vector of axis phi cannot be told: vector[1] is a dot, which is no number",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega ? 0 0 | the vector of axis phi cannot be told: vector[1] is not known; it must have three numbers",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega 0 . 0 | the vector of axis phi cannot be told: vector[2] is a dot, which is no number",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega 0 1 ? | the vector of axis phi cannot be told: vector[3] is not known",
                "axis | phi rotation goniometer omega 0 1 0 | phi rotation goniometer omega 0 0,5 0 | the vector of axis phi cannot be told: vector[2] is '0,5', which is not a number: it has a comma",
                "axis | omega rotation goniometer . | omega rotation goniometer phi | run in a circle",
                "axis | det_z translation detector . | det_z translation detector phi | axis det_z of the detector is carried by phi",
                "diffrn_scan_axis | SCAN1 omega | SCAN1 Omega | undefined axes: [Omega]",
                "diffrn_measurement_axis | phi | kappa | undefined axes: [kappa]",
                "array_structure_list_axis | EY EY | EY EZ | undefined axes: [EZ]"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new AxesAreDefined().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    @Test
    void aComponentBeyondAllNumbersIsTold() {
        assertThat(new AxesAreDefined()
                        .judge(Blocks.with(
                                "axis",
                                "phi rotation goniometer omega 0 1 0",
                                "phi rotation goniometer omega 0 1" + "0".repeat(400) + " 0")))
                .singleElement()
                .satisfies(remark ->
                        assertThat(remark.wrong()).contains("vector[2] is 1000").endsWith("too large"));
    }

    @Test
    void aDetectorOnTheGoniometerIsToldOnceAndAlsoThroughAnotherAxis() {
        assertThat(new AxesAreDefined()
                        .judge(Blocks.with(
                                "axis",
                                "det_z translation detector .",
                                "table general general phi 0 0 1 0 0 0|det_z translation detector table")))
                .singleElement()
                .satisfies(
                        remark -> assertThat(remark.wrong()).contains("axis det_z of the detector is carried by phi"));
    }
}
