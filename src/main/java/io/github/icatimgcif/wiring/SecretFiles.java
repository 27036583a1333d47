package io.github.icatimgcif.wiring;

import io.smallrye.config.SecretKeysHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a setting, or a part of one, from a file that holds nothing else, as containers get their secrets:
 * {@code quarkus.datasource.password=${file::/run/secrets/database-password}}. The line end that an editor puts at the end of a file
 * is no part of it.
 */
public final class SecretFiles implements SecretKeysHandler {

    private static final long LARGEST = 64L << 10;

    /** Has nothing to be told. */
    public SecretFiles() {}

    @Override
    public String getName() {
        return "file";
    }

    /**
     * The content of a file.
     *
     * @throws IllegalArgumentException if it cannot be had; the message has nothing of it
     */
    @Override
    public String decode(String path) {
        Path file = Path.of(path.strip());
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("${file::" + path + "}: the file has more than " + LARGEST
                        + " bytes; it has to hold one secret and nothing else");
            }
            String secret = Files.readString(file).replaceAll("(\r?\n)+$", "");
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("${file::" + path + "}: the file is empty; it has to hold a secret");
            }
            return secret;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "${file::" + path + "}: there is no such file; a setting is to be read from it");
        } catch (IOException e) {
            throw new IllegalArgumentException("${file::" + path + "}: the file cannot be read ("
                    + e.getClass().getSimpleName() + "); a setting is to be read from it");
        }
    }
}
