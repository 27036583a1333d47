package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExternalUrisTest {

    private static final Path DATASET = Path.of("/data/visitor/mx2532/RAW_DATA/run 1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b.h5     | a%3Ab.h5",
                "100%.h5    | 100%25.h5",
                "no#1.h5    | no%231.h5",
                "what?.h5   | what%3F.h5",
                "\u00e9chantillon \u00b5.h5 | %C3%A9chantillon%20%C2%B5.h5",
                "a-b_c.d~e.h5 | a-b_c.d~e.h5",
                "sub/{doi}.h5 | sub/%7Bdoi%7D.h5"
            })
    void charactersThatMeanSomethingInAUriAreEncoded(String file, String encoded) {
        assertThat(uris("file://{path}", DATASET).of(DATASET.resolve(file)))
                .isEqualTo("file:///data/visitor/mx2532/RAW_DATA/run%201/" + encoded);
    }

    @Test
    void aFileMayBeNamedFromTheFolderOfTheImgCif() {
        assertThat(uris("{relative}", DATASET).of(DATASET.resolve("x_1.h5"))).isEqualTo("../run%201/x_1.h5");
    }

    @Test
    void aFileMayBeNamedBelowTheDataset() {
        assertThat(uris("https://data.example.org/{id}/{below}", DATASET).of(DATASET.resolve("sub/x_1.h5")))
                .isEqualTo("https://data.example.org/4711/sub/x_1.h5");
    }

    /** A dataset may be named by its master file; then the files lie beside it and not below it. */
    @Test
    void aFileLiesBelowTheFolderOfTheMasterThatTheDatasetIsNamedBy() {
        assertThat(uris("raw/{below}", DATASET.resolve("x_master.h5")).of(DATASET.resolve("x_1.h5")))
                .isEqualTo("raw/x_1.h5");
    }

    @Test
    void aTemplateThatAsksForWhatTheDatasetLacksIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> uris("https://doi.org/{doi}", DATASET));
    }

    private static ExternalUris uris(String template, Path location) {
        return new ExternalUris(
                template,
                Path.of("/data/visitor/mx2532/RAW_DATA/imgcif"),
                location,
                Optional.of(4711L),
                Optional.empty());
    }
}
