package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.BinarySection;
import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifEvents;
import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifProblem;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifScanner;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifSpelling;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.cif.DataBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The CIF reader. */
final class TextReaders {

    private TextReaders() {}

    /**
     * What is read is written, unless it is binary, and read again as the same number of rows, and one look finds nothing wrong with
     * it; all else says in which line it is no CIF.
     */
    static void cif(byte[] bytes) {
        List<CifProblem> problems = new ArrayList<>();
        try {
            scan(bytes, new Everything(true, new ArrayList<>()));
            scan(bytes, new Everything(false, problems));
            List<DataBlock> blocks = new CifReader().read(new ByteArrayInputStream(bytes));
            assertThat(problems).isEmpty();
            if (blocks.stream().anyMatch(TextReaders::hasBinary)) {
                return; // what lies in a binary section is not kept, so it cannot be written
            }
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

    private static void scan(byte[] bytes, CifEvents events) throws IOException {
        CifScanner.scan(new ByteArrayInputStream(bytes), CifLimits.USUAL, CifSelection.Until.END_OF_FILE, events);
    }

    private static boolean hasBinary(DataBlock block) {
        return block.categories().stream()
                .flatMap(category -> category.objects().stream().map(category::column))
                .anyMatch(TextReaders::hasBinary);
    }

    private static boolean hasBinary(Iterable<CifValue> column) {
        for (CifValue value : column) {
            if (value instanceof BinarySection) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> rows(DataBlock block) {
        return block.categories().stream()
                .map(category -> category.rows().count())
                .toList();
    }

    /** Takes every value, those of frames or not, and keeps the problems. */
    private record Everything(boolean frames, List<CifProblem> problems) implements CifEvents {

        @Override
        public void block(String name, int line, int column) {}

        @Override
        public boolean frame(String name, int line, int column) {
            return frames;
        }

        @Override
        public boolean pair(CifName name) {
            return true;
        }

        @Override
        public boolean loop(List<CifName> names, int line) {
            return true;
        }

        @Override
        public void value(CifSpelling spelling, String text, int line, int column) {}

        @Override
        public void compound(CifCompound value, int line, int column) {}

        @Override
        public void problem(CifProblem problem) {
            problems.add(problem);
        }
    }
}
