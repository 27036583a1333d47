package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.cif.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The categories that have one row and say plain facts: the items come from the mapping files, the keys from here. */
final class Scalars {

    static final CifValue DIFFRN = CifValue.text("DIFFRN1");
    static final CifValue SPACE_GROUP = CifValue.text("SPACE_GROUP1");
    static final CifValue RADIATION = CifValue.text("RADIATION1");
    static final CifValue WAVELENGTH = CifValue.text("WAVELENGTH1");

    private final Map<ItemName, CifValue> items;
    private final List<Map<ItemName, CifValue>> itemsOfScans;

    /**
     * @param items        what is said once for all scans
     * @param itemsOfScans the items of each scan
     */
    Scalars(Map<ItemName, CifValue> items, List<Map<ItemName, CifValue>> itemsOfScans) {
        this.items = items;
        this.itemsOfScans = itemsOfScans;
    }

    /** All that stands before the geometry. */
    List<Category> head() {
        List<Category> head = new ArrayList<>();
        head.add(Category.loop(
                "audit_conform",
                List.of("dict_name", "dict_version"),
                Rows.of(List.of(List.of(CifValue.text(Dictionary.NAME), CifValue.text(Dictionary.VERSION))))));
        if (!items("database").isEmpty()) {
            head.add(pairs("database", Map.of()));
        }
        head.add(pairs("diffrn", Map.of("id", DIFFRN)));
        if (!items("exptl_crystal").isEmpty()) {
            head.add(pairs("exptl_crystal", Map.of()));
        }
        // What processing of the data found, if anything: see the mapping files.
        if (!items("cell").isEmpty()) {
            head.add(pairs("cell", Map.of("diffrn_id", DIFFRN)));
        }
        if (!items("space_group").isEmpty()) {
            head.add(pairs("space_group", Map.of("id", SPACE_GROUP)));
        }
        head.add(pairs("diffrn_source", keys("diffrn_id", DIFFRN, "radiation_id", RADIATION)));
        head.add(pairs("diffrn_radiation", keys("diffrn_id", DIFFRN, "id", RADIATION)));
        head.add(loop(
                "diffrn_radiation_wavelength", keys("id", WAVELENGTH, "radiation_id", RADIATION), List.of("value")));
        return head;
    }

    /** One value of the scan with this 0-based number, or {@code ?}. */
    CifValue itemOfScan(int scan, String name) {
        return itemsOfScans.get(scan).getOrDefault(ItemName.parse(name), CifValue.UNKNOWN);
    }

    /** The names of the objects of a category that any scan has a value of, in their order. */
    Set<String> objectsOfScans(String category) {
        Set<String> objects = new LinkedHashSet<>();
        itemsOfScans.forEach(items -> items.keySet().stream()
                .filter(item -> item.category().equals(category))
                .forEach(item -> objects.add(item.object())));
        return objects;
    }

    /** A category of one row written as pairs. */
    Category pairs(String category, Map<String, CifValue> keys) {
        Map<String, CifValue> row = row(category, keys, List.of());
        return new Category(
                category, List.copyOf(row.keySet()), Rows.of(List.of(List.copyOf(row.values()))), Category.Form.PAIRS);
    }

    /** A category of one row written as a loop, with these items present even if nobody knows them. */
    Category loop(String category, Map<String, CifValue> keys, List<String> always) {
        Map<String, CifValue> row = row(category, keys, always);
        return Category.loop(category, List.copyOf(row.keySet()), Rows.of(List.of(List.copyOf(row.values()))));
    }

    /** Keys in this order: name, value, name, value. */
    static Map<String, CifValue> keys(String first, CifValue firstValue, String second, CifValue secondValue) {
        Map<String, CifValue> keys = new LinkedHashMap<>();
        keys.put(first, firstValue);
        keys.put(second, secondValue);
        return keys;
    }

    /** The items of a category that the mapping files brought, in their order. */
    Map<String, CifValue> items(String category) {
        Map<String, CifValue> found = new LinkedHashMap<>();
        items.forEach((item, value) -> {
            if (item.category().equals(category)) {
                found.put(item.object(), value);
            }
        });
        return found;
    }

    private Map<String, CifValue> row(String category, Map<String, CifValue> keys, List<String> always) {
        Map<String, CifValue> row = new LinkedHashMap<>(keys);
        items(category).forEach(row::putIfAbsent);
        always.forEach(object -> row.putIfAbsent(object, CifValue.UNKNOWN));
        return row;
    }
}
