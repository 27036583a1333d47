package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A parameter that a dataset is to have.
 *
 * @param type  its type
 * @param value its value as text: plain decimal of a number, ISO 8601 with milliseconds of a date
 */
record IcatParameter(IcatParameterType type, String value) {

    /**
     * Checks here what ICAT would refuse as "ParameterType exists".
     *
     * @throws RegistrationRefused if the type does not take the value
     */
    IcatParameter {
        switch (type.valueType()) {
            case NUMERIC -> number(type, value);
            case DATE_AND_TIME -> date(type, value);
            case STRING -> {
                IcatText.exact("the parameter '" + type.name() + "'", value, IcatText.LONGEST_VALUE);
                if (!type.allows(value)) {
                    throw new RegistrationRefused("the parameter '" + type.name() + "' is to be '" + value
                            + "', ICAT permits only " + type.permissible());
                }
            }
        }
    }

    /** Puts the value into the field that its type is for. */
    ObjectNode into(ObjectNode parameter) {
        return switch (type.valueType()) {
            case NUMERIC -> parameter.put("numericValue", new BigDecimal(value));
            case DATE_AND_TIME -> parameter.put("dateTimeValue", value);
            case STRING -> parameter.put("stringValue", value);
        };
    }

    /** Whether a row (stringValue, numericValue, dateTimeValue from a column on) has this value. */
    boolean isIn(IcatRow row, int column) {
        return switch (type.valueType()) {
            case NUMERIC ->
                row.number(column + 1)
                        .map(there -> there.compareTo(new BigDecimal(value)) == 0)
                        .orElse(false);
            // The database cuts dates to whole seconds.
            case DATE_AND_TIME ->
                row.date(column + 2)
                        .map(there ->
                                there.getEpochSecond() == Instant.parse(value).getEpochSecond())
                        .orElse(false);
            case STRING -> row.text(column).map(value::equals).orElse(false);
        };
    }

    private static void number(IcatParameterType type, String value) {
        try {
            if (!type.allows(new BigDecimal(value))) {
                throw new RegistrationRefused("the parameter '" + type.name() + "' is to be " + value
                        + ", ICAT holds it between " + limit(type.minimum()) + " and " + limit(type.maximum()));
            }
        } catch (NumberFormatException text) {
            throw new RegistrationRefused("the parameter '" + type.name() + "' is to be '" + value
                    + "', but ICAT has it as a number; configure a parameter that is a text");
        }
    }

    private static void date(IcatParameterType type, String value) {
        try {
            Instant.parse(value);
        } catch (DateTimeException text) {
            throw new RegistrationRefused("the parameter '" + type.name() + "' is to be '" + value
                    + "', but ICAT has it as a date; configure a parameter that is a text");
        }
    }

    private static String limit(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("any");
    }
}
