package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.util.List;
import java.util.Optional;

/**
 * A fact that a person may state of a dataset.
 *
 * @param term       under which name it is stated
 * @param subject    what findings call it: the item, {@code _array_intensities.gain}, or the parameter
 * @param help       what it is, for whoever is to give it; empty text if its name has to do
 * @param unit       the unit it is to be given in; empty if it has none
 * @param conversion how its text is read
 */
public record StatableFact(
        SourceTerm term, String subject, String help, Optional<Unit> unit, ValueConversion conversion) {

    /** The words it may be, in their order; empty if it may be others. */
    public List<String> codes() {
        return conversion instanceof ValueConversion.Enumeration enumeration
                ? enumeration.codes().values().stream().distinct().sorted().toList()
                : List.of();
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return conversion == NamedConversion.NUMBER || conversion == NamedConversion.POSITIVE_NUMBER;
    }

    /** Stated with this text, in the unit it is to be given in. */
    public StatedFact stated(String text) {
        return new StatedFact(term, text, unit.filter(its -> its != Unit.ONE).map(UnitWords::word));
    }

    /** What is wrong with a text for it, if anything is. */
    public Optional<String> reasonAgainst(String text) {
        Converted converted = conversion.convert(text.strip(), unit, unit);
        return converted instanceof Converted.Unusable unusable ? Optional.of(unusable.reason()) : Optional.empty();
    }
}
