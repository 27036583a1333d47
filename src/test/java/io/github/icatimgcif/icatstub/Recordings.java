package io.github.icatimgcif.icatstub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Conversations with a real ICAT 6.2.0, where they are at hand: beside the project, or where {@code shared.folder} says. */
public final class Recordings {

    private final Path folder;

    private Recordings(Path folder) {
        this.folder = folder;
    }

    /** Skips the test, and says so, where there are none. */
    public static Recordings orSkip() {
        Path folder = Path.of(System.getProperty("shared.folder", "../shared"), "data", "icat_recorded");
        assumeTrue(
                Files.isDirectory(folder),
                "SKIPPED: no recorded conversations with ICAT in " + folder
                        + ", so the stub is not compared with them");
        return new Recordings(folder);
    }

    /** A conversation by the name of its file without {@code .json}. */
    public JsonNode read(String name) {
        try {
            return StubJson.MAPPER.readTree(folder.resolve(name + ".json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the conversation " + name, unreadable);
        }
    }
}
