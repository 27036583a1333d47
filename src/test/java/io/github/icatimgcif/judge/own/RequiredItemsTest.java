package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.judge.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequiredItemsTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new RequiredItems().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffrn_radiation_wavelength | 0.976223 | ? | at least one value for required item _diffrn_radiation_wavelength.value is missing",
                "axis | -209.41 | ? | at least one value for required item _axis.offset[1]",
                "diffrn_scan_axis | 30 0.2 | 30 ? | _diffrn_scan_axis.angle_increment",
                "diffrn_radiation | x-ray | ? | _diffrn_radiation.type"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new RequiredItems().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    @Test
    void aCategoryThatIsNotThereIsMissed() {
        assertThat(new RequiredItems().judge(Blocks.withTable("array_data", "array_id", "IMAGE")))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .containsExactly(
                        "required item _array_data.binary_id is missing; without it nobody can use the images");
    }

    @Test
    void aLinkThatIsADotLeadsToNoFile() {
        assertThat(new RequiredItems().judge(Blocks.with("array_data_external_data", "E2 a", "E2 .")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.item()).isEqualTo("_array_data_external_data.uri");
                    assertThat(remark.row()).hasValue(2);
                    assertThat(remark.wrong()).isEqualTo("a dot leads to no file");
                });
    }

    @Test
    void aLinkIsRequiredOnlyWhereThePixelsAreNotInTheFile() {
        String link = "_array_data_external_data.uri";

        assertThat(new RequiredItems().judge(Blocks.read("data_a\n_array_data.array_id IMAGE\n")))
                .extracting(Remark::item)
                .contains(link);
        assertThat(new RequiredItems().judge(Blocks.read("data_a\n_array_data.array_id IMAGE\n_array_data.data x\n")))
                .extracting(Remark::item)
                .isNotEmpty()
                .doesNotContain(link);
    }

    @Test
    void inapplicableIsNotUnknown() {
        assertThat(new RequiredItems().judge(Blocks.with("axis", "omega 0 1 0", ". 0 1 0")))
                .isEmpty();
    }
}
