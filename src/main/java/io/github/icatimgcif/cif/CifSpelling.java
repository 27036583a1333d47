package io.github.icatimgcif.cif;

/** How a value is written in a file. */
public enum CifSpelling {
    /** Without quotes: a number, a word, {@code ?} or {@code .}. */
    BARE,
    /** In quotes or between semicolons: always a text. */
    QUOTED,
    /** A binary section; its text is the header. */
    BINARY
}
