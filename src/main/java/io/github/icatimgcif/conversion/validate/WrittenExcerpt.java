package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.judge.written.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The part of a block that says where pixels lie in some of its frames, written as a file has it and read again. */
final class WrittenExcerpt {

    private static final List<String> WHOLE = List.of(
            "axis",
            "diffrn_detector_element",
            "array_structure_list",
            "array_structure_list_section",
            "array_structure_list_axis",
            "diffrn_scan",
            "diffrn_scan_axis");

    private WrittenExcerpt() {}

    /**
     * The excerpt as a reader of the file gets it.
     *
     * @param numbers 1-based numbers of the frames that are wanted of each scan, by its id
     */
    static DataBlock of(DataBlock block, Map<String, Set<Integer>> numbers) {
        List<Category> excerpt = new ArrayList<>();
        WHOLE.forEach(name -> block.category(name).ifPresent(excerpt::add));
        Set<String> frames = new HashSet<>();
        rows(block, "diffrn_scan_frame", row -> {
                    boolean wanted = numbers.getOrDefault(row.text("scan_id").orElse(""), Set.of())
                            .contains(row.number("frame_number")
                                    .map(Number::intValue)
                                    .orElse(0));
                    return wanted && frames.add(row.text("frame_id").orElse(""));
                })
                .ifPresent(excerpt::add);
        rows(
                        block,
                        "diffrn_scan_frame_axis",
                        row -> frames.contains(row.text("frame_id").orElse("")))
                .ifPresent(excerpt::add);
        firstFrame(block).ifPresent(excerpt::add);
        return readBack(new DataBlock(block.name(), excerpt));
    }

    private static DataBlock readBack(DataBlock excerpt) {
        StringWriter text = new StringWriter();
        try {
            new CifWriter(text).write(excerpt);
            return new CifReader()
                    .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static Optional<Category> rows(DataBlock block, String name, Predicate<Table.Row> wanted) {
        return block.category(name).map(category -> {
            List<List<CifValue>> kept = new ArrayList<>();
            for (Table.Row row : Table.of(block, name)) {
                if (wanted.test(row)) {
                    kept.add(row.values());
                }
            }
            return Category.loop(name, category.objects(), Rows.of(kept));
        });
    }

    /** Which array belongs to which element; the rows of the other frames, as many as pixels can be, say the same. */
    private static Optional<Category> firstFrame(DataBlock block) {
        String name = "diffrn_data_frame";
        return block.category(name).map(category -> {
            List<List<CifValue>> kept = new ArrayList<>();
            Optional<String> first = Optional.empty();
            for (Table.Row row : Table.of(block, name)) {
                Optional<String> id = row.text("id");
                if (first.isPresent() && !first.equals(id)) {
                    break;
                }
                first = id;
                kept.add(row.values());
            }
            return Category.loop(name, category.objects(), Rows.of(kept));
        });
    }
}
