package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.ReadingCondition;
import io.github.icatimgcif.conversion.complete.ReadingCondition.Test;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Optional;

/** Reads the condition of a variant: one reading, held against words in one of three ways. */
final class VariantCondition {

    private VariantCondition() {}

    /** {@code {reading: minicbf:Oscillation_axis, is: [PHI]}}, or {@code contains: [...]}, or {@code present: true}. */
    static ReadingCondition read(YamlValue value) {
        value.onlyKeys("reading", "is", "contains", "present");
        SourceTerm reading = value.at("reading").as(SourceText::knownTerm);
        Optional<YamlValue> is = value.find("is");
        Optional<YamlValue> contains = value.find("contains");
        Optional<YamlValue> present = value.find("present");
        if (value.mapping().size() != 2) {
            throw value.mistake("a condition has a reading and one of is, contains and present");
        }
        return is.map(list -> new ReadingCondition(reading, Test.IS, words(list)))
                .or(() -> contains.map(list -> new ReadingCondition(reading, Test.CONTAINS, words(list))))
                .or(() -> present.map(
                        said -> new ReadingCondition(reading, said.yes() ? Test.PRESENT : Test.ABSENT, List.of())))
                .orElseThrow();
    }

    private static List<String> words(YamlValue list) {
        List<String> words = list.elements().stream().map(YamlValue::word).toList();
        if (words.isEmpty()) {
            throw list.mistake("at least one word is wanted here, or the condition never holds");
        }
        return words;
    }
}
