package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.quantity.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the text that a source recorded becomes a value. The list is closed: there are no expressions in mapping files. */
public sealed interface ValueConversion permits NamedConversion, ValueConversion.Enumeration {

    /**
     * Converts.
     *
     * @param text     as recorded, without blanks around it, no word for a missing value
     * @param recorded unit it is recorded in; empty if it has none
     * @param wanted   unit the value is wanted in; empty if it has none
     */
    Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted);

    /** What a source has to measure for a value wanted in this unit. */
    default Optional<Unit.Dimension> measures(Optional<Unit> wanted) {
        return wanted.map(Unit::dimension);
    }

    /** How a text becomes the value that says the item itself, and not something from which it follows. */
    default ValueConversion ofItemItself() {
        return this;
    }

    /**
     * One of the codes that the dictionary allows, with the words that sources use for it; case does not matter.
     *
     * @param codes code by word, words in lower case
     */
    record Enumeration(Map<String, String> codes) implements ValueConversion {

        public Enumeration {
            codes = Map.copyOf(codes);
        }

        /** Codes with their words; each code also stands for itself. */
        public static Enumeration of(Map<String, List<String>> wordsByCode) {
            Map<String, String> codes = new TreeMap<>();
            wordsByCode.forEach((code, words) -> {
                codes.put(code.toLowerCase(Locale.ROOT), code);
                words.forEach(word -> codes.put(word.strip().toLowerCase(Locale.ROOT), code));
            });
            return new Enumeration(codes);
        }

        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            String code = codes.get(text.strip().toLowerCase(Locale.ROOT));
            return code == null
                    ? new Converted.Unusable("'" + text + "' is none of the words known for it: "
                            + String.join(", ", codes.keySet().stream().sorted().toList()))
                    : new Converted.Words(code);
        }
    }
}
