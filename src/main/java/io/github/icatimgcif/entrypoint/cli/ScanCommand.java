package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scan}: has a service look on its disk for datasets of a proposal that nobody announced. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description =
                "Has a service look on its disk for the datasets of a proposal, and announces those it does not know.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all folders were looked into",
            "1:some could not be, or the scan failed",
            "2:wrong usage, or the service does not answer"
        })
final class ScanCommand implements Callable<Integer> {

    private static final int ALL = 0;
    private static final int NOT_ALL = 1;
    private static final int IMPOSSIBLE = 2;
    private static final int ACCEPTED = 202;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--proposal", required = true, paramLabel = "P", description = "name of its folder: mx2532")
    private String proposal = "";

    @Option(names = "--session", paramLabel = "D", description = "only this one, by the name of its folder: 20250325")
    private Optional<String> session = Optional.empty();

    @Option(names = "--service", required = true, paramLabel = "URL", description = "as http://localhost:8080")
    private URI service = URI.create("");

    @Option(names = "--dry-run", description = "count, and announce nothing")
    private boolean dryRun;

    private final OutputStream standardOutput;
    private final PrintWriter err;

    ScanCommand(OutputStream standardOutput, PrintWriter err) {
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            return scan(HttpClient.newHttpClient());
        } catch (IOException | IllegalArgumentException e) {
            err.println(ShownText.of("the service at " + service + " does not answer as it should: " + e.getMessage()
                    + "; give its address, as http://localhost:8080"));
            return IMPOSSIBLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted; the service goes on with the scan");
            return IMPOSSIBLE;
        }
    }

    private int scan(HttpClient http) throws IOException, InterruptedException {
        String base = service.toString().replaceAll("/+$", "") + "/api/scans";
        HttpResponse<String> begun = http.send(
                HttpRequest.newBuilder(URI.create(base))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wish()))
                        .build(),
                BodyHandlers.ofString());
        if (begun.statusCode() != ACCEPTED) {
            err.println(ShownText.of("the service answered " + begun.statusCode() + ": " + begun.body()));
            return IMPOSSIBLE;
        }
        URI report =
                URI.create(base + "/" + JSON.readTree(begun.body()).path("id").asText());
        JsonNode state = JSON.readTree(begun.body());
        while (state.path("state").asText().equals("running")) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            state = JSON.readTree(http.send(HttpRequest.newBuilder(report).build(), BodyHandlers.ofString())
                    .body());
        }
        return told(state);
    }

    private String wish() {
        ObjectNode wish = JSON.createObjectNode().put("proposal", proposal).put("dryRun", dryRun);
        session.ifPresent(name -> wish.put("session", name));
        return wish.toString();
    }

    private int told(JsonNode report) throws IOException {
        String line = "%s: %d datasets in %d folders, %d known, %d new%s%n"
                .formatted(
                        proposal,
                        report.path("found").asLong(),
                        report.path("folders").asLong(),
                        report.path("known").asLong(),
                        report.path("added").asLong(),
                        dryRun ? ", not announced" : " and announced");
        standardOutput.write(line.getBytes(StandardCharsets.UTF_8));
        standardOutput.flush();
        long unreadable = report.path("unreadable").asLong();
        if (unreadable > 0) {
            err.println(unreadable + " folders could not be looked into; the log of the service names them");
        }
        boolean isDone = report.path("state").asText().equals("done");
        if (!isDone) {
            err.println(ShownText.of(
                    "the scan failed: " + report.path("explanation").asText()));
        }
        return isDone && unreadable == 0 ? ALL : NOT_ALL;
    }
}
