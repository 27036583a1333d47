package io.github.icatimgcif.adapter.hdf5;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One attribute of a group or data set. */
public final class Hdf5Attribute {

    private final ElementType type;
    private final List<String> texts;
    private final NumberColumn numbers;

    Hdf5Attribute(StoredType type, StoredValues values) {
        this.type = type.element();
        this.texts = values.texts();
        this.numbers = values.numbers();
    }

    /** What its values are. */
    public ElementType type() {
        return type;
    }

    /** The text, or the first of several; empty if it is no text or blank. */
    public Optional<String> text() {
        return texts.stream().findFirst().filter(text -> !text.isBlank());
    }

    /** All texts in order; none if it is no text. */
    public List<String> texts() {
        return texts;
    }

    /** The numbers with the digits as recorded, without those that are NaN or infinite; none if it is no number. */
    public List<BigDecimal> numbers() {
        return IntStream.range(0, numbers.size())
                .mapToObj(numbers::decimal)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The numbers for geometry; none if it is no number. */
    public double[] doubles() {
        return numbers.values();
    }
}
