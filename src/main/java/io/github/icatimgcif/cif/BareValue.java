package io.github.icatimgcif.cif;

import java.math.BigDecimal;

/** What a value without quotes is: a number, or a text. */
public final class BareValue {

    /** Longer ones are no numbers of an experiment, and a number takes a time that grows with the square of its length. */
    private static final int LONGEST_NUMBER = 2000;

    /** Powers of ten beyond this are taken for text: written out, such a number would fill the memory. */
    private static final int LARGEST_EXPONENT = 999;

    private BareValue() {}

    /** The value that a word without quotes stands for; {@code ?} and {@code .} are texts here. */
    public static CifValue of(String word) {
        int number = endOfNumber(word);
        if (number == 0 || word.length() > LONGEST_NUMBER) {
            return new CifValue.Text(word);
        }
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(word.substring(0, number));
        } catch (NumberFormatException e) {
            return new CifValue.Text(word); // an exponent beyond all integers
        }
        if (Math.abs((long) decimal.scale()) > LARGEST_EXPONENT + LONGEST_NUMBER) {
            return new CifValue.Text(word);
        }
        CifValue ours = new CifValue.Decimal(decimal);
        return CifText.of(ours).equals(word) ? ours : new CifValue.Recorded(word, decimal);
    }

    /** Whether a text, written without quotes, would be read as a number. */
    static boolean looksLikeNumber(String text) {
        return endOfNumber(text) > 0;
    }

    /** Where the number ends, its standard uncertainty left out; 0 if the word is not a number as a whole. */
    public static int endOfNumber(String word) {
        int at = !word.isEmpty() && (word.charAt(0) == '+' || word.charAt(0) == '-') ? 1 : 0;
        int whole = digits(word, at);
        int digits = whole - at;
        at = whole;
        if (at < word.length() && word.charAt(at) == '.') {
            int fraction = digits(word, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return 0;
        }
        at = exponent(word, at);
        if (at == word.length()) {
            return at;
        }
        int uncertainty = word.charAt(at) == '(' ? digits(word, at + 1) : 0;
        boolean closed = uncertainty > at + 1 && uncertainty == word.length() - 1 && word.charAt(uncertainty) == ')';
        return closed ? at : 0;
    }

    private static int exponent(String word, int at) {
        if (at >= word.length() || word.charAt(at) != 'e' && word.charAt(at) != 'E') {
            return at;
        }
        int from = at + 1;
        if (from < word.length() && (word.charAt(from) == '+' || word.charAt(from) == '-')) {
            from++;
        }
        int end = digits(word, from);
        return end > from ? end : at;
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
