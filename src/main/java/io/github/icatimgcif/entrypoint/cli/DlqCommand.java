package io.github.icatimgcif.entrypoint.cli;

import picocli.CommandLine.Command;

/** {@code dlq}: the dead letters of a running service. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, shows, tries again and throws away the messages that a running service could not read.")
final class DlqCommand {

    /** Where the service has them. */
    static final String PATH = "/api/dead-letters";

    /** Exit code: what was asked for is done. */
    static final int DONE = 0;

    /** Exit code: not for all of the letters. */
    static final int NOT_ALL = 1;

    /** Exit code: wrong usage, or no service answers. */
    static final int IMPOSSIBLE = 2;
}
