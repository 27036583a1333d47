package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.write.ImgCifContent;
import io.github.icatimgcif.finding.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/** What the checks say of a block. */
public sealed interface Verdict {

    /** Everything that was found. */
    List<Finding> findings();

    /** A block that may be written and registered. Only {@link Validation} makes one. */
    final class Valid implements Verdict, ImgCifContent {

        private static final int BUFFER = 1 << 16;

        private final MappedBlock block;
        private final List<Finding> findings;

        Valid(MappedBlock block, List<Finding> findings) {
            this.block = block;
            this.findings = List.copyOf(findings);
        }

        /** The block that was judged. */
        public MappedBlock block() {
            return block;
        }

        @Override
        public List<Finding> findings() {
            return findings;
        }

        @Override
        public void writeTo(OutputStream out, LocalDate creationDate) throws IOException {
            writeTo(out, creationDate, rows -> {});
        }

        /**
         * The same, telling how far it is.
         *
         * @param rowsWritten hears after each row how many of {@link #rows} have been written
         */
        public void writeTo(OutputStream out, LocalDate creationDate, IntConsumer rowsWritten) throws IOException {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), BUFFER);
            new CifWriter(writer, rowsWritten).write(block.on(creationDate));
        }

        /** How many rows the loops of the file have. */
        public int rows() {
            return block.categories().stream()
                    .filter(category -> category.form() == Category.Form.LOOP)
                    .mapToInt(category -> category.rows().count())
                    .sum();
        }
    }

    /**
     * A block that must not be registered.
     *
     * @param findings at least one error
     */
    record Invalid(List<Finding> findings) implements Verdict {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
