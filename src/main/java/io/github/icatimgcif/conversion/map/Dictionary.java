package io.github.icatimgcif.conversion.map;

/** The dictionary that every file of ours keeps to. */
public final class Dictionary {

    /** Its name, as {@code _audit_conform.dict_name} has it. */
    public static final String NAME = "CIF_IMG";

    /** Its version. */
    public static final String VERSION = "1.8.9";

    private Dictionary() {}
}
