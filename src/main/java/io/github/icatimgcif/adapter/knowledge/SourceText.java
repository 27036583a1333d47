package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.NamedConversion;
import io.github.icatimgcif.conversion.complete.RuleSource;
import io.github.icatimgcif.conversion.complete.ValueConversion;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One source as written in a mapping file: {@code parameter:MX_flux unit photons/s convert positiveNumber}. */
record SourceText(SourceTerm term, Optional<Unit> unit, Optional<ValueConversion> conversion) {

    private static final Set<String> VOCABULARIES = Set.of(
            "nxmx",
            "imgcif",
            "minicbf",
            "smv",
            "eiger",
            "lima",
            "convention",
            "parameter",
            "beamline",
            "catalogue",
            "refined",
            "dataset",
            "geometry");

    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+unit\\s+(\\S+))?(?:\\s+convert\\s+(\\S+))?");

    /** @throws IllegalArgumentException if it is none, saying why */
    static SourceText read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a source: '" + text + "'; it has the form vocabulary:name [unit WORD] [convert NAME]");
        }
        return new SourceText(
                knownTerm(matcher.group(1)),
                Optional.ofNullable(matcher.group(2)).map(SourceText::knownUnit),
                Optional.ofNullable(matcher.group(3)).map(SourceText::knownConversion));
    }

    /**
     * Reads {@code vocabulary:name}.
     *
     * @throws IllegalArgumentException if it is none, or the vocabulary is not known
     */
    static SourceTerm knownTerm(String text) {
        SourceTerm term = SourceTerm.parse(text);
        if (!VOCABULARIES.contains(term.vocabulary())) {
            throw new IllegalArgumentException("the vocabulary of '" + term + "' is not known; known are "
                    + String.join(", ", VOCABULARIES.stream().sorted().toList()));
        }
        return term;
    }

    RuleSource ruleSource() {
        return new RuleSource(term, unit, conversion);
    }

    private static Unit knownUnit(String word) {
        return UnitWords.unit(word)
                .orElseThrow(() -> new IllegalArgumentException("the unit '" + word + "' is not known"));
    }

    private static ValueConversion knownConversion(String name) {
        return NamedConversion.named(name)
                .orElseThrow(() -> new IllegalArgumentException("the conversion '" + name + "' is not known"));
    }
}
