package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dlq list}: which messages could not be read, and why. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the messages that could not be read, with the reasons.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage, or the service does not answer"})
final class DlqListCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Mixin
    private final LetterFilterOptions filter = new LetterFilterOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "how many; default: 100")
    private int limit;

    @Option(names = "--after", paramLabel = "NUMBER", defaultValue = "0", description = "begin after this letter")
    private long after;

    private final PrintWriter out;

    DlqListCommand(OutputStream standardOutput) {
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> query = filter.query();
        query.put("limit", Integer.toString(limit));
        query.put("after", Long.toString(after));
        JsonNode page = service.answer("GET", DlqCommand.PATH, query);
        if (service.isWantedAsJson()) {
            out.println(page);
            return DlqCommand.DONE;
        }
        page.path("letters")
                .forEach(letter -> DlqText.summary(letter).forEach(line -> out.println(ShownText.of(line))));
        out.println(
                page.path("count").asLong() == 1
                        ? "1 dead letter"
                        : page.path("count").asLong() + " dead letters");
        if (page.hasNonNull("next")) {
            out.println("more: --after " + page.path("next").asLong());
        }
        return DlqCommand.DONE;
    }
}
