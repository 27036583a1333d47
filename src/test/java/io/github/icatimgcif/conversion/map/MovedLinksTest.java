package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.collect.RawFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MovedLinksTest {

    private static final Path DATASET = Path.of("/data/visitor/mx2532/RAW_DATA/run 1");
    private static final Path IMGCIF = Path.of("/data/visitor/mx2532/PROCESSED_DATA/run 1/imgCIF");
    private static final RawFolder FOLDER = new RawFolder(DATASET, Path.of("/gpfs/visitor/mx2532/RAW_DATA/run 1"));
    private static final Path FILE = DATASET.resolve("sub/100%_\u00b5 1+2.h5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://{path}",
                "{relative}",
                "https://data.example.org/{id}/{below}",
                "https://doi.org/{doi}#{below}",
                "https://{id}.example.org{path}?doi={doi}"
            })
    void whatATemplateMadeOfAPathIsUndone(String template) {
        String uri = uris(template, IMGCIF).of(FILE);

        assertThat(new WrittenLinks(template, IMGCIF, DATASET).file(uri)).contains(FILE);
    }

    @Test
    void linksToWhereTheDataLieAreKnownWhateverTheTemplate() {
        WrittenLinks links = new WrittenLinks("https://doi.org/{doi}#{below}", IMGCIF, DATASET);

        assertThat(links.file("file:///data/visitor/x_1.h5")).contains(Path.of("/data/visitor/x_1.h5"));
        assertThat(links.file("https://elsewhere.example.org/x_1.h5")).isEmpty();
        assertThat(links.file("s3:bucket")).isEmpty();
    }

    @Test
    void aFileBelowTheDatasetIsFoundBesideTheImgCif() {
        assertThat(moved("file://{path}", MovedLinks.BESIDE)
                        .apply(uris("file://{path}", IMGCIF).of(FILE)))
                .isEqualTo("raw/sub/100%25_%C2%B5%201%2B2.h5");
    }

    @Test
    void aFileThatIsNamedByItsRealPathIsTheSame() {
        assertThat(moved("file://{path}", MovedLinks.BESIDE).apply("file:///gpfs/visitor/mx2532/RAW_DATA/run%201/x.h5"))
                .isEqualTo("raw/x.h5");
    }

    @Test
    void aLinkIntoThePortalMayNameTheFileByItsId() {
        assertThat(moved("{relative}", "https://portal.example.org/ids/data/download?datafileIds={datafileId}")
                        .apply("../../../RAW_DATA/run%201/x_1.h5"))
                .isEqualTo("https://portal.example.org/ids/data/download?datafileIds=90210");
        assertThatThrownBy(() -> moved("{relative}", "https://portal.example.org/{datafileId}")
                        .apply("../../../RAW_DATA/run%201/x_2.h5"))
                .isInstanceOf(LinkNotMoved.class)
                .hasMessageContaining("x_2.h5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///data/visitor/mx2532/RAW_DATA/run%202/x_1.h5",
                "file:///data/visitor/mx2532/RAW_DATA/run%201/../run%202/x_1.h5",
                "file:///data/visitor/mx2532/RAW_DATA/run%201",
                "file:///etc/passwd",
                "../../../../../etc/passwd",
                "https://elsewhere.example.org/x_1.h5"
            })
    void aLinkToAnotherFolderIsNotMoved(String uri) {
        assertThatThrownBy(() -> moved("{relative}", MovedLinks.BESIDE).apply(uri))
                .isInstanceOf(LinkNotMoved.class);
    }

    @Test
    void aTemplateTellsFilesApartAndHasKnownPlaceholders() {
        assertThat(LinkTemplates.mistake("https://doi.org/{doi}#{below}")).isEmpty();
        assertThat(LinkTemplates.mistake("https://portal.example.org/{id}").orElse(""))
                .contains("one link");
        assertThat(LinkTemplates.mistake("{relative}").orElse("")).contains("{relative} is not known");
    }

    @Test
    void theMasterThatADatasetIsNamedByLiesBelowItsFolder() {
        ExternalUris uris = new ExternalUris(
                "raw/{below}", IMGCIF, DATASET.resolve("x_master.h5"), Optional.empty(), Optional.empty());

        assertThat(uris.of(DATASET.resolve("x_master.h5"))).isEqualTo("raw/x_master.h5");
    }

    private static MovedLinks moved(String from, String to) {
        return new MovedLinks(
                new WrittenLinks(from, IMGCIF, DATASET),
                FOLDER,
                uris(to, DATASET),
                below -> below.equals(Path.of("x_1.h5")) ? Optional.of(90210L) : Optional.empty());
    }

    private static ExternalUris uris(String template, Path imgCifFolder) {
        return new ExternalUris(
                template, imgCifFolder, DATASET, Optional.of(4711L), Optional.of("10.15151/ESRF-ES-1234"));
    }
}
