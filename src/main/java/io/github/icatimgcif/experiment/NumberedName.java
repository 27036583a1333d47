package io.github.icatimgcif.experiment;

/**
 * How the files of a series are called: {@code thau_1_00042.cbf}.
 *
 * @param before what stands before the number ({@code thau_1_})
 * @param width  least number of digits, filled with zeros; 1 if the number is written as it is
 * @param after  what stands after the number ({@code .cbf})
 */
public record NumberedName(String before, int width, String after) {

    public NumberedName {
        if (width < 1) {
            throw new IllegalArgumentException("a number has at least one digit, not " + width);
        }
    }

    /** The name with this number, which is not negative. */
    public String of(int number) {
        String digits = Integer.toString(number);
        return before + "0".repeat(Math.max(0, width - digits.length())) + digits + after;
    }
}
