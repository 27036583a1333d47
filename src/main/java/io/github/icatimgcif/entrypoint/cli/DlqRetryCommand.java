package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

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
final class DlqRetryCommand extends ChosenLettersCommand {

    DlqRetryCommand(OutputStream standardOutput, PrintWriter err) {
        super(standardOutput, err);
    }

    @Override
    int changed(RunningService service, ChosenLetters chosen, PrintWriter out) throws IOException {
        Printed printed = new Printed(service, out);
        if (chosen.number().isPresent()) {
            JsonNode retried = service.answer(
                    "POST", DlqCommand.PATH + "/" + chosen.number().get() + "/retry", Map.of());
            printed.take(retried, List.of(retried));
        } else {
            several(service, chosen.query(), printed);
        }
        return printed.refused == 0 ? DlqCommand.DONE : DlqCommand.NOT_ALL;
    }

    private static void several(RunningService service, Map<String, String> query, Printed printed) throws IOException {
        JsonNode page = service.answer("POST", DlqCommand.PATH + "/retry", query);
        printed.take(page, page.path("retried"));
        while (page.hasNonNull("next")) {
            query.put("after", page.path("next").asText());
            page = service.answer("POST", DlqCommand.PATH + "/retry", query);
            printed.take(page, page.path("retried"));
        }
    }

    /** What was said so far. */
    private static final class Printed {

        private final RunningService service;
        private final PrintWriter out;
        private int refused;

        Printed(RunningService service, PrintWriter out) {
            this.service = service;
            this.out = out;
        }

        void take(JsonNode answer, Iterable<JsonNode> retried) {
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
}
