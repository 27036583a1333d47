package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllFramesArePresentTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new AllFramesArePresent().judge(Blocks.sound())).isEmpty();
    }

    @Test
    void aFrameOfTwoArraysHasTwoPlaces() {
        DataBlock block = Blocks.withTable(
                "array_data",
                "array_id binary_id external_data_id",
                "UPPER 1 E1",
                "LOWER 1 E2",
                "UPPER 2 E3",
                "LOWER 2 E4",
                "UPPER 3 E5",
                "LOWER 3 E6");

        assertThat(new AllFramesArePresent().judge(block))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .containsExactly("3 places of pixels for 3 frames of 2 stored arrays each;"
                        + " each frame has a place for each of its stored arrays");
    }

    /** A number that nobody lists would else be counted frame by frame. */
    @ParameterizedTest
    @CsvSource({
        "SCAN1 100000000, 100000000",
        "SCAN1 3000000000, 3000000000",
        "SCAN1 2147483648|SCAN2 2147483648, 4294967296",
        "SCAN1 9223372036854775807|SCAN2 1, 9223372036854775808"
    })
    void moreFramesThanCanBeCountedOneByOneAreToldAtOnce(String scans, String all) {
        assertThat(new AllFramesArePresent().judge(Blocks.with("diffrn_scan", "SCAN1 3", scans)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .containsExactly("the scans have " + all + " frames and 3 are listed;"
                        + " each scan must list its frames, each once");
    }

    @Test
    void moreFramesThanAnyNumberAreNone() {
        assertThat(new AllFramesArePresent().judge(Blocks.with("diffrn_scan", "SCAN1 3", "SCAN1 1" + "0".repeat(400))))
                .extracting(Remark::wrong)
                .containsExactly(
                        "the number of frames of scan SCAN1 is 1" + "0".repeat(79) + "..., which is too large",
                        "3 places of pixels for 0 frames");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffrn_scan | SCAN1 3 | SCAN1 4 | lists 3 of its frames; frame 4 is missing; it must list its frames 1 to 4",
                "diffrn_scan | SCAN1 3 | SCAN1 0 | scan SCAN1 has 0 frames; a scan has one or more, a whole number",
                "diffrn_scan | SCAN1 3 | SCAN1 -3 | scan SCAN1 has -3 frames",
                "diffrn_scan | SCAN1 3 | SCAN1 3.2 | scan SCAN1 has 3.2 frames",
                "diffrn_scan | SCAN1 3 | SCAN1 3,0 | the number of frames of scan SCAN1 is '3,0', which is not a number",
                "diffrn_scan | SCAN1 3 | SCAN1 ? | the number of frames of scan SCAN1 is not known",
                "diffrn_scan_frame | SCAN1 1 | SCAN1 4 | must list its frames 1 to 3",
                "diffrn_scan_frame | SCAN1 1 | SCAN1 0 | must list its frames 1 to 3",
                "diffrn_scan_frame | SCAN1 1 | SCAN1 2000000000 | must list its frames 1 to 3",
                "diffrn_scan_frame | SCAN1 1 | SCAN1 -1 | must list its frames 1 to 3",
                "diffrn_scan_frame | SCAN1 2 | SCAN1 3 | lists 2 of its frames; frame 2 is missing",
                "array_data_external_data | E3 a | '' | 2 places of pixels for 3 frames"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new AllFramesArePresent().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }
}
