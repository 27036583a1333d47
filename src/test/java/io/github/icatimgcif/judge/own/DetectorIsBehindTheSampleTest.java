package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DetectorIsBehindTheSampleTest {

    private static final String AWAY = "det_z translation detector . 0 0 -1 0 0 0";

    private final DetectorIsBehindTheSample test = new DetectorIsBehindTheSample();

    @Test
    void awayFromTheSourceIsRight() {
        assertThat(test.judge(Blocks.sound())).isEmpty();
        assertThat(test.judge(Panels.apart(2))).isEmpty();
    }

    @Test
    void towardsTheSourceIsWrong() {
        assertThat(test.judge(Blocks.with("axis", AWAY, "det_z translation detector . 0 0 1 0 0 0")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.isError()).isTrue();
                    assertThat(remark.finding().message())
                            .isEqualTo("in SCAN1 the detector stands 182.438 mm before the sample, towards the source,"
                                    + " or at it; the translation of the detector must move it away from the source"
                                    + " along the beam");
                });
    }

    /** The same place, told by another sign; checkImgCIF refuses it all the same. */
    @Test
    void anAxisTowardsTheSourceWithANegativeSettingIsToldAndNotRefused() {
        DataBlock block = Blocks.changed(
                Blocks.with("axis", AWAY, "det_z translation detector . 0 0 1 0 0 0"),
                "diffrn_scan_axis",
                "182.4375",
                "-182.4375");

        assertThat(test.judge(block)).singleElement().satisfies(remark -> {
            assertThat(remark.isError()).isFalse();
            assertThat(remark.wrong()).isEqualTo("the detector translation det_z points towards the source");
        });
    }

    /** checkImgCIF takes an offset of -1 mm for one towards the source, and 1 mm that is one for none. */
    @Test
    void anOffsetOfAMillimetreIsNothingSpecial() {
        assertThat(test.judge(Blocks.with("axis", AWAY, "det_z translation detector . 0 0 -1 0 0 -1")))
                .isEmpty();
    }

    @Test
    void aScanThatIsNotDescribedSaysNothingOfTheDetector() {
        assertThat(test.judge(Blocks.with("diffrn_scan_axis", "SCAN1 det_z", "SCAN7 omega . . . 0 0 0|SCAN1 det_z")))
                .isEmpty();
    }

    @Test
    void aDetectorAtTheSampleIsNoMinusZeroFromIt() {
        assertThat(test.judge(Blocks.with("diffrn_scan_axis", "182.4375", "0")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.wrong()).contains(" stands 0.000 mm before the sample"));
    }

    /** By its middle: its first pixel is 182 mm behind the sample, its last one far before it. */
    @ParameterizedTest
    @CsvSource({
        "EX translation detector det_z 1 0 0, EX translation detector det_z 0 0 1, 29.380", // 1231 pixels of 0.172 mm
        // from the first
        "EY translation detector EX 0 -1 0, EY translation detector EX 0 0 1, 33.621" // 1263 pixels of 0.171 mm
    })
    void aDetectorAlongTheBeamStandsWhereItsMiddleIs(String from, String to, String before) {
        assertThat(test.judge(Blocks.with("axis", from, to)))
                .singleElement()
                .satisfies(
                        remark -> assertThat(remark.wrong()).contains(" stands " + before + " mm before the sample"));
    }

    /** As the outer rows of a detector on a cylinder around the sample do. */
    @Test
    void someOfSeveralElementsMayStandBeforeTheSample() {
        assertThat(test.judge(Blocks.changed(
                        Panels.apart(2),
                        "axis",
                        "LF translation detector det_z 1 0 0 -101.0 5 0",
                        "LF translation detector det_z 1 0 0 -101.0 5 300")))
                .isEmpty();
    }

    @Test
    void aTranslationAcrossTheBeamIsFree() {
        DataBlock block = Blocks.with(
                "axis",
                "det_z translation detector .",
                "det_y translation detector . 0 1 0 0 0 0|det_z translation detector det_y");

        assertThat(test.judge(block)).isEmpty();
    }

    @Test
    void whereTheSourceIsSaysTheBlock() {
        DataBlock block = Blocks.with(
                "axis", AWAY, "source general source . 0 0 -1 0 0 0|det_z translation detector . 0 0 -1 0 0 0");

        assertThat(test.judge(block)).extracting(Remark::isError).containsExactly(true);
    }
}
