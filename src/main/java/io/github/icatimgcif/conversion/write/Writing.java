package io.github.icatimgcif.conversion.write;

/** How writing an imgCIF ended. */
public sealed interface Writing {

    /** The file lies under its name with this content. */
    record Written(WrittenImgCif imgCif) implements Writing {}

    /**
     * It could not be written; nothing was left behind.
     *
     * @param cause   whether it is worth trying again
     * @param message what is in the way, where, and what would be right
     */
    record Blocked(Cause cause, String message) implements Writing {}

    /** Why it could not be written. */
    enum Cause {
        /** Until somebody acts: a permission, a foreign file in the way. */
        PERMANENT,
        /** Perhaps only now, and perhaps only here: a quota that is used up, a folder that is not there. */
        PASSING,
        /** Now, and for whoever writes to this storage: it is full, read-only or away. */
        STORAGE
    }
}
