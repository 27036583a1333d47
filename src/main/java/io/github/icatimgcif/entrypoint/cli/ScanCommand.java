package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scan}: has a service look on its disk for datasets of a proposal or a session that nobody announced. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description =
                "Has a service look on its disk for the datasets of a proposal or a session, and announces those it"
                        + " does not know.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all folders were looked into",
            "1:some could not be, or the scan failed or died with its service",
            "2:wrong usage, or the service does not answer"
        })
final class ScanCommand implements Callable<Integer> {

    private static final int ALL = 0;
    private static final int NOT_ALL = 1;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String PATH = "/api/scans";

    @Option(names = "--proposal", paramLabel = "P", description = "only this one, by the name of its folder: mx2532")
    private Optional<String> proposal = Optional.empty();

    @Option(names = "--session", paramLabel = "D", description = "only this one, by the name of its folder: 20250325")
    private Optional<String> session = Optional.empty();

    @Mixin
    private final RunningService service = new RunningService();

    @Option(names = "--dry-run", description = "count, and announce nothing")
    private boolean dryRun;

    private final OutputStream standardOutput;
    private final PrintWriter err;

    ScanCommand(OutputStream standardOutput, PrintWriter err) {
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        JsonNode scan = service.posted(PATH, wish());
        String report = PATH + "/" + scan.path("id").asText();
        while (scan.path("state").asText().equals("running")) {
            pause();
            scan = service.answer("GET", report, Map.of());
        }
        return told(scan);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; the service goes on with the scan", e);
        }
    }

    private JsonNode wish() {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("dryRun", dryRun);
        proposal.ifPresent(name -> wish.put("proposal", name));
        session.ifPresent(name -> wish.put("session", name));
        return wish;
    }

    private int told(JsonNode report) throws IOException {
        String line = service.isWantedAsJson() ? report + "\n" : line(report);
        standardOutput.write(line.getBytes(StandardCharsets.UTF_8));
        standardOutput.flush();
        long unreadable = report.path("unreadable").asLong();
        if (unreadable > 0) {
            err.println(unreadable + " folders could not be looked into; the log of the service names them");
        }
        boolean isDone = report.path("state").asText().equals("done");
        if (!isDone) {
            err.println(ShownText.of("the scan " + report.path("state").asText("failed") + ": "
                    + report.path("explanation").asText("the service does not say why")));
        }
        return isDone && unreadable == 0 ? ALL : NOT_ALL;
    }

    private String line(JsonNode report) {
        return "%s: %d datasets in %d folders, %d known, %d new%s%n"
                .formatted(
                        proposal.or(() -> session).orElse(""),
                        report.path("found").asLong(),
                        report.path("folders").asLong(),
                        report.path("known").asLong(),
                        report.path("added").asLong(),
                        dryRun ? ", not announced" : " and announced");
    }
}
