package io.github.icatimgcif.cif;

/** A value as a person reads it in a file, without quotes. */
public final class ShownValue {

    private ShownValue() {}

    /** The text or the number; {@code ?} and {@code .} for what is not known or not applicable. */
    public static String of(CifValue value) {
        if (value instanceof CifValue.Text text) {
            return text.text();
        }
        if (value instanceof CifValue.Exact exact) {
            return exact.text();
        }
        return value instanceof CifValue.Decimal decimal
                ? decimal.number().toPlainString()
                : value == CifValue.UNKNOWN ? "?" : ".";
    }
}
