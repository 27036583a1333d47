package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.finding.Finding;
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
                "array_structure_list_axis | EY EY | EZ EY | no axis for dimension 2"
            })
    void whatIsWrongIsSaid(String category, String from, String to, String said) {
        assertThat(new FirstPixelIsAtItsCentre().judge(Blocks.with(category, from, to == null ? "" : to)))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(said));
    }

    /** The axis may run against the index; then the centre of the first pixel lies half a pixel the other way. */
    @Test
    void theAxisMayRunAgainstTheIndex() {
        assertThat(new FirstPixelIsAtItsCentre()
                        .judge(Blocks.with("array_structure_list_axis", "0.086 0.172", "-0.086 -0.172")))
                .isEmpty();
    }
}
