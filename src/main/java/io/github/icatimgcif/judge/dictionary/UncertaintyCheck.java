package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A standard uncertainty that is given twice in one row, in brackets and by its own item, must be the same. */
final class UncertaintyCheck {

    private final DictionaryRemarks remarks;
    private final Map<String, Given> bracketed = new HashMap<>();
    private final Map<String, Given> separate = new HashMap<>();

    /** A number and where it stands. */
    private record Given(BigDecimal number, Place place) {}

    UncertaintyCheck(DictionaryRemarks remarks) {
        this.remarks = remarks;
    }

    /** Whether an item has anything to do with it. */
    static boolean concerns(DictionaryItem item) {
        return item.type().isMeasurand() || item.type().isUncertainty();
    }

    /** Notes a value of the row that such an item has. */
    void add(DictionaryItem item, String text, Place place) {
        if (item.type().isMeasurand() && text.indexOf('(') < 0) {
            return;
        }
        CifValue value = BareValue.of(text);
        if (item.type().isUncertainty()) {
            item.linked()
                    .ifPresent(measured -> value.asNumber()
                            .ifPresent(number ->
                                    separate.put(measured.toLowerCase(Locale.ROOT), new Given(number, place))));
        } else if (value instanceof CifValue.Recorded recorded) {
            recorded.uncertainty().ifPresent(number -> bracketed.put(item.id(), new Given(number, place)));
        }
    }

    /** The row is complete. */
    void endOfRow() {
        bracketed.forEach((item, given) -> Optional.ofNullable(separate.get(item))
                .filter(other -> other.number().compareTo(given.number()) != 0)
                .ifPresent(other -> remarks.add(
                        DictionaryRule.UNCERTAINTY,
                        given.place(),
                        "the standard uncertainty is " + given.number().toPlainString() + " in brackets and "
                                + other.number().toPlainString() + " in "
                                + other.place().item(),
                        "give it once")));
        bracketed.clear();
        separate.clear();
    }
}
