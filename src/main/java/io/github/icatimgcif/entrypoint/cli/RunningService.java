package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The service that a command is about. */
final class RunningService {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);
    private static final int NOT_FOUND = 404;

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "where the service answers; default: ${DEFAULT-VALUE}")
    private String address = "";

    @Option(names = "--json", description = "print the answer of the service, JSON, one page a line")
    private boolean json;

    /** Whether the answers are wanted as they come. */
    boolean isWantedAsJson() {
        return json;
    }

    /**
     * Asks it.
     *
     * @param method GET, POST or DELETE
     * @param path   below the dead letters: {@code ""}, {@code "/12/retry"}
     * @throws NoSuchLetter if there is none of this number
     * @throws IOException if it does not answer, or refuses; the message says what would be right
     */
    JsonNode answer(String method, String path, Map<String, String> query) throws IOException {
        HttpResponse<String> response = sent(HttpRequest.newBuilder(uri(path, query))
                .timeout(ANSWER_TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        JsonNode body = parsed(response.body());
        if (response.statusCode() == NOT_FOUND && body.has("detail")) {
            throw new NoSuchLetter(body.path("detail").asText());
        }
        if (response.statusCode() != 200) {
            throw new IOException("the service answers with " + response.statusCode() + ": "
                    + body.path("detail").asText("nothing that this command knows"));
        }
        return body;
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw new IOException("no service answers at " + address + ": start it, or give --service URL", e);
        }
    }

    private URI uri(String path, Map<String, String> query) throws IOException {
        String parameters = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            URI uri = URI.create(address.replaceAll("/+$", "") + "/api/dead-letters" + path
                    + (parameters.isEmpty() ? "" : "?" + parameters));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private IOException notAnAddress() {
        return new IOException("'" + address + "' is no address of a service: give one as http://localhost:8080");
    }

    private static JsonNode parsed(String body) throws IOException {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("the answer is no JSON: is this the address of an icat-imgcif service?", e);
        }
    }

    /** There is no letter of that number. */
    static final class NoSuchLetter extends IOException {

        private static final long serialVersionUID = 1L;

        NoSuchLetter(String message) {
            super(message);
        }
    }
}
