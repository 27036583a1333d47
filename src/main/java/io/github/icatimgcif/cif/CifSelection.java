package io.github.icatimgcif.cif;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a file is read into memory, and how far the file is read at all. What is left out is still checked for its syntax.
 *
 * @param categories whether a category is kept; asked with its name in lower case, without the leading underscore
 * @param until      where reading ends
 */
public record CifSelection(Predicate<String> categories, Until until) {

    /** Where reading ends. */
    public enum Until {
        /** At the end of the file; binary sections are passed over by their size. */
        END_OF_FILE,
        /**
         * With the header of the first binary section, whose bytes are not touched. If that leaves the row of a loop
         * incomplete, its other values are {@code ?}.
         */
        FIRST_BINARY_SECTION,
        /** Where the second data block begins. */
        SECOND_BLOCK
    }

    /** The whole file. */
    public static final CifSelection EVERYTHING = new CifSelection(category -> true, Until.END_OF_FILE);

    /** Only these categories. */
    public static CifSelection only(String... categories) {
        return new CifSelection(lowerCase(categories)::contains, Until.END_OF_FILE);
    }

    /** The same categories, read so far. */
    public CifSelection until(Until other) {
        return new CifSelection(categories, other);
    }

    private static Set<String> lowerCase(String... categories) {
        return Stream.of(categories)
                .map(category -> category.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
