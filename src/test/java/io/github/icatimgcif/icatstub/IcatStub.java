package io.github.icatimgcif.icatstub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * An ICAT 6.2 on a free port of this machine. Its user is {@link #USER} with {@link #PASSWORD}, authenticator {@code simple}.
 *
 * <p>{@code beforeAnswer} hooks see each request before anything is done; {@code afterCommit} hooks see writes that are done
 * and not answered yet: there a test may stop whoever wrote.
 */
public final class IcatStub implements AutoCloseable {

    /** Name to log in with. */
    public static final String USER = "ingest";

    /** Password to log in with. */
    public static final String PASSWORD = "ingest-password-8aF3";

    private static final String OWN = "simple/" + USER;

    static final int MAX_ENTITIES = 10_000;
    private static final int LONGEST_TARGET = 8135;

    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final StubStore store;
    private final StubContent content;
    private final StubSessions sessions;
    private final StubIds ids;
    private final StubRights rights = new StubRights();
    private final Queue<StubRequest> requests = new ConcurrentLinkedQueue<>();
    private final Map<Long, Set<String>> shownTo = new ConcurrentHashMap<>();
    private final StubFaults faults = new StubFaults();
    private final List<Consumer<StubRequest>> beforeAnswer = new CopyOnWriteArrayList<>();
    private final List<Consumer<StubRequest>> afterCommit = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<SSLContext> shown = Optional.empty();
    private HttpServer server;

    private IcatStub(Clock clock, Duration lifetime) {
        store = new StubStore(clock);
        content = new StubContent(store);
        sessions = new StubSessions(clock, lifetime);
        sessions.admit(USER, PASSWORD);
        ids = new StubIds(sessions);
        server = serving(0);
    }

    /** Starts one with the types, formats, application and parameter types that registrations need, and no dataset. */
    public static IcatStub start() {
        return start(Clock.systemUTC(), Duration.ofMinutes(120));
    }

    /** The same with a time of its own and sessions of that length. */
    public static IcatStub start(Clock clock, Duration sessionLifetime) {
        IcatStub stub = startEmpty(clock, sessionLifetime);
        StubContent content = stub.content();
        content.add("Facility", Map.of("name", "LAB"));
        content.add("DatasetType", Map.of("facility", 1L, "name", "acquisition"));
        content.add("DatasetType", Map.of("facility", 1L, "name", "processed"));
        content.add("DatafileFormat", Map.of("facility", 1L, "name", "h5", "version", "1.14"));
        content.add("DatafileFormat", Map.of("facility", 1L, "name", "imgCIF", "version", "1.8"));
        content.add("Application", Map.of("facility", 1L, "name", "icat-imgcif", "version", "0.1.0"));
        for (String name : List.of(
                "input_datasets",
                "input_datasetIds",
                "imgCIF_sha256",
                "Process_program",
                "Process_version",
                "scanType",
                "Process_triggering",
                "Sample_name",
                "startDate",
                "endDate")) {
            content.addParameterType(name, "NA", "STRING");
        }
        content.addParameterType("imgCIF_numberOfImages", "NA", "NUMERIC");
        content.addParameterType("MX_wavelength", "\u00C5", "NUMERIC");
        return stub;
    }

    /** Starts one that has nothing at all. */
    public static IcatStub startEmpty(Clock clock, Duration sessionLifetime) {
        return new IcatStub(clock, sessionLifetime);
    }

    /** Where its REST interface is. */
    public URI baseUri() {
        String start = shown.isPresent() ? "https://localhost:" : "http://127.0.0.1:";
        return URI.create(start + server.getAddress().getPort() + "/icat");
    }

    /** Where the IDS beside it is. */
    public URI idsUri() {
        return baseUri().resolve("/ids");
    }

    /** Where the data of a dataset are: {@code ONLINE}, {@code ARCHIVED} or {@code RESTORING}. */
    public void storedAs(long dataset, String status) {
        ids.status(dataset, status);
    }

    /** What is in it. */
    public StubContent content() {
        return content;
    }

    /** All datasets. */
    public List<StubDataset> datasets() {
        return content.datasets();
    }

    /** All jobs. */
    public List<StubJob> jobs() {
        return content.jobs();
    }

    /** What was asked so far. */
    public List<StubRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what was asked so far: in a run of hours it would be most of what the tests hold. */
    public void forgetRequests() {
        requests.clear();
    }

    /** The next request of that kind goes wrong; may be called several times for several requests. */
    public void failNext(Predicate<StubRequest> which, Fault fault) {
        faults.plan(which, fault);
    }

    /** Until {@link #recover}, all requests of that kind go wrong in that way. */
    public void beginOutage(Predicate<StubRequest> which, Fault fault) {
        faults.begin(which, fault);
    }

    /** Ends the outage. */
    public void recover() {
        faults.recover();
    }

    /** Calls a hook with each request before anything is done. */
    public void onRequest(Consumer<StubRequest> hook) {
        beforeAnswer.add(hook);
    }

    /** Calls a hook with each write when it is done and before it is answered. */
    public void afterCommit(Consumer<StubRequest> hook) {
        afterCommit.add(hook);
    }

    /** Lets the user write entities of a type, or not any more. */
    public void allow(String entity, boolean allowed) {
        rights.write(entity, allowed);
    }

    /** Lets its own user do this and nothing else: {@code CREATE Job}, {@code READ Dataset}; what he may not read is hidden. */
    public void allowOnly(Set<String> rightsOfUser) {
        rights.only(rightsOfUser);
    }

    /** What its own user tried so far, in the same words; a query reads whatever it speaks of. */
    public Set<String> triedRights() {
        return rights.tried();
    }

    /** Admits somebody else, who may do the same. */
    public void admit(String user, String password) {
        sessions.admit(user, password);
    }

    /** Makes a session known, as if it had been logged in to. */
    public void beginSession(String id, String user) {
        sessions.begin(id, user);
    }

    /** Has an authenticator {@code anon}, which lets everybody in and asks for nothing. */
    public void admitAnybody() {
        sessions.admitAnybody();
    }

    /** Shows a dataset to these users and to its own only, as rules do; others are not told that it is there. */
    public void showOnlyTo(long dataset, String... users) {
        shownTo.put(dataset, Set.of(users));
    }

    private boolean isShown(StubEntity entity, String user) {
        Set<String> allowed = shownTo.get(entity.id());
        return !entity.type().name().equals("Dataset")
                || user.equals(OWN)
                || (allowed == null ? !user.equals(StubSessions.ANYBODY) : allowed.contains(user));
    }

    /** Ends the time of all sessions. */
    public void expireSessions() {
        sessions.expireAll();
    }

    /** Forgets all sessions. */
    public void forgetSessions() {
        sessions.forgetAll();
    }

    /** How many sessions are open. */
    public int sessionCount() {
        return sessions.count();
    }

    /** Refuses connections until {@link #resume}. */
    public void pause() {
        server.stop(0);
    }

    /** From now on it is reached on the same port over TLS only, where it shows a certificate; or, with none, without TLS. */
    public void shows(Optional<SSLContext> certificate) {
        pause();
        shown = certificate;
        resume();
    }

    /** Listens again, on the same port. */
    public void resume() {
        server = serving(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer serving(int port) {
        try {
            HttpServer made = listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            made.setExecutor(threads);
            made.createContext("/icat", this::serve);
            made.createContext("/ids", this::serve);
            made.start();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException("the ICAT stub cannot listen", failed);
        }
    }

    private HttpServer listening(InetSocketAddress address) throws IOException {
        if (shown.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        HttpsServer secured = HttpsServer.create(address, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(shown.get()));
        return secured;
    }

    private void serve(HttpExchange exchange) throws IOException {
        StubRequest request = request(exchange);
        requests.add(request);
        beforeAnswer.forEach(hook -> hook.accept(request));
        Optional<Fault> fault = faults.take(request);
        if (fault.equals(Optional.of(Fault.HANGING))) {
            faults.awaitRecovery();
        }
        if (fault.equals(Optional.of(Fault.CUT)) || fault.equals(Optional.of(Fault.HANGING))) {
            exchange.close();
            return;
        }
        if (exchange.getRequestURI().toASCIIString().length() > LONGEST_TARGET) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        boolean lost = fault.equals(Optional.of(Fault.LOST_ANSWER));
        StubAnswer answer = fault.isEmpty() || lost ? answer(request) : StubFaults.answer(fault.get(), request);
        if (lost) {
            exchange.close();
            return;
        }
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private StubAnswer answer(StubRequest request) {
        try {
            return request.path().startsWith("/ids/") ? ids.answer(request) : served(request);
        } catch (StubRefusal refusal) {
            return StubAnswer.error(refusal);
        }
    }

    private StubAnswer served(StubRequest request) {
        String resource = request.path().substring("/icat".length());
        if (request.method().equals("POST") && !request.contentType().startsWith("application/x-www-form-urlencoded")) {
            throw StubRefusal.internal("class jakarta.ws.rs.NotSupportedException HTTP 415 Unsupported Media Type");
        }
        if (resource.startsWith("/session")) {
            return session(request, resource.substring("/session".length()).replace("/", ""));
        }
        return switch (request.method() + " " + resource) {
            case "GET /version" -> StubAnswer.json("{\"version\":\"6.2.0\"}");
            case "GET /properties" ->
                StubAnswer.json(
                        "{\"maxEntities\":" + MAX_ENTITIES + ",\"lifetimeMinutes\":120,\"authenticators\":"
                                + "[{\"mnemonic\":\"simple\",\"keys\":[{\"name\":\"username\"},{\"name\":\"password\",\"hide\":true}]}]}");
            case "GET /entityManager" -> StubAnswer.json(search(request));
            case "POST /entityManager" -> StubAnswer.json(write(request));
            default -> {
                if (resource.equals("/entityManager")) {
                    throw StubRefusal.internal("class jakarta.ws.rs.NotAllowedException HTTP 405 Method Not Allowed");
                }
                throw new StubRefusal(501, "NOT_IMPLEMENTED", "Operation not implemented by this ICAT server.");
            }
        };
    }

    private StubAnswer session(StubRequest request, String id) {
        switch (request.method()) {
            case "POST" -> {
                if (!request.fields().containsKey("json")) {
                    throw StubRefusal.bad("json must not be null");
                }
                return StubAnswer.json("{\"sessionId\":\""
                        + sessions.login(parsed(request.fields().getOrDefault("json", ""), true)) + "\"}");
            }
            case "PUT" -> sessions.refresh(id);
            case "DELETE" -> sessions.end(id);
            default -> {
                return StubAnswer.json("{\"userName\":\"" + sessions.user(id) + "\",\"remainingMinutes\":"
                        + sessions.remainingMinutes(id) + "}");
            }
        }
        return new StubAnswer(204, "text/plain", "");
    }

    private String search(StubRequest request) {
        String user = sessions.user(request.fields().getOrDefault("sessionId", ""));
        if (request.query().isEmpty()) {
            throw StubRefusal.bad("query is not set");
        }
        boolean own = user.equals(OWN);
        return store.locked(() -> {
            StubQuery query = new StubQuery(
                    store,
                    request.query(),
                    entity -> isShown(entity, user)
                            && (!own || rights.permits("READ", entity.type().name())));
            List<List<Object>> rows = query.run();
            if (own) {
                rights.read(query.tables());
            }
            if (rows.size() > MAX_ENTITIES) {
                throw StubRefusal.invalid("attempt to process more than " + MAX_ENTITIES + " entities");
            }
            return StubJson.rows(store, rows, query.included()).toString();
        });
    }

    private String write(StubRequest request) {
        String user = sessions.user(request.fields().getOrDefault("sessionId", ""));
        if (request.entities().isEmpty()) {
            throw StubRefusal.bad("entities is not set");
        }
        List<Long> ids = new StubWriter(store, user, rights::permits).write(parsed(request.entities(), false));
        afterCommit.forEach(hook -> hook.accept(request));
        return ids.toString();
    }

    private static JsonNode parsed(String text, boolean login) {
        try {
            return StubJson.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw login
                    ? StubRefusal.internal("class jakarta.json.stream.JsonParsingException Unexpected char")
                    : StubRefusal.bad("Invalid token in json " + text);
        }
    }

    private static StubRequest request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        return new StubRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                decoded(form ? body : query == null ? "" : query),
                type == null ? "" : type);
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
