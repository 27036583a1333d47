package io.github.icatimgcif.judge.dictionary;

import java.util.Locale;

/** How often the rows of a category may occur, the {@code _definition.class} of DDLm. */
public enum CategoryClass {
    /** One row in a data block, never in a loop. */
    SET,
    /** Any number of rows, each with its key. */
    LOOP,
    /** The category above all others of a dictionary. */
    HEAD,
    /** Functions of the dictionary, and whatever a later DDLm calls otherwise: nothing is demanded of it. */
    OTHER;

    /** The class that DDLm spells so, in any case. */
    public static CategoryClass named(String spelled) {
        return switch (spelled.toLowerCase(Locale.ROOT)) {
            case "set" -> SET;
            case "loop" -> LOOP;
            case "head" -> HEAD;
            default -> OTHER;
        };
    }
}
