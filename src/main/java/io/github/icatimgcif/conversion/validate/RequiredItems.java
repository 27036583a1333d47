package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items without which nobody can use the images; each must be there and nowhere unknown. */
final class RequiredItems implements Check {

    private static final List<ItemName> REQUIRED = java.util.stream.Stream.of(
                    "_array_structure_list.dimension",
                    "_array_structure_list.index",
                    "_array_structure_list.precedence",
                    "_array_structure_list.direction",
                    "_array_structure_list_axis.displacement_increment",
                    "_array_structure_list_axis.displacement",
                    "_diffrn_scan_axis.axis_id",
                    "_diffrn_scan_axis.angle_start",
                    "_diffrn_scan_axis.displacement_start",
                    "_diffrn_scan_axis.angle_range",
                    "_diffrn_scan_axis.displacement_increment",
                    "_diffrn_scan_axis.displacement_range",
                    "_diffrn_scan_axis.angle_increment",
                    "_diffrn_scan.frames",
                    "_axis.depends_on",
                    "_axis.type",
                    "_axis.vector[1]",
                    "_axis.vector[2]",
                    "_axis.vector[3]",
                    "_axis.offset[1]",
                    "_axis.offset[2]",
                    "_axis.offset[3]",
                    "_diffrn_radiation_wavelength.id",
                    "_diffrn_radiation_wavelength.value",
                    "_diffrn_radiation.type",
                    "_array_data.array_id",
                    "_array_data.binary_id",
                    "_array_data_external_data.uri")
            .map(ItemName::parse)
            .toList();

    @Override
    public String name() {
        return "Required items";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Set<String>> unknown = new HashMap<>();
        for (ItemName item : REQUIRED) {
            Optional<Category> category = block.category(item.category());
            if (category.isEmpty()
                    || !category.get().has(item.object())
                    || category.get().rows().count() == 0) {
                findings.add(Finding.error(item.toString(), "required item " + item + " is missing"));
            } else if (unknown.computeIfAbsent(item.category(), name -> unknownObjects(category.get()))
                    .contains(item.object())) {
                findings.add(
                        Finding.error(item.toString(), "at least one value for required item " + item + " is missing"));
            }
        }
        return findings;
    }

    /** The objects that are unknown in any row. Found in one walk: rows of frames are made anew each time they are walked. */
    private static Set<String> unknownObjects(Category category) {
        Set<String> unknown = new HashSet<>();
        for (List<CifValue> row : category.rows()) {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) == CifValue.UNKNOWN) {
                    unknown.add(category.objects().get(i));
                }
            }
        }
        return unknown;
    }
}
