package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.ItemName;
import java.util.List;

/** Where a scalar item of the imgCIF comes from. */
public sealed interface MappingRule {

    /** The item. */
    ItemName item();

    /** An item with one value. */
    record Value(ItemName item, Selection selection) implements MappingRule {}

    /** An item for free text, made of phrases, each said if its value is known. */
    record Phrases(ItemName item, List<Phrase> phrases) implements MappingRule {
        public Phrases {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * One phrase.
     *
     * @param text      with {@code {}} where the value stands: {@code transmission {} %}
     * @param selection where the value comes from
     */
    record Phrase(String text, Selection selection) {
        public Phrase {
            if (!text.contains("{}")) {
                throw new IllegalArgumentException("the phrase '" + text + "' has no {} for its value");
            }
        }
    }
}
