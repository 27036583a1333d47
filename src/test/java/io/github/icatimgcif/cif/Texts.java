package io.github.icatimgcif.cif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes texts, and takes rows apart for comparison. */
final class Texts {

    private Texts() {}

    static List<DataBlock> read(String text) {
        return read(text, CifSelection.EVERYTHING);
    }

    static List<DataBlock> read(String text, CifSelection selection) {
        return read(text.getBytes(StandardCharsets.UTF_8), selection);
    }

    static List<DataBlock> read(byte[] bytes, CifSelection selection) {
        try {
            return new CifReader().read(new ByteArrayInputStream(bytes), selection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a category of the first block. */
    static List<List<CifValue>> rows(List<DataBlock> blocks, String category) {
        List<List<CifValue>> rows = new ArrayList<>();
        blocks.get(0).category(category).orElseThrow().rows().forEach(rows::add);
        return rows;
    }

    /** The only value of {@code _x.y}. */
    static CifValue value(String text) {
        return rows(read(text), "x").get(0).get(0);
    }

    static String written(DataBlock block) {
        return written(List.of(block));
    }

    static String written(List<DataBlock> blocks) {
        StringWriter out = new StringWriter();
        try {
            new CifWriter(out).write(blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
