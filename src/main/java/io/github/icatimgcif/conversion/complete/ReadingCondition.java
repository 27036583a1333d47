package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one reading must say. Case does not count.
 *
 * @param reading which reading is asked, the most trusted source of it
 * @param test    how its text is held against the words
 * @param words   of which one must fit; empty for the tests that need none
 */
public record ReadingCondition(SourceTerm reading, Test test, List<String> words) {

    /** How a text is held against words. */
    public enum Test {
        /** The text is one of the words. */
        IS,
        /** One of the words stands in the text. */
        CONTAINS,
        /** There is a reading. */
        PRESENT,
        /** There is none. */
        ABSENT
    }

    public ReadingCondition {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Whether it holds.
     *
     * @param readings the text of a reading, if any source gives one
     */
    public boolean holds(Function<SourceTerm, Optional<String>> readings) {
        Optional<String> text = readings.apply(reading).map(said -> said.strip().toLowerCase(Locale.ROOT));
        return switch (test) {
            case IS -> text.filter(words::contains).isPresent();
            case CONTAINS ->
                text.filter(said -> words.stream().anyMatch(said::contains)).isPresent();
            case PRESENT -> text.isPresent();
            case ABSENT -> text.isEmpty();
        };
    }
}
