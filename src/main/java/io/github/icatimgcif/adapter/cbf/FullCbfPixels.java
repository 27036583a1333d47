package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.BinarySection;
import io.github.icatimgcif.experiment.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header of the first binary section says of the pixels behind it, and whether it fits what the CIF says. */
final class FullCbfPixels {

    private static final List<String> SIZES = List.of(
            "X-Binary-Size-Fastest-Dimension", "X-Binary-Size-Second-Dimension", "X-Binary-Size-Third-Dimension");

    private static final Pattern INTEGER = Pattern.compile("(un)?signed (8|16|32|64)-bit integer.*");

    private FullCbfPixels() {}

    /**
     * Bits of a pixel, of an unsigned integer unless negative; 0 if they are no integers, or nothing is said.
     *
     * @param array the first array that is stored
     */
    static int bitDepth(FullCbfHeader header, String array) {
        Optional<String> byCif = header.rows("array_structure").stream()
                .filter(row -> row.text("id").orElse("1").equals(array))
                .flatMap(row -> row.text("encoding_type").stream())
                .findFirst();
        return section(header)
                .flatMap(pixels -> pixels.field("X-Binary-Element-Type"))
                .or(() -> byCif)
                .map(FullCbfPixels::bits)
                .orElse(0);
    }

    private static int bits(String type) {
        Matcher integer = INTEGER.matcher(type.replace("\"", "").strip().toLowerCase(Locale.ROOT));
        if (!integer.matches()) {
            return 0;
        }
        int bits = Integer.parseInt(integer.group(2));
        return integer.group(1) == null ? -bits : bits;
    }

    /**
     * Compares the stored size of an array with that of its panels.
     *
     * @throws NotUsable if they differ
     */
    static void compareSize(FullCbfHeader header, FullCbfPanel panel) {
        List<Integer> stated =
                panel.section().map(Section::dimensions).orElse(List.of(panel.fastSize(), panel.slowSize()));
        List<Integer> stored = new ArrayList<>();
        section(header)
                .ifPresent(pixels -> SIZES.stream()
                        .flatMap(name -> pixels.field(name).stream())
                        .filter(size -> size.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .forEach(stored::add));
        int both = Math.min(stated.size(), stored.size());
        if (!stated.subList(0, both).equals(stored.subList(0, both))) {
            throw new NotUsable(
                    "_array_structure_list.dimension",
                    "array " + panel.array() + " of " + header.file() + " is " + stated
                            + " pixels by this category (in the order of precedence) and " + stored
                            + " by the header of its pixels; both must be the same");
        }
    }

    private static Optional<BinarySection> section(FullCbfHeader header) {
        return header.rows("array_data").stream()
                .flatMap(row -> row.pixels("data").stream())
                .findFirst();
    }
}
