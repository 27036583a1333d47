package io.github.icatimgcif.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that is there while something reads it. */
final class FuzzedFile {

    private FuzzedFile() {}

    /** Writes the bytes into a folder of their own and calls the reader with the file. */
    static void read(String name, byte[] bytes, Consumer<Path> reader) {
        try {
            Path folder = Files.createTempDirectory("fuzzed");
            Path file = folder.resolve(name);
            try {
                Files.write(file, bytes);
                reader.accept(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
