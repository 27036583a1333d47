package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reprocess pause}, {@code resume}, {@code cancel} and {@code retry}: steers a backlog. */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Steers a backlog: pause hands nothing over until resume, which also begins a dry run; cancel hands"
                        + " nothing over any more; retry hands those over once more that failed or were refused.")
final class ReprocessVerbCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Parameters(paramLabel = "ID", description = "its number")
    private long id;

    private final String verb;
    private final OutputStream standardOutput;

    ReprocessVerbCommand(String verb, OutputStream standardOutput) {
        this.verb = verb;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException {
        BacklogWatch.print(
                standardOutput, service, service.answer("POST", BacklogWatch.PATH + "/" + id + "/" + verb, Map.of()));
        return 0;
    }
}
