package io.github.icatimgcif.icatstub;

import java.util.List;
import java.util.Optional;

/** What ICAT checks of parameters, and the false reasons under which it refuses them. */
final class StubParameterRules {

    private StubParameterRules() {}

    static void check(StubStore store, StubEntity entity) {
        if (!entity.type().name().equals("DatasetParameter")) {
            return;
        }
        StubEntity type = entity.reference("type").orElseThrow();
        StubEntity dataset = entity.reference("dataset").orElseThrow();
        if (!type.value("applicableToDataset").equals(Optional.of(true))) {
            throw StubRefusal.exists(StubWriter.existence(dataset));
        }
        if (!type.value("enforced").equals(Optional.of(true))) {
            return;
        }
        boolean numeric = type.text("valueType").equals("NUMERIC");
        if (numeric && entity.value("numericValue").isEmpty()) {
            throw StubRefusal.exists(StubWriter.existence(dataset));
        }
        if (numeric ? isOut(type, entity) : isNotPermissible(store, type, entity)) {
            throw StubRefusal.exists(StubWriter.existence(type));
        }
    }

    private static boolean isOut(StubEntity type, StubEntity parameter) {
        double value = (Double) parameter.value("numericValue").orElseThrow();
        boolean below = type.value("minimumNumericValue")
                .map(least -> value < (Double) least)
                .orElse(false);
        boolean above = type.value("maximumNumericValue")
                .map(most -> value > (Double) most)
                .orElse(false);
        return below || above;
    }

    private static boolean isNotPermissible(StubStore store, StubEntity type, StubEntity parameter) {
        List<StubEntity> permissible = store.children(
                type,
                Optional.ofNullable(type.type().toMany().get("permissibleStringValues"))
                        .orElseThrow());
        return !permissible.isEmpty()
                && permissible.stream().noneMatch(value -> value.text("value").equals(parameter.text("stringValue")));
    }
}
