package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.cli.RunningService.NotThere;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dlq show}: one message that could not be read, with its content. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one message that could not be read, with its content.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:shown", "1:there is no such letter", "2:wrong usage, or the service does not answer"})
final class DlqShowCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Parameters(paramLabel = "NUMBER", description = "number of the letter")
    private long number;

    private final PrintWriter out;
    private final PrintWriter err;

    DlqShowCommand(OutputStream standardOutput, PrintWriter err) {
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        try {
            JsonNode letter = service.answer("GET", DlqCommand.PATH + "/" + number, Map.of());
            if (service.isWantedAsJson()) {
                out.println(letter);
            } else {
                DlqText.details(letter).forEach(line -> out.println(ShownText.of(line)));
                out.println();
                content(letter).lines().forEach(line -> out.println(ShownText.of(line)));
            }
            return DlqCommand.DONE;
        } catch (NotThere e) {
            err.println(ShownText.of(String.valueOf(e.getMessage())));
            return DlqCommand.NOT_ALL;
        }
    }

    private static String content(JsonNode letter) {
        return letter.hasNonNull("content")
                ? letter.path("content").asText()
                : "no UTF-8; in base64:\n" + letter.path("contentBase64").asText();
    }
}
