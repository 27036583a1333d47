package io.github.icatimgcif.wiring;

import java.util.Optional;

/** Decides whether this run is a command or the service. */
final class CommandLineEntry {

    private CommandLineEntry() {}

    /** The exit code of the command that the arguments name; empty if they name none and the service is wanted. */
    static Optional<Integer> run(String... arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        // MERGE: return Optional.of(<entrypoint.cli command line>.execute(arguments));
        return Optional.empty();
    }
}
