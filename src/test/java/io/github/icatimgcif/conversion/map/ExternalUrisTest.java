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

    @ParameterizedTest
    @CsvSource({
        "https://data.example.org/raw,     https://data.example.org/raw/x_1.h5",
        "https://data.example.org/raw/,    https://data.example.org/raw/x_1.h5",
        "https://data.example.org/\u00fc%20, https://data.example.org/%C3%BC%20/x_1.h5",
        "file:///data,                     file:///data/x_1.h5",
        "rsync://data.example.org/raw,     rsync://data.example.org/raw/x_1.h5",
        "raw,                              raw/x_1.h5",
        "..,                               ../x_1.h5"
    })
    void linksBeginWithABase(String base, String uri) {
        assertThat(uris(ExternalUris.below(base), DATASET).of(DATASET.resolve("x_1.h5")))
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://data.example.org/a b | no URI",
                "https://data.example.org/%zz | no URI",
                "https://data.example.org/{id} | no URI",
                "C:\\raw | no URI",
                "https://data.example.org/?file= | no path",
                "https://data.example.org/# | no path",
                "https:data | after the scheme comes //",
                "https:///data | after the scheme comes //",
                "https://\u00fc.example.org | in ASCII",
                "'' | empty"
            })
    void aBaseBelowWhichNoFileCanLieIsRefused(String base, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExternalUris.below(base))
                .withMessageContaining(why);
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
