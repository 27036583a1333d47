package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifSpelling;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Holds each value of one item against its definition. */
final class ValueCheck {

    /** How many standard uncertainties a number may lie outside of its range, as the dictionary of DDLm has it. */
    private static final BigDecimal UNCERTAINTIES = BigDecimal.valueOf(3);

    private final DictionaryItem item;
    private final ContentType contents;
    private final ContainerCheck container;
    private final boolean isSingle;
    private final boolean mayBeUncertain;
    private final double lowest;
    private final double highest;
    private final Set<String> states = new HashSet<>();
    private final DictionaryRemarks remarks;

    ValueCheck(DictionaryItem item, DictionaryRemarks remarks) {
        this.item = item;
        this.remarks = remarks;
        contents = ContentType.named(item.type().contents());
        container = new ContainerCheck(item.type());
        isSingle = item.type().isSingle();
        mayBeUncertain = item.type().isMeasurand();
        lowest = item.range()
                .flatMap(ValueRange::lowest)
                .map(BigDecimal::doubleValue)
                .orElse(Double.NEGATIVE_INFINITY);
        highest = item.range()
                .flatMap(ValueRange::highest)
                .map(BigDecimal::doubleValue)
                .orElse(Double.POSITIVE_INFINITY);
        item.states().forEach(state -> states.add(inItsCase(state)));
    }

    /** Checks one value that is there. */
    void single(CifSpelling spelling, String text, Supplier<Place> place) {
        if (spelling == CifSpelling.BINARY) {
            remarks.add(
                    DictionaryRule.BINARY,
                    place.get(),
                    "the value is a binary section, and the dictionary has " + container.named() + " of "
                            + item.type().contents() + " there",
                    "a file that describes images, and is no CBF, says where they are");
            return;
        }
        if (!isSingle) {
            remarks.add(
                    DictionaryRule.CONTAINER,
                    place.get(),
                    "the value is not " + container.named() + ": " + DictionaryRemarks.shown(text),
                    "write " + container.described());
        }
        content(spelling == CifSpelling.QUOTED, text, place);
        if (!states.isEmpty() && !states.contains(inItsCase(text))) {
            remarks.add(
                    DictionaryRule.STATES,
                    place.get(),
                    DictionaryRemarks.shown(text) + " is none of the allowed values",
                    "write " + oneOf(item.states()));
        }
    }

    /** Checks a list or table. */
    void compound(CifCompound value, Supplier<Place> place) {
        if (isSingle) {
            remarks.add(
                    DictionaryRule.CONTAINER,
                    place.get(),
                    "the value is a " + (value instanceof CifCompound.Table ? "table" : "list"),
                    "write a single value");
            return;
        }
        container
                .wrong(value)
                .ifPresent(wrong ->
                        remarks.add(DictionaryRule.CONTAINER, place.get(), wrong, "write " + container.described()));
        if (container.isOfItsKind(value)) {
            leaves(value, place);
        }
    }

    private void leaves(CifCompound value, Supplier<Place> place) {
        if (value instanceof CifCompound.Items list) {
            list.items().forEach(inner -> leaves(inner, place));
        } else if (value instanceof CifCompound.Table table) {
            table.entries().values().forEach(inner -> leaves(inner, place));
        } else if (value instanceof CifCompound.Single single) {
            single.value()
                    .asText()
                    .ifPresent(text -> content(
                            single.value() instanceof CifValue.Text && BareValue.endOfNumber(text) > 0, text, place));
        }
    }

    private void content(boolean isQuoted, String text, Supplier<Place> place) {
        if (!contents.holds(text)) {
            remarks.add(
                    DictionaryRule.TYPE,
                    place.get(),
                    DictionaryRemarks.shown(text) + " is not " + contents.described(),
                    "");
        } else if (contents.isNumber() && isQuoted) {
            remarks.add(
                    DictionaryRule.TYPE,
                    place.get(),
                    "the number " + text + " is written as a text",
                    "write it without quotes and semicolons");
        }
        int end = BareValue.endOfNumber(text);
        if (contents.isNumber() && end > 0) {
            number(text, end, place);
        }
    }

    /** Checks a number, also one that is of another kind than it should be. */
    private void number(String text, int end, Supplier<Place> place) {
        boolean isUncertain = end < text.length();
        if (isUncertain && !mayBeUncertain) {
            remarks.add(
                    DictionaryRule.UNCERTAINTY,
                    place.get(),
                    text + " has a standard uncertainty, and the item may have none",
                    "write " + text.substring(0, end));
        }
        if (item.type().isSingle()
                && item.range().isPresent()
                && !isInRange(item.range().get(), text, isUncertain)) {
            remarks.add(
                    DictionaryRule.RANGE,
                    place.get(),
                    text + " is out of range",
                    "it must be " + item.range().get().inWords());
        }
    }

    private boolean isInRange(ValueRange range, String text, boolean isUncertain) {
        if (!isUncertain) {
            double number = Double.parseDouble(text);
            if (number > lowest && number < highest) {
                return true;
            }
            if (number < lowest || number > highest) {
                return false;
            }
        }
        CifValue number = BareValue.of(text);
        BigDecimal spread = number instanceof CifValue.Recorded recorded
                ? recorded.uncertainty().orElse(BigDecimal.ZERO).multiply(UNCERTAINTIES)
                : BigDecimal.ZERO;
        return number.asNumber()
                .map(magnitude -> range.holdsAbout(magnitude, spread))
                .orElse(true); // longer than anything that is measured
    }

    private String inItsCase(String text) {
        return contents == ContentType.CODE ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String oneOf(List<String> states) {
        int shown = Math.min(states.size(), 12);
        String list = String.join(", ", states.subList(0, shown));
        return states.size() == 1 ? list : "one of " + list + (shown < states.size() ? ", ..." : "");
    }
}
