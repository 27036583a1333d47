package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BeamMeetsDetectorTest {

    @Test
    void itIsToldWhereTheBeamMeetsTheDetector() {
        assertThat(new BeamMeetsDetector().judge(Blocks.sound()))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Severity.NOTE);
                    assertThat(remark.wrong())
                            .isEqualTo("in SCAN1 the beam meets IMAGE at the pixel (fast, slow) 1217.000, 1259.750");
                });
    }

    @ParameterizedTest
    @CsvSource({"-209.41, 209.41, '-1218.000, 1259.750'", "215.50275, 800, '1217.000, 4677.863'"})
    void theBeamMayNotPassBesideTheDetector(String from, String to, String pixel) {
        assertThat(new BeamMeetsDetector().judge(Blocks.with("axis", from, to)))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Severity.WARNING);
                    assertThat(remark.wrong())
                            .isEqualTo(
                                    "in SCAN1 the beam centre lies at pixel " + pixel + " of IMAGE, off the detector");
                });
    }

    /** 20 degrees lift a detector at 182.4375 mm by 66.4 mm, 388.3 pixels; 60 degrees are more than half of it. */
    @ParameterizedTest
    @CsvSource({
        "20, 'in SCAN1 the beam meets IMAGE at the pixel (fast, slow) 1217.000, 1648.065'",
        "60, in SCAN1 the detector is swung away from the beam"
    })
    void theAxesStandAsTheScanSetsThem(String twoTheta, String said) {
        assertThat(new BeamMeetsDetector().judge(swung(twoTheta)))
                .extracting(Remark::wrong)
                .containsExactly(said);
    }

    private static DataBlock swung(String degrees) {
        return Blocks.changed(
                Blocks.with(
                        "axis",
                        "det_z translation detector .",
                        "swing rotation detector . 1 0 0 0 0 0|det_z translation detector swing"),
                "diffrn_scan_axis",
                "SCAN1 det_z",
                "SCAN1 swing . . . " + degrees + " 0 0|SCAN1 det_z");
    }

    @Test
    void theBeamMayPassBetweenTwoElements() {
        assertThat(new BeamMeetsDetector().judge(Panels.apart(2)))
                .extracting(Remark::wrong)
                .containsExactly("in SCAN1 the beam passes between the elements of the detector");
    }

    @Test
    void theElementThatTheBeamMeetsIsNamed() {
        assertThat(new BeamMeetsDetector().judge(Panels.apart(-50)))
                .extracting(Remark::wrong)
                .containsExactly("in SCAN1 the beam meets LEFT at the pixel (fast, slow) 249.500, 49.500");
    }
}
