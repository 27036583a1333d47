package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.cli.RunningService.NoSuchLetter;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dlq retry}: reads messages again that could not be read. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description =
                "Reads messages again that could not be read; those that can be now are stored and leave the list.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of them are stored, or known to be for somebody else",
            "1:some still cannot be read, or there is no such letter",
            "2:wrong usage, or the service does not answer"
        })
final class DlqRetryCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Mixin
    private final ChosenLetters chosen = new ChosenLetters();

    private final PrintWriter out;
    private final PrintWriter err;
    private int refused;

    DlqRetryCommand(OutputStream standardOutput, PrintWriter err) {
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> mistake = chosen.mistake();
        if (mistake.isPresent()) {
            err.println(mistake.get());
            return DlqCommand.IMPOSSIBLE;
        }
        try {
            if (chosen.number().isPresent()) {
                JsonNode retried = service.answer("POST", "/" + chosen.number().get() + "/retry", Map.of());
                print(retried, List.of(retried));
            } else {
                several();
            }
            return refused == 0 ? DlqCommand.DONE : DlqCommand.NOT_ALL;
        } catch (NoSuchLetter e) {
            err.println(ShownText.of(String.valueOf(e.getMessage())));
            return DlqCommand.NOT_ALL;
        }
    }

    private void several() throws IOException {
        Map<String, String> query = chosen.query();
        JsonNode page = service.answer("POST", "/retry", query);
        print(page, page.path("retried"));
        while (page.hasNonNull("next")) {
            query.put("after", page.path("next").asText());
            page = service.answer("POST", "/retry", query);
            print(page, page.path("retried"));
        }
    }

    private void print(JsonNode answer, Iterable<JsonNode> retried) {
        if (service.isWantedAsJson()) {
            out.println(answer);
        }
        for (JsonNode one : retried) {
            if (!service.isWantedAsJson()) {
                out.println(ShownText.of(DlqText.retried(one)));
            }
            refused += one.path("result").asText().equals("REFUSED") ? 1 : 0;
        }
    }
}
