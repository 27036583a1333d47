package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.conversion.map.MappedFile;
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

/** What the checks say of an imgCIF. */
public sealed interface Verdict {

    /** Everything that was found. */
    List<Finding> findings();

    /** An imgCIF that may be written and registered. Only {@link Validation} makes one. */
    final class Valid implements Verdict, ImgCifContent {

        private static final int BUFFER = 1 << 16;

        private final MappedFile file;
        private final List<Finding> findings;
        private final Judgement judgement;

        Valid(MappedFile file, List<Finding> findings, Judgement judgement) {
            this.file = file;
            this.findings = List.copyOf(findings);
            this.judgement = judgement;
        }

        /** What was judged. */
        public MappedFile file() {
            return file;
        }

        /** What the judge says of it in short. */
        public Judgement judgement() {
            return judgement;
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
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            new CifWriter(writer, rowsWritten)
                    .write(file.blocks().stream()
                            .map(block -> block.on(creationDate))
                            .toList());
        }

        /** How many rows the loops of the file have. */
        public int rows() {
            return file.blocks().stream()
                    .flatMap(block -> block.categories().stream())
                    .filter(category -> category.form() == Category.Form.LOOP)
                    .mapToInt(category -> category.rows().count())
                    .sum();
        }
    }

    /**
     * An imgCIF that must not be registered.
     *
     * @param findings at least one error
     */
    record Invalid(List<Finding> findings) implements Verdict {
        public Invalid {
            findings = List.copyOf(findings);
        }
    }
}
