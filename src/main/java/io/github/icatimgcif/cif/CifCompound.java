package io.github.icatimgcif.cif;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of CIF 2.0 with its parts: dictionaries have such values, imgCIF has single ones. */
public sealed interface CifCompound {

    /** One value. */
    record Single(CifValue value) implements CifCompound {}

    /** A list, {@code [1 2]}. */
    record Items(List<CifCompound> items) implements CifCompound {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A table, {@code {'key':value}}, in the order of the file. */
    record Table(Map<String, CifCompound> entries) implements CifCompound {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
