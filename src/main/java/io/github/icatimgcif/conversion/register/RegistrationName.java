package io.github.icatimgcif.conversion.register;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of the dataset that stands for an imgCIF: always the same for the same raw dataset, and different for different ones
 * though dataset names repeat between the samples of a proposal (the location tells them apart).
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
        return kept + SUFFIX + hash(raw.location());
    }

    private static String hash(String location) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
