package io.github.icatimgcif.entrypoint.cli;

import picocli.CommandLine.Command;

/** {@code knowledge}: what is known of beamlines. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks what the beamline, mapping and facility files say, and makes beamline files.")
final class KnowledgeCommand {}
