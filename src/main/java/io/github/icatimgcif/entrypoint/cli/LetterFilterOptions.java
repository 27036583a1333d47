package io.github.icatimgcif.entrypoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class LetterFilterOptions {

    @Option(names = "--door", paramLabel = "DOOR", description = "came through this door: kafka, activemq")
    private @Nullable String door;

    @Option(names = "--reason", paramLabel = "TEXT", description = "have this in their reason")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "were tried then or later: 2026-03-01 or 2026-03-01T10:00:00Z")
    private @Nullable String since;

    /** As the service wants to be asked. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "door", door);
        put(query, "reason", reason);
        put(query, "since", since);
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
