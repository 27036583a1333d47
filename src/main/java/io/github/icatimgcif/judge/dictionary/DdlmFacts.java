package io.github.icatimgcif.judge.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a definition is kept: what a file can be held against. Descriptions, methods and examples are not. */
final class DdlmFacts {

    private DdlmFacts() {}

    static DictionaryCategory category(DdlmFrame frame) {
        return new DictionaryCategory(
                frame.id(),
                CategoryClass.named(frame.single("_definition.class").orElse("")),
                frame.single("_name.category_id").orElse("").toLowerCase(Locale.ROOT),
                frame.all("_category_key.name"));
    }

    static DictionaryItem item(DdlmFrame frame) {
        return new DictionaryItem(
                frame.single("_definition.id").orElse(""),
                frame.single("_name.category_id").orElse("").toLowerCase(Locale.ROOT),
                new ItemType(
                        frame.single("_type.purpose").orElse("Describe"),
                        frame.single("_type.container").orElse("Single"),
                        frame.single("_type.contents").orElse("Text"),
                        frame.single("_type.dimension").orElse("")),
                frame.single("_enumeration.range").map(ValueRange::parse),
                frame.states(),
                frame.single("_units.code").filter(unit -> !unit.equals("none")).orElse(""),
                frame.single("_enumeration.default"),
                frame.single("_name.linked_item_id"),
                frame.all("_alias.definition_id"),
                replacedBy(frame));
    }

    private static Optional<List<String>> replacedBy(DdlmFrame frame) {
        return frame.has("_definition_replaced.id") || frame.has("_definition_replaced.by")
                ? Optional.of(frame.all("_definition_replaced.by"))
                : Optional.empty();
    }
}
