package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of parameter as ICAT defines it.
 *
 * @param id          id in ICAT
 * @param name        its name; with other units the same one may stand for another type
 * @param valueType   which of the three value fields it is meant for
 * @param ofDatasets  whether datasets may have it
 * @param enforced    whether ICAT holds values to the kind and the limits below
 * @param minimum     smallest allowed number
 * @param maximum     largest allowed number
 * @param permissible the allowed texts; empty if all are
 */
record IcatParameterType(
        long id,
        String name,
        ValueType valueType,
        boolean ofDatasets,
        boolean enforced,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        Set<String> permissible) {

    /** The kinds of value. */
    enum ValueType {
        STRING,
        NUMERIC,
        DATE_AND_TIME
    }

    IcatParameterType {
        permissible = Set.copyOf(permissible);
    }

    /** Reads the object that {@code SELECT t FROM ParameterType t INCLUDE t.permissibleStringValues} gives. */
    static IcatParameterType of(JsonNode type) {
        Set<String> texts = new HashSet<>();
        type.path("permissibleStringValues")
                .forEach(value -> texts.add(value.path("value").asText()));
        return new IcatParameterType(
                type.path("id").asLong(),
                type.path("name").asText(),
                ValueType.valueOf(type.path("valueType").asText("STRING")),
                type.path("applicableToDataset").asBoolean(false),
                type.path("enforced").asBoolean(false),
                limit(type.path("minimumNumericValue")),
                limit(type.path("maximumNumericValue")),
                texts);
    }

    /** Whether a number lies within the limits, or limits are not enforced. */
    boolean allows(BigDecimal number) {
        return !enforced
                || (minimum.map(least -> number.compareTo(least) >= 0).orElse(true)
                        && maximum.map(most -> number.compareTo(most) <= 0).orElse(true));
    }

    /** Whether a text is among the permissible ones, or any is. */
    boolean allows(String text) {
        return !enforced || permissible.isEmpty() || permissible.contains(text);
    }

    private static Optional<BigDecimal> limit(JsonNode value) {
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }
}
