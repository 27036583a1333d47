package io.github.icatimgcif.adapter.embeddedcatalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a location: of constant length, so that it fits an index. */
final class LocationHash {

    private LocationHash() {}

    /** 64 lower-case hexadecimal digits. */
    static String of(String location) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
