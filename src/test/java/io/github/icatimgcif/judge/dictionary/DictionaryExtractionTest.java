package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shipped is what the extractor makes. */
final class DictionaryExtractionTest {

    private static final Path SHIPPED = Path.of("src/main/resources/dictionary/cif_img.tsv");

    @Test
    void theFilesOfTheDictionaryGiveTheBytesThatAreShipped(@TempDir Path folder) throws IOException {
        Path made = folder.resolve("made.tsv");

        DictionaryExtraction.main(
                new String[] {SharedFolder.at("data/dictionaries").toString(), "cif_img.dic", made.toString()});

        assertThat(made).hasSameBinaryContentAs(SHIPPED);
    }

    @Test
    void whatIsShippedReadsBackAsItself() throws IOException {
        assertThat(DictionaryExtraction.text(Dictionaries.shipped())).isEqualTo(Files.readString(SHIPPED));
    }

    @Test
    void itIsTheDictionaryWithAllThatItImports() {
        assertThat(Dictionaries.shipped().editions())
                .extracting(edition -> edition.title() + " " + edition.version())
                .containsExactly("CIF_IMG 1.8.9", "MULTIBLOCK_DIC 1.1.0", "CIF_CORE 3.4.0");
    }
}
