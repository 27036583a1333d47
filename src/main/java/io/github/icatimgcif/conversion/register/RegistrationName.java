package io.github.icatimgcif.conversion.register;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.dataset.Sha256;

/**
 * The name of the dataset that stands for an imgCIF: always the same for the same raw dataset, as long as nobody renames or moves
 * that, and different for different ones though dataset names repeat between the samples of a proposal (the location tells them
 * apart).
 */
public final class RegistrationName {

    /** Catalogues hold 255 characters. */
    private static final int LONGEST = 255;

    private static final String SUFFIX = "_imgCIF_";
    private static final int HASH_DIGITS = 8;

    private RegistrationName() {}

    /** {@code <name>_imgCIF_<first digits of the SHA-256 of the location>}. */
    public static String of(CatalogueEntry raw) {
        String name = raw.name();
        int room = LONGEST - SUFFIX.length() - HASH_DIGITS;
        String kept = name.length() > room ? name.substring(0, room) : name;
        return kept + SUFFIX + Sha256.of(raw.location()).substring(0, HASH_DIGITS);
    }
}
