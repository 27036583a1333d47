package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.BinarySection;
import io.github.icatimgcif.cif.CifValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a category of a full CBF, its objects found under the names of today or those of old. */
final class FullCbfRow {

    /**
     * Spellings of mmCIF and of old imgCIF dictionaries, by today's name; the dictionaries give most of them as aliases. Each is
     * asked for if the name itself has no value.
     */
    private static final Map<String, List<String>> OLD_NAMES = Map.ofEntries(
            Map.entry("diffrn_radiation_wavelength.value", List.of("wavelength")),
            Map.entry("diffrn_detector.make", List.of("type")),
            Map.entry("diffrn_detector.description", List.of("detector")),
            Map.entry("diffrn_source.make", List.of("type")),
            Map.entry("diffrn_source.device", List.of("source")),
            Map.entry("diffrn.ambient_temperature", List.of("ambient_temp")),
            Map.entry("diffrn_measurement_axis.measurement_id", List.of("id")),
            Map.entry("diffrn_detector_axis.detector_id", List.of("id")));

    /** No item of an experiment is larger, nor has more digits behind the point. */
    private static final int LARGEST_EXPONENT = 30;

    private final String category;
    private final Map<String, CifValue> values;

    /**
     * A row.
     *
     * @param category name of the category, in lower case
     * @param values   by the names after the point, in lower case
     */
    FullCbfRow(String category, Map<String, CifValue> values) {
        this.category = category;
        this.values = values;
    }

    /** The value as a text; empty if it is not there, {@code ?}, {@code .} or blank. */
    Optional<String> text(String object) {
        return value(object).flatMap(CifValue::asText).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The value as a text that has to be there.
     *
     * @throws NotUsable if it is not
     */
    String needed(String object) {
        return text(object)
                .orElseThrow(() -> new NotUsable(
                        item(object),
                        "has no value in a row of its category " + values.keySet() + "; each row needs one"));
    }

    /**
     * The value as a number with the digits it has; empty if there is none.
     *
     * @throws NotUsable if the value is a text that is no number, or one that no instrument has
     */
    Optional<BigDecimal> number(String object) {
        Optional<String> text = text(object);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = value(object).flatMap(CifValue::asNumber).or(() -> inQuotes(text.get()));
        if (number.isEmpty()) {
            throw new NotUsable(item(object), "says '" + text.get() + "', which is no number");
        }
        BigDecimal it = number.get();
        boolean isHuge = it.signum() != 0 && (long) it.precision() - it.scale() > LARGEST_EXPONENT;
        if (isHuge || Math.abs((long) it.scale()) > 2L * LARGEST_EXPONENT || it.precision() > 3 * LARGEST_EXPONENT) {
            throw new NotUsable(item(object), "says '" + text.get() + "', which no instrument has");
        }
        return number;
    }

    /** Whether the file says that it does not know the value, {@code ?}, where a value left out or {@code .} has a default. */
    boolean isUnknown(String object) {
        return CifValue.UNKNOWN.equals(values.get(object));
    }

    /**
     * The value as a number whose default must not be taken for one that is not known.
     *
     * @param whose what it belongs to, for the message
     * @throws NotUsable if it is {@code ?}, or a text that is no number
     */
    Optional<BigDecimal> knownNumber(String object, String whose) {
        if (isUnknown(object)) {
            throw new NotUsable(
                    item(object),
                    "is '?' for " + whose
                            + ", which is not known and is not 0; state the number, or '.' for the default 0");
        }
        return number(object);
    }

    /**
     * The value as a whole number above zero.
     *
     * @throws NotUsable if it is another number, or none
     */
    Optional<Integer> count(String object) {
        return number(object).map(number -> {
            try {
                int count = number.intValueExact();
                if (count > 0) {
                    return count;
                }
            } catch (ArithmeticException notWhole) {
                // told below, as zero and less are
            }
            throw new NotUsable(item(object), "says " + number + "; it must be a whole number above zero");
        });
    }

    /** The header of a binary section in the place of the value. */
    Optional<BinarySection> pixels(String object) {
        return value(object).filter(BinarySection.class::isInstance).map(BinarySection.class::cast);
    }

    /** The item of this row as people write it. */
    String item(String object) {
        return "_" + category + "." + object;
    }

    private Optional<CifValue> value(String object) {
        return present(object)
                .or(() -> OLD_NAMES.getOrDefault(category + "." + object, List.of()).stream()
                        .flatMap(old -> present(old).stream())
                        .findFirst());
    }

    private Optional<CifValue> present(String object) {
        return Optional.ofNullable(values.get(object)).filter(value -> !(value instanceof CifValue.Mark));
    }

    /** Some writers quote numbers. */
    private static Optional<BigDecimal> inQuotes(String text) {
        boolean isNumber = text.matches("[+-]?(\\d{1,60}\\.?\\d{0,60}|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");
        return isNumber ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
