package io.github.icatimgcif.cif;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes data blocks as CIF 2.0 whose content is valid CIF 1.1 too: lines of at most 2048 characters, every text quoted so that it
 * cannot leave its place, and all of it ASCII but for the {@link CifValue.Exact exact} texts beyond it, for which the file must be
 * UTF-8. Streams: no more than one row is held.
 */
public final class CifWriter {

    /** First line of the file; a reader takes it for CIF 2.0 by its first ten characters. */
    public static final String HEADER = "#\\#CIF_2.0";

    private final Writer out;
    private final IntConsumer rowsWritten;
    private final StringBuilder line = new StringBuilder();
    private int rows;

    /** Writes to {@code out}, which should be buffered and is not closed. */
    public CifWriter(Writer out) {
        this(out, rows -> {});
    }

    /**
     * The same, telling how far it is.
     *
     * @param rowsWritten hears after each row how many rows of loops have been written
     */
    public CifWriter(Writer out, IntConsumer rowsWritten) {
        this.out = out;
        this.rowsWritten = rowsWritten;
    }

    /** Writes a whole file of one block. */
    public void write(DataBlock block) throws IOException {
        write(List.of(block));
    }

    /** Writes a whole file of these blocks. */
    public void write(List<DataBlock> blocks) throws IOException {
        out.write(HEADER);
        for (DataBlock block : blocks) {
            writeBlock(block);
        }
        out.flush();
    }

    /** Writes a block without the first line of a file, for one that begins otherwise; a line feed comes first. */
    public void writeBlock(DataBlock block) throws IOException {
        out.write("\ndata_");
        out.write(block.name());
        out.write('\n');
        for (Category category : block.categories()) {
            out.write('\n');
            if (category.form() == Category.Form.PAIRS) {
                writePairs(category);
            } else if (category.rows().count() > 0) {
                writeLoop(category);
            }
        }
    }

    /** How a value is spelled that takes part of a line. A long text is a field of lines of its own, from line feed to line feed. */
    public static String word(CifValue value) {
        return CifText.of(value);
    }

    private void writePairs(Category category) throws IOException {
        int width = category.objects().stream().mapToInt(String::length).max().orElse(0)
                + category.name().length()
                + 3;
        List<CifValue> row = category.rows().iterator().next();
        for (int i = 0; i < row.size(); i++) {
            String name = "_" + category.name() + "." + category.objects().get(i);
            String value = CifText.of(row.get(i));
            out.write(name);
            if (value.startsWith("\n")) {
                out.write(value);
            } else {
                out.write(" ".repeat(width - name.length()));
                out.write(value);
                out.write('\n');
            }
        }
    }

    private void writeLoop(Category category) throws IOException {
        out.write("loop_\n");
        for (String object : category.objects()) {
            out.write(" _");
            out.write(category.name());
            out.write('.');
            out.write(object);
            out.write('\n');
        }
        List<String> values = new ArrayList<>(category.objects().size());
        for (List<CifValue> row : category.rows()) {
            if (row.size() != category.objects().size()) {
                throw new IllegalStateException("a row of " + category.name() + " has " + row.size() + " values for "
                        + category.objects().size() + " items");
            }
            values.clear();
            for (CifValue value : row) {
                values.add(CifText.of(value));
            }
            writeRow(values);
            rowsWritten.accept(++rows);
        }
    }

    /** Written at once: a writer is locked for each call, and a file has a million values. */
    private void writeRow(List<String> values) throws IOException {
        line.setLength(0);
        int column = 0;
        for (String value : values) {
            if (value.startsWith("\n")) {
                line.append(value);
                column = 0;
                continue;
            }
            if (column > 0 && column + value.length() + 1 > CifText.LONGEST_LINE) {
                line.append('\n');
                column = 0;
            }
            line.append(column == 0 ? "  " : " ").append(value);
            column += value.length() + 2;
        }
        if (column > 0) {
            line.append('\n');
        }
        out.append(line);
    }
}
