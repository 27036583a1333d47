package io.github.icatimgcif.adapter.hdf5;

/**
 * What one value of a data set is.
 *
 * @param kind   whole number, floating-point number, text or something else
 * @param signed whether it can be negative; false for texts
 * @param bits   its width; of a text of fixed length the bits of the whole text, of a variable one 0
 */
public record ElementType(Kind kind, boolean signed, int bits) {

    /** Kinds of values. Enumerations and booleans are whole numbers with names. */
    public enum Kind {
        INTEGER,
        FLOAT,
        TEXT,
        OTHER
    }
}
