package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code dlq purge}: throws messages away that could not be read. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Throws messages away that could not be read.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:they are gone", "1:there is no such letter", "2:wrong usage, or the service does not answer"
        })
final class DlqPurgeCommand extends ChosenLettersCommand {

    DlqPurgeCommand(OutputStream standardOutput, PrintWriter err) {
        super(standardOutput, err);
    }

    @Override
    int changed(RunningService service, ChosenLetters chosen, PrintWriter out) throws IOException {
        String which = chosen.number().map(number -> "/" + number).orElse("");
        JsonNode answer =
                service.answer("DELETE", DlqCommand.PATH + which, which.isEmpty() ? chosen.query() : Map.of());
        long removed = answer.path("removed").asLong();
        out.println(
                service.isWantedAsJson()
                        ? answer.toString()
                        : removed + (removed == 1 ? " letter" : " letters") + " thrown away");
        return DlqCommand.DONE;
    }
}
