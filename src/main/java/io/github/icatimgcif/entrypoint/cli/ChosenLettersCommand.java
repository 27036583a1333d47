package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.entrypoint.cli.RunningService.NotThere;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that changes the dead letters which are chosen. */
abstract class ChosenLettersCommand implements Callable<Integer> {

    @Mixin
    private final RunningService service = new RunningService();

    @Mixin
    private final ChosenLetters chosen = new ChosenLetters();

    private final PrintWriter out;
    private final PrintWriter err;

    ChosenLettersCommand(OutputStream standardOutput, PrintWriter err) {
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
        this.err = err;
    }

    @Override
    public final Integer call() throws IOException {
        Optional<String> mistake = chosen.mistake();
        if (mistake.isPresent()) {
            err.println(mistake.get());
            return DlqCommand.IMPOSSIBLE;
        }
        try {
            return changed(service, chosen, out);
        } catch (NotThere e) {
            err.println(ShownText.of(String.valueOf(e.getMessage())));
            return DlqCommand.NOT_ALL;
        }
    }

    /**
     * Has them changed by the service, and prints what became of them.
     *
     * @return the exit code
     * @throws IOException if the service does not answer, or refuses
     */
    abstract int changed(RunningService asked, ChosenLetters which, PrintWriter printed) throws IOException;
}
