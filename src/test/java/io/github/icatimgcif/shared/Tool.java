package io.github.icatimgcif.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs programs of the machine; a test that needs one which is absent is skipped. */
public final class Tool {

    /** Guards against a program that hangs; on a busy machine one that does not may take minutes. */
    private static final long SECONDS = 1200;

    private Tool() {}

    /**
     * How a program ended.
     *
     * @param exit   its exit code
     * @param output what it printed, errors included
     */
    public record Ended(int exit, String output) {}

    /** Runs a command in a folder to its end. */
    public static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tool", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + SECONDS + " s");
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The name of a program; the test that asks is skipped where the machine has none of that name. */
    public static String named(String name) {
        boolean found = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        Assumptions.assumeTrue(found, "SKIPPED: there is no program " + name + " on the PATH");
        return name;
    }
}
