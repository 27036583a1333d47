package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.register.CatalogueNames;

/** The condition on a dataset {@code ds} of type {@code t} and investigation {@code i} that it is raw and of this facility. */
final class RawCondition {

    private RawCondition() {}

    /** It, with an AND before each part. Where a facility names no type, whatever is not made from others is raw. */
    static String of(CatalogueNames names) {
        String isRaw = names.rawType().isBlank()
                ? " AND t.name <> " + IcatEntities.literal(names.processedType()) + " AND t.name NOT LIKE '%processed'"
                : " AND t.name=" + IcatEntities.literal(names.rawType());
        return names.facility().isEmpty()
                ? isRaw
                : isRaw + " AND i.facility.name=" + IcatEntities.literal(names.facility());
    }
}
