package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** No two rows of a small category have the same key; the categories with a row a frame are numbered by construction. */
final class KeysAreUnique implements BlockTest {

    private static final String NAME = "Keys are unique";

    private static final Map<String, List<String>> KEYS = new TreeMap<>(Map.of(
            "axis", List.of("id"),
            "diffrn_scan", List.of("id"),
            "diffrn_scan_axis", List.of("scan_id", "axis_id"),
            "diffrn_detector_element", List.of("id"),
            "array_structure", List.of("id"),
            "array_structure_list", List.of("array_id", "index"),
            "array_structure_list_axis", List.of("axis_set_id", "axis_id"),
            "array_element_size", List.of("array_id", "index")));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Remark> remarks = new ArrayList<>();
        KEYS.forEach((category, key) -> {
            Set<List<String>> seen = new HashSet<>();
            for (Table.Row row : Table.of(block, category)) {
                List<String> values =
                        key.stream().map(object -> row.text(object).orElse("")).toList();
                if (!seen.add(values)) {
                    remarks.add(Remark.error(
                                    NAME,
                                    "_" + category + "." + key.get(key.size() - 1),
                                    "two rows have the key "
                                            + values.stream().map(ShownText::of).toList(),
                                    "each row must have a key of its own")
                            .inRow(row.number()));
                }
            }
        });
        return remarks;
    }
}
