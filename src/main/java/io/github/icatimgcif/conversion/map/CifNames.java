package io.github.icatimgcif.conversion.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that are words in CIF and differ from one another also without case, made from whatever a raw file calls things. */
final class CifNames {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Names that nobody else may have. */
    CifNames(String... reserved) {
        for (String name : reserved) {
            taken.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** The name in CIF of what is called {@code name} elsewhere; always the same for the same name. */
    String of(String name) {
        return names.computeIfAbsent(name, this::unique);
    }

    /** A name for something new, which no other thing has whatever it is called elsewhere. */
    String another(String name) {
        return unique(name);
    }

    private String unique(String name) {
        String word = word(name);
        String candidate = word;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = word + "_" + i;
        }
        return candidate;
    }

    /** The name with everything but ASCII letters, digits, point, hyphen and underscore replaced by underscores. */
    static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[^A-Za-z0-9]+", "");
        if (word.isEmpty()) {
            return "unnamed";
        }
        return word.length() > 60 ? word.substring(0, 60) : word;
    }
}
