package io.github.icatimgcif.icatstub;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The IDS beside the stub: where the data of datasets are, and asking for them. Its answers are those that were recorded; its errors
 * have a code of its own.
 */
final class StubIds {

    private final StubSessions sessions;
    private final Map<Long, String> statuses = new ConcurrentHashMap<>();

    StubIds(StubSessions sessions) {
        this.sessions = sessions;
    }

    void status(long dataset, String status) {
        statuses.put(dataset, status);
    }

    StubAnswer answer(StubRequest request) {
        String session = request.fields().getOrDefault("sessionId", "");
        try {
            sessions.user(session);
        } catch (StubRefusal unknown) {
            return error(403, "InsufficientPrivilegesException", "Unable to find user by sessionid: " + session);
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /ids/getStatus" -> status(request);
            case "POST /ids/prepareData" -> prepare(request);
            default -> error(404, "NotFoundException", "no such call");
        };
    }

    private StubAnswer status(StubRequest request) {
        long dataset = Long.parseLong(request.fields().getOrDefault("datasetIds", "0"));
        String status = statuses.getOrDefault(dataset, "");
        return status.isEmpty()
                ? error(404, "NotFoundException", "Dataset[id:" + dataset + "] not found.")
                : text(status);
    }

    private StubAnswer prepare(StubRequest request) {
        Arrays.stream(request.fields().getOrDefault("datasetIds", "").split(","))
                .map(Long::valueOf)
                .forEach(dataset -> statuses.put(dataset, "RESTORING"));
        return text("3505bbf8-94a7-44d8-9552-53ea5da9e2cb");
    }

    private static StubAnswer text(String text) {
        return new StubAnswer(200, "text/plain", text);
    }

    private static StubAnswer error(int status, String code, String message) {
        return StubAnswer.error(new StubRefusal(status, code, message));
    }
}
