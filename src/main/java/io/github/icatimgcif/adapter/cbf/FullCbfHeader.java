package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a full CBF says before its first pixels, as tables.
 *
 * @param file     name of the file, for messages
 * @param block    its first data block
 * @param comments the whole text before the pixels, of which the comment lines of a miniCBF may be a part
 */
record FullCbfHeader(String file, DataBlock block, String comments) {

    /** Categories under names that they do not have any more. */
    private static final Map<String, String> OLD_NAMES = Map.of("diffrn_data_frame", "diffrn_frame_data");

    /** More than this is no header: that of a hundred panels takes 64 kB, each frame of a scan some 200 bytes. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /**
     * Reads the beginning of a file.
     *
     * @throws NotUsable if it is no CIF as far as the first pixels, or there are no pixels in it
     */
    static FullCbfHeader of(Head head) {
        String file = head.file().name();
        CbfHead start = CbfHead.of(head.text());
        if (start.binary().isEmpty()) {
            throw new NotUsable(
                    file,
                    "looked for the header of the first binary section (" + CbfHead.SECTION
                            + ") and found no whole one in the first " + head.length()
                            + " bytes; the file is cut off or has no image");
        }
        try {
            byte[] bytes = new byte[head.length()];
            head.bytes().get(bytes);
            List<DataBlock> blocks = new CifReader()
                    .read(new ByteArrayInputStream(bytes), CifSelection.EVERYTHING.until(Until.FIRST_BINARY_SECTION));
            return new FullCbfHeader(file, blocks.get(blocks.size() - 1), start.text());
        } catch (CifUnreadable e) {
            throw new NotUsable(file, "its header is no CIF: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read but memory
        }
    }

    /** How many bytes the header takes. */
    int length() {
        return comments.getBytes(StandardCharsets.ISO_8859_1).length;
    }

    /** The rows of a category under its name of today; none if the file does not have it. */
    List<FullCbfRow> rows(String category) {
        return category(category).map(found -> rows(category, found)).orElse(List.of());
    }

    /** The rows of a category that was read. */
    static List<FullCbfRow> rows(String category, Category found) {
        List<FullCbfRow> rows = new ArrayList<>();
        for (List<CifValue> values : found.rows()) {
            Map<String, CifValue> byName = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                byName.put(found.objects().get(i).toLowerCase(Locale.ROOT), values.get(i));
            }
            rows.add(new FullCbfRow(category, byName));
        }
        return rows;
    }

    /** The rows of a category by a value that they have; rows without it are left out. */
    Map<String, List<FullCbfRow>> rowsBy(String category, Function<FullCbfRow, Optional<String>> key) {
        Map<String, List<FullCbfRow>> byKey = new LinkedHashMap<>();
        rows(category)
                .forEach(row -> key.apply(row)
                        .ifPresent(value -> byKey.computeIfAbsent(value, v -> new ArrayList<>())
                                .add(row)));
        return byKey;
    }

    /** The values of a category as they stand, to be compared with those of another file. */
    List<List<CifValue>> values(String category) {
        List<List<CifValue>> values = new ArrayList<>();
        category(category).ifPresent(found -> found.rows().forEach(values::add));
        return values;
    }

    private Optional<Category> category(String name) {
        return block.category(name)
                .or(() -> Optional.ofNullable(OLD_NAMES.get(name)).flatMap(block::category));
    }
}
