package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ShownValue;
import java.util.ArrayList;
import java.util.List;

/** Rows of a block as a person reads them. */
final class BlockRows {

    private BlockRows() {}

    /** These objects of each row of a category, separated by blanks; {@code ?} and {@code .} as in a file. */
    static List<String> of(DataBlock block, String category, String... objects) {
        Category found = block.category(category).orElseThrow();
        List<String> rows = new ArrayList<>();
        for (List<CifValue> row : found.rows()) {
            List<String> words = new ArrayList<>();
            for (String object : objects) {
                words.add(ShownValue.of(row.get(found.objects().indexOf(object))));
            }
            rows.add(String.join(" ", words));
        }
        return rows;
    }

    /** The names of the objects of a category, and its rows. */
    static List<String> whole(DataBlock block, String category) {
        List<String> objects = block.category(category).orElseThrow().objects();
        List<String> lines = new ArrayList<>(List.of(String.join(" ", objects)));
        lines.addAll(of(block, category, objects.toArray(String[]::new)));
        return lines;
    }
}
