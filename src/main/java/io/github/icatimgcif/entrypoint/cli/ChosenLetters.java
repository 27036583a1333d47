package io.github.icatimgcif.entrypoint.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dead letters that a command changes: one, those of a filter, or, said in so many words, all. */
final class ChosenLetters {

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "number of one letter")
    private @Nullable Long number;

    @Option(names = "--all", description = "all of them")
    private boolean all;

    @Mixin
    private final LetterFilterOptions filter = new LetterFilterOptions();

    /** What is wrong with the choice, if anything is. */
    Optional<String> mistake() {
        int said = (number == null ? 0 : 1) + (all ? 1 : 0) + (filter.query().isEmpty() ? 0 : 1);
        return said == 1
                ? Optional.empty()
                : Optional.of("say which letters are meant: a number, or --door, --reason, --since, or --all");
    }

    /** The number of the one that is meant. */
    Optional<Long> number() {
        return Optional.ofNullable(number);
    }

    /** As the service wants to be asked for several. */
    Map<String, String> query() {
        Map<String, String> query = filter.query();
        if (all) {
            query.put("all", "true");
        }
        return query;
    }
}
