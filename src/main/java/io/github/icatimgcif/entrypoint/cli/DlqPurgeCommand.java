package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.cli.RunningService.NoSuchLetter;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dlq purge}: throws messages away that could not be read. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Throws messages away that could not be read.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:they are gone", "1:there is no such letter", "2:wrong usage, or the service does not answer"
        })
final class DlqPurgeCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Mixin
    private final ChosenLetters chosen = new ChosenLetters();

    private final PrintWriter out;
    private final PrintWriter err;

    DlqPurgeCommand(OutputStream standardOutput, PrintWriter err) {
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
            String which = chosen.number().map(number -> "/" + number).orElse("");
            JsonNode answer = service.answer("DELETE", which, which.isEmpty() ? chosen.query() : Map.of());
            long removed = answer.path("removed").asLong();
            out.println(
                    service.isWantedAsJson()
                            ? answer.toString()
                            : removed + (removed == 1 ? " letter" : " letters") + " thrown away");
            return DlqCommand.DONE;
        } catch (NoSuchLetter e) {
            err.println(ShownText.of(String.valueOf(e.getMessage())));
            return DlqCommand.NOT_ALL;
        }
    }
}
