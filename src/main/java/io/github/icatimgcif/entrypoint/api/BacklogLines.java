package io.github.icatimgcif.entrypoint.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.backlog.BacklogControl;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.entrypoint.report.BacklogSummary;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The report of a backlog, read from the database page by page as it is sent. */
@Singleton
public final class BacklogLines {

    /** One JSON object a line. */
    static final String JSON_LINES = "application/jsonl";

    private static final int PAGE = 1000;

    private final BacklogControl backlogs;
    private final ObjectMapper json;

    BacklogLines(BacklogControl backlogs, ObjectMapper json) {
        this.backlogs = backlogs;
        this.json = json;
    }

    private interface Line {
        String of(BacklogItemReport item) throws IOException;
    }

    /** In the format {@code jsonl}, {@code csv} or {@code text}. */
    public Response answer(Progress progress, String format) {
        long id = progress.backlog().id();
        return switch (format) {
            case "csv" ->
                file("text/csv;charset=UTF-8", id, "csv", lines(id, BacklogItemReport.HEADER, BacklogItemReport::csv));
            case "jsonl" -> file(JSON_LINES, id, "jsonl", lines(id, "", item -> json.writeValueAsString(item) + "\n"));
            default ->
                Response.ok(BacklogSummary.of(progress) + "\n", MediaType.TEXT_PLAIN + ";charset=UTF-8")
                        .build();
        };
    }

    private static Response file(String type, long id, String ending, StreamingOutput content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"backlog-" + id + "." + ending + "\"")
                .build();
    }

    private StreamingOutput lines(long backlog, String header, Line line) {
        return stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            out.write(header);
            long after = 0;
            List<BacklogItem> page;
            do {
                page = backlogs.items(backlog, after, Optional.empty(), PAGE);
                for (BacklogItem item : page) {
                    out.write(line.of(BacklogItemReport.of(item)));
                    after = item.id();
                }
            } while (page.size() == PAGE);
            out.flush();
        };
    }
}
