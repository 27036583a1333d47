package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.cif.DataBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The CIF reader. */
final class TextReaders {

    private TextReaders() {}

    /** What is read is written and read again as the same number of rows; all else says in which line it is no CIF. */
    static void cif(byte[] bytes) {
        try {
            List<DataBlock> blocks = new CifReader().read(new ByteArrayInputStream(bytes));
            StringWriter text = new StringWriter();
            new CifWriter(text).write(blocks);
            List<DataBlock> again = new CifReader()
                    .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            assertThat(again).hasSameSizeAs(blocks);
            for (int i = 0; i < blocks.size(); i++) {
                assertThat(rows(again.get(i))).isEqualTo(rows(blocks.get(i)));
            }
        } catch (CifUnreadable declared) {
            assertThat(declared).hasMessageContaining("line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> rows(DataBlock block) {
        return block.categories().stream()
                .map(category -> category.rows().count())
                .toList();
    }
}
