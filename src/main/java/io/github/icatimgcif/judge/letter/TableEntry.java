package io.github.icatimgcif.judge.letter;

/**
 * A value of the table of the raw data.
 *
 * @param name   what it is called there, {@code Wavelength}
 * @param value  as it stands in the file, or computed from it; {@link #NOT_STATED} if the file does not say it
 * @param unit   of the value; empty text if it has none
 * @param source the items that it is from, and how it is defined if it is computed
 */
public record TableEntry(String name, String value, String unit, String source) {

    /** What stands for a value that the file does not say. */
    public static final String NOT_STATED = "not stated";

    /** Whether the file says it. */
    public boolean isStated() {
        return !value.equals(NOT_STATED);
    }

    /** The value with its unit. */
    public String shown() {
        return unit.isEmpty() || !isStated() ? value : value + " " + unit;
    }
}
