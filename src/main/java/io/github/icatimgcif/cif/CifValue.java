package io.github.icatimgcif.cif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** One value of a CIF item. Unknown ({@code ?}) and inapplicable ({@code .}) are values of their own, never 0 or "". */
public sealed interface CifValue
        permits CifValue.Text, CifValue.Exact, CifValue.Decimal, CifValue.Recorded, CifValue.Mark, BinarySection {

    /** {@code ?}: the value exists but is not known here. */
    CifValue UNKNOWN = Mark.UNKNOWN;

    /** {@code .}: no value makes sense here. */
    CifValue INAPPLICABLE = Mark.INAPPLICABLE;

    /** A text; any Unicode text, the writer finds the delimiter that holds it. */
    record Text(String text) implements CifValue {

        @Override
        public Optional<String> asText() {
            return Optional.of(text);
        }

        @Override
        public Optional<BigDecimal> asNumber() {
            return Optional.empty();
        }
    }

    /**
     * A text that finds something by its exact characters, as a path does: the writer leaves each as it is, also beyond ASCII,
     * where a {@link Text} gets the codes that CIF has for accents in prose.
     */
    record Exact(String text) implements CifValue {

        /** A text with characters that a CIF cannot hold is refused; ask {@link CifValue#isExact}. */
        public Exact {
            if (!CifText.isWritable(text)) {
                throw new IllegalArgumentException("a CIF cannot hold all characters of this text");
            }
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(text);
        }

        @Override
        public Optional<BigDecimal> asNumber() {
            return Optional.empty();
        }
    }

    /** A number with its digits as they are to be written. */
    record Decimal(BigDecimal number) implements CifValue {

        @Override
        public Optional<String> asText() {
            return Optional.of(CifText.of(this));
        }

        @Override
        public Optional<BigDecimal> asNumber() {
            return Optional.of(number);
        }
    }

    /**
     * A number as a file spells it, where we would spell it otherwise: {@code 007}, {@code +1}, {@code .5}, {@code 1.5E3},
     * {@code 1.23(4)}. It may be meant as a name; only the dictionary knows.
     *
     * @param spelling as it stands in the file
     * @param number   what it says, without its standard uncertainty
     */
    record Recorded(String spelling, BigDecimal number) implements CifValue {

        /** The standard uncertainty, in the unit of the number: 0.04 of {@code 1.23(4)}. */
        public Optional<BigDecimal> uncertainty() {
            int bracket = spelling.indexOf('(');
            return bracket < 0
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(
                            new BigInteger(spelling.substring(bracket + 1, spelling.length() - 1)), number.scale()));
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(spelling);
        }

        @Override
        public Optional<BigDecimal> asNumber() {
            return Optional.of(number);
        }
    }

    /** The two values that are not there. */
    enum Mark implements CifValue {
        UNKNOWN,
        INAPPLICABLE;

        @Override
        public Optional<String> asText() {
            return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> asNumber() {
            return Optional.empty();
        }
    }

    /** The value as a text, numbers as they are spelled; empty if there is none. */
    Optional<String> asText();

    /** The value as a number; empty if there is none or it is a text. */
    Optional<BigDecimal> asNumber();

    /** The text as a value; an empty text stays an empty text. */
    static CifValue text(String text) {
        return new Text(text);
    }

    /**
     * The text as a value that is written character for character.
     *
     * @throws IllegalArgumentException if {@link #isExact} says that this cannot be
     */
    static CifValue exact(String text) {
        return new Exact(text);
    }

    /** Whether a CIF can hold each character of a text as it is: no control characters but tabs and line feeds. */
    static boolean isExact(String text) {
        return CifText.isWritable(text);
    }

    /** The number with the digits it has. */
    static CifValue number(BigDecimal number) {
        return new Decimal(number);
    }

    /** The whole number. */
    static CifValue number(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /**
     * The number with the fewest digits that read back as the same {@code double}; minus zero becomes zero.
     *
     * @throws IllegalArgumentException if the number is infinite or not a number
     */
    static CifValue number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number((long) number);
        }
        return new Decimal(new BigDecimal(Double.toString(number)));
    }
}
