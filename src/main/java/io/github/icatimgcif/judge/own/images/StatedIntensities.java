package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code _array_intensities} says of the values of an array.
 *
 * @param row       1-based row of the category; empty if it has none for the array
 * @param overload  the least value that is not valid
 * @param underload the least value that is valid
 * @param undefined the value that stands where there is none
 */
record StatedIntensities(
        OptionalInt row,
        Optional<BigDecimal> overload,
        Optional<BigDecimal> underload,
        Optional<BigDecimal> undefined) {

    /** Nothing is said. */
    static final StatedIntensities NONE =
            new StatedIntensities(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** By the id of the array; of several rows of an array the first. */
    static Map<String, StatedIntensities> of(DataBlock block) {
        Map<String, StatedIntensities> stated = new LinkedHashMap<>();
        for (Table.Row row : Table.of(block, "array_intensities")) {
            stated.putIfAbsent(
                    row.text("array_id").orElse(""),
                    new StatedIntensities(
                            OptionalInt.of(row.number()),
                            row.number("overload"),
                            row.number("underload"),
                            row.number("undefined_value")));
        }
        return stated;
    }
}
