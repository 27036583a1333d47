package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirstPixelIsAtItsCentreTest {

    @Test
    void aSoundBlockPasses() {
        assertThat(new FirstPixelIsAtItsCentre().judge(Blocks.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "array_structure_list_axis | 0.086 | 0 | must be half a pixel",
                "array_structure_list_axis | 0.0855 | 0.086 | must be half a pixel",
                "array_structure_list_axis | 0.172 | 0.171 | one pixel",
                "array_element_size | 0.000172 | 0.172 | with pixels of 172.0 mm",
                "array_structure_list_axis | EY EY | EZ EY | no axis for dimension 2",
                "array_element_size | 0.000172 | ? | size is not known; where the first pixel lies and how large it is must be numbers",
                "array_element_size | 0.000172 | 0,000172 | size is '0,000172', which is not a number: it has a comma",
                "array_structure_list_axis | 0.086 0 | left 0 | displacement is 'left', which is not a number",
                "array_structure_list_axis | 0.086 0.172 | 0.086 . | displacement_increment is a dot, which is no number",
                "array_structure_list | IMAGE 2 2 | IMAGE 3 2 | array_element_size has no size for index 3 of array IMAGE; the same indices must stand in both, or no sizes at all"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new FirstPixelIsAtItsCentre().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(remark -> remark.wrong() + "; " + remark.right())
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    /** The row is that of the category which has the fault. */
    @Test
    void aSizeThatIsNoNumberIsTheOnlyFault() {
        assertThat(new FirstPixelIsAtItsCentre().judge(Blocks.with("array_element_size", "0.000171", "?")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.item()).isEqualTo("_array_element_size.size");
                    assertThat(remark.row()).hasValue(2);
                });
    }

    /** The axis may run against the index; then the centre of the first pixel lies half a pixel the other way. */
    @Test
    void theAxisMayRunAgainstTheIndex() {
        assertThat(new FirstPixelIsAtItsCentre()
                        .judge(Blocks.with("array_structure_list_axis", "0.086 0.172", "-0.086 -0.172")))
                .isEmpty();
    }

    @Test
    void aFirstPixelBeforeTheBeginningOfItsAxisIsToldAndNotRefused() {
        assertThat(new FirstPixelIsAtItsCentre()
                        .judge(Blocks.with("array_structure_list_axis", "0.086 0.172", "-0.086 0.172")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.isError()).isFalse());
    }

    /** Then the step from pixel to pixel is all that tells how large they are. */
    @Test
    void withoutSizesOfPixelsTheStepCounts() {
        DataBlock sound = Blocks.sound();
        DataBlock without = new DataBlock(
                "without",
                sound.categories().stream()
                        .filter(category -> !category.name().equals("array_element_size"))
                        .toList());

        assertThat(new FirstPixelIsAtItsCentre().judge(without)).isEmpty();
        assertThat(new FirstPixelIsAtItsCentre()
                        .judge(Blocks.changed(without, "array_structure_list_axis", "0.086 0.172", "0 0.172")))
                .hasSize(1);
    }

    /** Thousands of rows may lead to it, and each is told. */
    @Test
    void ofALongValueTheBeginningIsTold() {
        assertThat(new FirstPixelIsAtItsCentre()
                        .judge(Blocks.with("array_structure_list_axis", "0.086 0", "x".repeat(100_000) + " 0")))
                .singleElement()
                .satisfies(remark -> assertThat(remark.wrong())
                        .isEqualTo("displacement is '" + "x".repeat(80) + "...', which is not a number"));
    }
}
