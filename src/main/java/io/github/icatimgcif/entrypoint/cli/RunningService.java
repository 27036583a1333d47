package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The service that a command is about. */
final class RunningService {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "where the service answers; default: ${DEFAULT-VALUE}")
    private String address = "";

    @Option(
            names = "--icat-session",
            paramLabel = "ID",
            description =
                    "your ICAT session, where the service asks who you are; better in the environment, as IMGCIF_SESSION,"
                            + " for others see a command line")
    private Optional<String> session = Optional.empty();

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
     * @param path   {@code "/api/dead-letters/12/retry"}
     * @throws NotThere if it has nothing there
     * @throws IOException if it does not answer, or refuses; the message says what would be right
     */
    JsonNode answer(String method, String path, Map<String, String> query) throws IOException {
        return answered(HttpRequest.newBuilder(uri(path, query)).method(method, BodyPublishers.noBody()));
    }

    /**
     * Posts JSON to it.
     *
     * @throws IOException if it does not answer, or refuses; the message says what would be right
     */
    JsonNode posted(String path, JsonNode content) throws IOException {
        return answered(HttpRequest.newBuilder(uri(path, Map.of()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content.toString())));
    }

    private JsonNode answered(HttpRequest.Builder request) throws IOException {
        session.or(() -> Optional.ofNullable(System.getenv("IMGCIF_SESSION")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> request.header("Authorization", "Bearer " + id));
        HttpResponse<String> response = sent(request.timeout(ANSWER_TIMEOUT).build());
        JsonNode body = parsed(response.body());
        if (response.statusCode() == NOT_FOUND && body.has("detail")) {
            throw new NotThere(body.path("detail").asText());
        }
        if (response.statusCode() != OK && response.statusCode() != ACCEPTED) {
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
            URI uri = URI.create(address.replaceAll("/+$", "") + path + (parameters.isEmpty() ? "" : "?" + parameters));
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

    /** The service has nothing of that number or id. */
    static final class NotThere extends IOException {

        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }
}
