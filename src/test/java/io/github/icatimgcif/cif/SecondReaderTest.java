package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.model.CifFile;

/** Every file of the golden folder says the same to this reader and to ciftools, and is written again as it was. */
final class SecondReaderTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void twoReadersReadTheSame() throws IOException {
        int values = 0;
        for (Path file : goldens()) {
            DataBlock ours = Texts.read(Files.readAllBytes(file), CifSelection.EVERYTHING)
                    .get(0);
            CifFile theirs = CifIO.readFromInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
            var block = theirs.getBlocks().get(0);
            assertThat(block.getCategories().keySet())
                    .containsExactlyElementsOf(
                            ours.categories().stream().map(Category::name).toList());
            for (Category category : ours.categories()) {
                var table = Objects.requireNonNull(block.getCategories().get(category.name()));
                int row = 0;
                for (List<CifValue> cells : category.rows()) {
                    for (int i = 0; i < cells.size(); i++) {
                        // It knows neither prefixes nor folded lines of a text.
                        String text = cells.get(i).asText().orElse("");
                        if (!text.contains("\n")) {
                            assertThat(table.getColumn(category.objects().get(i))
                                            .getStringData(row))
                                    .as(file + " _" + category.name() + "."
                                            + category.objects().get(i))
                                    .isEqualTo(text);
                            values++;
                        }
                    }
                    row++;
                }
                assertThat(table.getRowCount()).isEqualTo(row);
            }
        }
        assertThat(values).isGreaterThan(1000);
    }

    @Test
    void whatIsReadIsWrittenAsItWas() throws IOException {
        for (Path file : goldens()) {
            String text = Files.readString(file, StandardCharsets.US_ASCII);

            assertThat(Texts.written(Texts.read(text))).isEqualTo(text);
        }
    }

    private static List<Path> goldens() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".cif")).toList();
        }
    }
}
