package io.github.icatimgcif.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux says of a process.
 *
 * @param residentBytes memory that it has
 * @param handles       files, sockets and the like that it has open
 * @param threads       of it
 */
public record ProcessLook(long residentBytes, long handles, long threads) {

    /** Looks at a process. {@code IOException} if it is none any longer. */
    public static ProcessLook at(long processId) throws IOException {
        Path folder = Path.of("/proc", Long.toString(processId));
        List<String> status = Files.readAllLines(folder.resolve("status"));
        try (Stream<Path> handles = Files.list(folder.resolve("fd"))) {
            return new ProcessLook(1024 * number(status, "VmRSS:"), handles.count(), number(status, "Threads:"));
        }
    }

    private static long number(List<String> status, String name) throws IOException {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("the process has no " + name + " any longer"));
    }
}
