package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reprocess show}: how far a backlog is. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Tells how far a backlog is, and why datasets of it are left alone.")
final class ReprocessShowCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Parameters(paramLabel = "ID", description = "its number")
    private long id;

    private final OutputStream standardOutput;

    ReprocessShowCommand(OutputStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException {
        BacklogWatch.print(standardOutput, service, service.answer("GET", BacklogWatch.PATH + "/" + id, Map.of()));
        return 0;
    }
}
