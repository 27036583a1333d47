package io.github.icatimgcif.cif;

import java.util.List;

/**
 * Hears what stands in a file, in its order, from {@link CifScanner}. Lines and columns count from 1; a column is a character.
 * A problem may also be answered by throwing {@link CifUnreadable}, which ends the reading.
 */
public interface CifEvents {

    /** A data block begins; the text is what follows {@code data_}. */
    void block(String name, int line, int column);

    /**
     * A save frame begins, as dictionaries have them.
     *
     * @return whether what stands in it is to be told; if not, its grammar is not looked at either
     */
    default boolean frame(String name, int line, int column) {
        return false;
    }

    /** The frame ends that was begun. */
    default void endOfFrame() {}

    /**
     * An item that stands alone; its value follows.
     *
     * @return whether the value is to be told
     */
    boolean pair(CifName name);

    /**
     * The items of a loop; their values follow, row by row. If the last row is not whole, a problem tells so.
     *
     * @param line where {@code loop_} stands
     * @return whether the values are to be told
     */
    boolean loop(List<CifName> names, int line);

    /** A single value, the text without its delimiters and with folded lines joined. */
    void value(CifSpelling spelling, String text, int line, int column);

    /** A list or a table. */
    void compound(CifCompound value, int line, int column);

    /** The loop ends that was begun and whose values were told. */
    default void endOfLoop() {}

    /** The file has been gone through to its end. */
    default void endOfFile() {}

    /** Something is not CIF; what follows is what could be made of the rest. */
    void problem(CifProblem problem);
}
