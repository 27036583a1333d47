package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reprocess list}: the last backlogs of a service. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the last backlogs, the newest first.")
final class ReprocessListCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many, 200 at most; default: ${DEFAULT-VALUE}")
    private int limit;

    private final OutputStream standardOutput;

    ReprocessListCommand(OutputStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException {
        JsonNode page = service.answer("GET", BacklogWatch.PATH, Map.of("limit", Integer.toString(limit)));
        StringBuilder text = new StringBuilder();
        if (service.isWantedAsJson()) {
            text.append(page).append('\n');
        } else {
            page.path("backlogs")
                    .forEach(backlog -> text.append(
                                    ShownText.of(backlog.path("summary").asText()))
                            .append('\n'));
        }
        standardOutput.write(text.toString().getBytes(StandardCharsets.UTF_8));
        standardOutput.flush();
        return 0;
    }
}
