package io.github.icatimgcif.conversion.complete;

import java.util.Locale;
import java.util.Set;

/** Words that stand where a value is missing: Python's None, JSON's null, what people and detector servers write instead. */
final class MissingWords {

    private static final Set<String> WORDS =
            Set.of("", "none", "null", "n/a", "na", "unknown", "nan", "(nil)", "nil", "undefined", "?", ".", "-");

    private MissingWords() {}

    /** Whether this text says that there is no value. */
    static boolean isMissing(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
