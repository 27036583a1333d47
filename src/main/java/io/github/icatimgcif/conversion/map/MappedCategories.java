package io.github.icatimgcif.conversion.map;

import java.util.List;

/** The categories whose items come from mapping files. Their keys, and all other categories, come from the code. */
public final class MappedCategories {

    /** Their names, without the underscore, in alphabetical order. */
    public static final List<String> NAMES = List.of(
            "array_intensities",
            "cell",
            "database",
            "diffrn",
            "diffrn_detector",
            "diffrn_measurement",
            "diffrn_radiation",
            "diffrn_radiation_wavelength",
            "diffrn_scan",
            "diffrn_source",
            "exptl_crystal",
            "space_group");

    private MappedCategories() {}
}
