package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.cif.ShownValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sound block of three frames, of which a test changes one category. */
final class Blocks {

    private Blocks() {}

    private static final List<Category> SOUND = List.of(
            table("diffrn_radiation", "type", "x-ray"),
            table("diffrn_radiation_wavelength", "id value", "W 0.976223"),
            table(
                    "axis",
                    "id type equipment depends_on vector[1] vector[2] vector[3] offset[1] offset[2] offset[3]",
                    "omega rotation goniometer . 1 0 0 0 0 0",
                    "phi rotation goniometer omega 0 1 0 0 0 0",
                    "det_z translation detector . 0 0 -1 0 0 0",
                    "EX translation detector det_z 1 0 0 -209.41 215.50275 0",
                    "EY translation detector EX 0 -1 0 0 0 0"),
            table("diffrn_measurement_axis", "axis_id", "omega", "phi"),
            table("diffrn_detector_axis", "axis_id", "det_z"),
            table(
                    "array_structure_list",
                    "array_id index precedence direction dimension axis_set_id",
                    "IMAGE 1 1 increasing 2463 EX",
                    "IMAGE 2 2 increasing 2527 EY"),
            table(
                    "array_structure_list_axis",
                    "axis_set_id axis_id displacement displacement_increment",
                    "EX EX 0.086 0.172",
                    "EY EY 0.0855 0.171"),
            table("array_element_size", "array_id index size", "IMAGE 1 0.000172", "IMAGE 2 0.000171"),
            table("diffrn_scan", "id frames", "SCAN1 3"),
            table(
                    "diffrn_scan_axis",
                    "scan_id axis_id displacement_start displacement_increment displacement_range angle_start"
                            + " angle_increment angle_range",
                    "SCAN1 omega . . . 30 0.2 0.6",
                    "SCAN1 det_z 182.4375 0 0 . . ."),
            table("diffrn_scan_frame", "frame_id scan_id frame_number", "F1 SCAN1 1", "F2 SCAN1 2", "F3 SCAN1 3"),
            table("array_data", "array_id binary_id", "IMAGE 1", "IMAGE 2", "IMAGE 3"),
            table("array_data_external_data", "id uri", "E1 a", "E2 a", "E3 a"));

    static DataBlock sound() {
        return new DataBlock("sound", SOUND);
    }

    /** The sound block with another category in place of the one of its name. */
    static DataBlock withTable(String category, String objects, String... rows) {
        return with(sound(), table(category, objects, rows));
    }

    private static DataBlock with(DataBlock block, Category other) {
        List<Category> all = new ArrayList<>(block.categories().stream()
                .filter(category -> !category.name().equals(other.name()))
                .toList());
        all.add(other);
        return new DataBlock("changed", all);
    }

    /** The sound block with words of one category replaced; a stroke in them begins a row. */
    static DataBlock with(String category, String from, String to) {
        return changed(sound(), category, from, to);
    }

    /** A block that is given as text. */
    static DataBlock read(String text) {
        try {
            return new CifReader()
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A block with words of one category replaced. */
    static DataBlock changed(DataBlock block, String category, String from, String to) {
        Category before = block.category(category).orElseThrow();
        String[] rows = Stream.of(before.rows())
                .flatMap(all -> {
                    List<String> lines = new ArrayList<>();
                    all.forEach(row -> lines.add(
                            String.join(" ", row.stream().map(ShownValue::of).toList())));
                    return lines.stream();
                })
                .map(line -> line.replace(from, to))
                .flatMap(line -> Stream.of(line.split("\\|")))
                .filter(line -> !line.isBlank())
                .toArray(String[]::new);
        return with(block, table(category, String.join(" ", before.objects()), rows));
    }

    private static Category table(String name, String objects, String... rows) {
        return Category.loop(
                name,
                List.of(objects.split(" ")),
                Rows.of(Stream.of(rows)
                        .map(row -> Stream.of(row.split(" ")).map(Blocks::value).toList())
                        .toList()));
    }

    private static CifValue value(String word) {
        return switch (word) {
            case "." -> CifValue.INAPPLICABLE;
            case "?" -> CifValue.UNKNOWN;
            default -> word.matches("-?[0-9.]+") ? CifValue.number(new BigDecimal(word)) : CifValue.text(word);
        };
    }
}
