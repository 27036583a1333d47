package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One line of a tabular answer: the values in the order in which they were selected, from 0.
 *
 * @param values an array; a query for one thing gives bare values, which become arrays of one
 */
record IcatRow(JsonNode values) {

    /** Empty if ICAT has no value. */
    Optional<String> text(int column) {
        JsonNode value = values.path(column);
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    Optional<Long> id(int column) {
        JsonNode value = values.path(column);
        return value.isNumber() ? Optional.of(value.longValue()) : Optional.empty();
    }

    Optional<BigDecimal> number(int column) {
        JsonNode value = values.path(column);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    boolean isTrue(int column) {
        return values.path(column).asBoolean(false);
    }

    /** Empty also if it is no ISO 8601 date with an offset. */
    Optional<Instant> date(int column) {
        return text(column).flatMap(IcatRow::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
