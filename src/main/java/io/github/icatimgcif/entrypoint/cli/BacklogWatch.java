package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Follows a backlog of a service until nothing happens with it any more, and tells what came of it. */
final class BacklogWatch {

    /** Where the service has them. */
    static final String PATH = "/api/backlogs";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int GOOD = 0;
    private static final int NOT_ALL = 1;

    private final OutputStream standardOutput;
    private final PrintWriter err;
    private final boolean onTerminal;

    BacklogWatch(OutputStream standardOutput, PrintWriter err, boolean onTerminal) {
        this.standardOutput = standardOutput;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /** Follows one that was begun; returns the exit code. */
    int follow(RunningService service, JsonNode begun) throws IOException {
        String path = PATH + "/" + begun.path("id").asText();
        Thread farewell = new Thread(() -> {
            err.println();
            err.println("the service goes on with it: imgcif reprocess show "
                    + begun.path("id").asText() + ", or pause, or cancel");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            JsonNode now = begun;
            while (isMoving(now)) {
                pause();
                now = service.answer("GET", path, Map.of());
                draw(now);
            }
            return told(service, now);
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    /** Prints a backlog as it is; returns the exit code. */
    int told(RunningService service, JsonNode backlog) throws IOException {
        if (onTerminal) {
            err.print("\r\033[K");
            err.flush();
        }
        print(standardOutput, service, backlog);
        JsonNode counts = backlog.path("counts");
        boolean isGood = counts.path("failed").asLong() == 0
                && counts.path("refused").asLong() == 0
                && !backlog.path("state").asText().equals("failed");
        return isGood ? GOOD : NOT_ALL;
    }

    /** Prints a backlog: a line, and why datasets are left alone. */
    static void print(OutputStream out, RunningService service, JsonNode backlog) throws IOException {
        StringBuilder text = new StringBuilder();
        if (service.isWantedAsJson()) {
            text.append(backlog).append('\n');
        } else {
            text.append(ShownText.of(backlog.path("summary").asText())).append('\n');
            for (JsonNode reason : backlog.path("reasons")) {
                text.append(ShownText.of("%9d  %-9s  %s"
                                .formatted(
                                        reason.path("count").asLong(),
                                        reason.path("plan").asText(),
                                        reason.path("reason").asText())))
                        .append('\n');
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static boolean isMoving(JsonNode backlog) {
        String state = backlog.path("state").asText();
        return state.equals("planning") || state.equals("running");
    }

    private void draw(JsonNode backlog) {
        if (!onTerminal || !backlog.path("state").asText().equals("running")) {
            return;
        }
        JsonNode counts = backlog.path("counts");
        int total = backlog.path("total").asInt();
        int left = counts.path("pending").asInt() + counts.path("underWay").asInt();
        new ProgressBar(err, "backlog " + backlog.path("id").asText(), total).draw(total - left);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; the service goes on with the backlog", e);
        }
    }
}
