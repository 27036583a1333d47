package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts that are true of all scans of a block. The dictionary has one row for the beam, the detector and the goniometer, so
 * that a fact the scans differ in, as the distance or the flux, has no place there.
 *
 * @param items    what all scans say that say anything; in the order of the first that says it
 * @param findings what is left out
 */
record AgreedItems(Map<ItemName, CifValue> items, List<Finding> findings) {

    /** Said of each scan by itself, or the same for all because scans that differ in it share no block. */
    private static final Set<String> ELSEWHERE = Set.of("diffrn_scan", "diffrn_radiation_wavelength");

    /** Rows are found by these; a row without its key says nothing. */
    private static final Set<String> KEYS = Set.of("id", "crystal_id");

    AgreedItems {
        findings = List.copyOf(findings);
    }

    /** Of the items of each scan. */
    static AgreedItems of(List<Map<ItemName, CifValue>> itemsOfScans) {
        Map<ItemName, CifValue> agreed = new LinkedHashMap<>();
        Map<ItemName, Set<String>> differing = new LinkedHashMap<>();
        for (Map<ItemName, CifValue> items : itemsOfScans) {
            items.forEach((item, value) -> {
                CifValue first = agreed.computeIfAbsent(item, key -> value);
                if (!isSame(first, value) && !ELSEWHERE.contains(item.category())) {
                    differing
                            .computeIfAbsent(item, key -> new LinkedHashSet<>())
                            .addAll(List.of(text(first), text(value)));
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        differing.forEach((item, values) -> findings.add(difference(item, values)));
        differing.keySet().stream()
                .filter(item -> !KEYS.contains(item.object()))
                .forEach(agreed::remove);
        return new AgreedItems(agreed, findings);
    }

    private static Finding difference(ItemName item, Set<String> values) {
        return Finding.note(
                item.toString(),
                "the scans of one description differ in it (" + String.join(", ", values) + "); "
                        + (KEYS.contains(item.object())
                                ? "that of the first is written"
                                : "it is not written, as one value cannot be true of all"));
    }

    /** 182.5 and 182.50 are one number. */
    private static boolean isSame(CifValue one, CifValue other) {
        return one instanceof CifValue.Decimal a && other instanceof CifValue.Decimal b
                ? a.number().compareTo(b.number()) == 0
                : one.equals(other);
    }

    private static String text(CifValue value) {
        return value.asText().orElse("not known");
    }
}
