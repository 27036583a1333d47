package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CifNamesTest {

    @ParameterizedTest
    @CsvSource({
        "omega, omega",
        "two theta, two_theta",
        "'a''b\"c', a_b_c",
        "_diffrn, diffrn",
        "#, unnamed",
        "\u03c9, unnamed",
        "kappa;1, kappa_1"
    })
    void aNameIsAWordOfCif(String name, String word) {
        assertThat(CifNames.word(name)).isEqualTo(word);
    }

    @Test
    void namesDifferAlsoWithoutCase() {
        var names = new CifNames();

        assertThat(names.of("Phi")).isEqualTo("Phi");
        assertThat(names.of("phi")).isEqualTo("phi_2");
        assertThat(names.of("PHI")).isEqualTo("PHI_3");
        assertThat(names.of("phi")).isEqualTo("phi_2");
    }

    /** Masters made of full CBFs have axes called ELEMENT_X, as ours are. */
    @Test
    void aNameOfOursIsNotThatOfTheRawFile() {
        var names = new CifNames();

        assertThat(names.another("ELEMENT_X")).isEqualTo("ELEMENT_X");
        assertThat(names.of("ELEMENT_X")).isEqualTo("ELEMENT_X_2");
    }

    @Test
    void reservedNamesStayFree() {
        assertThat(new CifNames("gravity").of("Gravity")).isEqualTo("Gravity_2");
    }

    @Test
    void aLongNameIsCutAndStaysUnique() {
        var names = new CifNames();
        String first = names.of("x".repeat(100) + "1");
        String second = names.of("x".repeat(100) + "2");

        assertThat(first).hasSize(60);
        assertThat(second).isNotEqualTo(first).hasSizeLessThan(75);
    }
}
