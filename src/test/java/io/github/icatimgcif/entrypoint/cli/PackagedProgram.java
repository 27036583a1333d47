package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, in each of the two ways it is called. */
enum PackagedProgram {
    JAR,
    LAUNCHER;

    /** What became of a call. */
    record Run(int exitCode, String output, String messages) {}

    /**
     * Calls the program in a folder, where it also has its cache.
     *
     * @throws IllegalStateException if it does not end within a minute
     */
    Run run(Path folder, Object... arguments) {
        return run(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), arguments);
    }

    /** Calls the program in a folder and with this environment besides what is there. */
    Run run(Path folder, Map<String, String> environment, Object... arguments) {
        List<String> command = new ArrayList<>(
                this == JAR
                        ? List.of(java(), "-jar", jar().toString())
                        : List.of(Path.of("bin/imgcif").toAbsolutePath().toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Path messages = Files.createTempFile(folder, "messages", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(messages.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Run(process.exitValue(), Files.readString(output), Files.readString(messages));
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar() {
        return Path.of(System.getProperty("service.jar", "target/quarkus-app/quarkus-run.jar"))
                .toAbsolutePath();
    }
}
