package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters one by one are one text where the type has room for one letter, and texts of their own where it has room for more. */
final class SingleLettersTest {

    @ParameterizedTest
    @CsvSource({"fixed_letters, mm", "fixed_list, a|bc", "variable_list, x|y|z", "variable_one, x"})
    void theTypeTellsAWordFromAList(String name, String texts) {
        try (Hdf5File file = Fixtures.open("texts.h5")) {
            assertThat(Fixtures.group(file, "/texts")
                            .attribute(name)
                            .orElseThrow()
                            .texts())
                    .isEqualTo(List.of(texts.split("\\|")));
            assertThat(Fixtures.dataset(file, "/texts/" + name).texts()).isEqualTo(List.of(texts.split("\\|")));
        }
    }
}
