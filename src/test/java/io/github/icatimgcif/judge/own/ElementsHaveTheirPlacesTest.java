package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElementsHaveTheirPlacesTest {

    private final ElementsHaveTheirPlaces test = new ElementsHaveTheirPlaces();

    @Test
    void oneElementAndSeveralPass() {
        assertThat(test.judge(Blocks.sound())).isEmpty();
        assertThat(test.judge(Panels.apart(2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axis | RS translation detector RF 0 -1 0 | RS translation detector RF 1 0 0 | the axes along the surface of RIGHT are parallel",
                "axis | RS translation detector RF | RS translation detector det_z | neither axis of element RIGHT carries the other",
                "array_structure_list | R 2 2 increasing 100 RS | R 2 2 increasing 100 . | no axes along two dimensions of the array of RIGHT",
                "array_structure_list | R 2 2 increasing 100 RS | R 2 3 increasing 100 RS | the precedences of array R are [1, 3]",
                "diffrn_data_frame | F1 RIGHT R | F1 LEFT R | no data of the detector element RIGHT",
                "diffrn_data_frame | F1 RIGHT R | F1 RIGHT L | the elements LEFT and RIGHT lie at the same place"
            })
    void whatIsWrongIsAnError(String category, String from, String to, String said) {
        assertThat(test.judge(Blocks.changed(Panels.apart(2), category, from, to)))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.isError()).isTrue();
                    assertThat(remark.wrong()).contains(said);
                });
    }

    @Test
    void anIndexThatDecreasesIsToldAndNotRefused() {
        assertThat(test.judge(Blocks.with("array_structure_list", "IMAGE 2 2 increasing", "IMAGE 2 2 decreasing")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.isError()).isFalse();
                    assertThat(remark.right()).contains("was not tested");
                });
    }

    @Test
    void aBlockWithoutElementsIsRefused() {
        assertThat(test.judge(Blocks.read("data_a\n_diffrn_scan.id S\n")))
                .extracting(Remark::wrong)
                .containsExactly("there is no detector element");
    }
}
