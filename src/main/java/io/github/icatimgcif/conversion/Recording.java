package io.github.icatimgcif.conversion;

/** Takes part in the transaction that records how a conversion ended: what it stores stands if and only if the record does. */
@FunctionalInterface
public interface Recording {

    /**
     * A conversion is being recorded.
     *
     * @param entry  the entry as the conversion began
     * @param ending how it ended
     * @throws Unavailable if nothing could be stored; then nothing is recorded, and the conversion is repeated
     */
    void recorded(JournalEntry entry, Ending ending);
}
