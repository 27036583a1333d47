package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysAreUniqueTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new KeysAreUnique().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axis | phi rotation | omega rotation | two rows have the key [omega]",
                "array_structure_list | IMAGE 2 2 | IMAGE 1 2 | two rows have the key [IMAGE, 1]",
                "diffrn_scan_axis | SCAN1 det_z | SCAN1 omega | two rows have the key [SCAN1, omega]"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new KeysAreUnique().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }
}
