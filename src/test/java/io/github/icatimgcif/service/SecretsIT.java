package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.icatstub.StubRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service with all of its ways in and out, each of which asks for a password, and everything logged that can be: no
 * password and no session stands in anything that it leaves behind, whatever goes well or wrong.
 */
final class SecretsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    // With what has other forms in addresses, forms, JSON and properties.
    private static final String ICAT_PASSWORD = "icat+pass/word & 8aF3%x";
    private static final String DATABASE_PASSWORD = "database pass+word/5cD1&y";
    private static final String BROKER_PASSWORD = "kafka pass+word/2bE7&z";
    private static final String QUEUE_PASSWORD = "activemq-pass+word/9dA4&q";
    private static final String OSCARS_PASSWORD = "oscars pass+word/3dE9&p";
    private static final String WRONG_PASSWORD = "guessed pass+word/6fB2&w";
    private static final String WRONG_BROKER_PASSWORD = "mistaken-kafka+word/4eC8&v";
    private static final String IN_HEADER = "a11ce000-1f2e-4d3c-8b4a-5968778695aa";
    private static final String IN_QUERY = "ba110c00-2f3e-4d4c-9b5a-6978879695bb";
    private static final String OPERATOR = "05ca0000-3f4e-4d5c-ab6a-7988978695cc";
    private static final String UNKNOWN = "0badc0de-4f5e-4d6c-bb7a-8998a78695dd";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private final List<String> answers = new ArrayList<>();
    private final Set<String> secrets = new LinkedHashSet<>(List.of(
            ICAT_PASSWORD,
            DATABASE_PASSWORD,
            BROKER_PASSWORD,
            QUEUE_PASSWORD,
            OSCARS_PASSWORD,
            WRONG_PASSWORD,
            WRONG_BROKER_PASSWORD,
            IN_HEADER,
            IN_QUERY,
            OPERATOR,
            UNKNOWN));

    @Test
    void nothingThatTheServiceLeavesBehindHasASecret() throws Exception {
        GuardedServers.Passwords passwords = new GuardedServers.Passwords(DATABASE_PASSWORD, BROKER_PASSWORD);
        try (GuardedServers servers = GuardedServers.in(folder, passwords);
                ActiveMq queues = ActiveMq.guarded("ingest", QUEUE_PASSWORD);
                PlayedFacility facility =
                        PlayedFacility.registering(folder, "both").on(servers.configuration())) {
            IcatStub icat = facility.icat();
            icat.admit(IcatStub.USER, ICAT_PASSWORD);
            icat.admit("oscar", OSCARS_PASSWORD);
            icat.admitAnybody();
            icat.beginSession(IN_HEADER, "alice");
            icat.beginSession(IN_QUERY, "alice");
            icat.beginSession(OPERATOR, "oscar");
            Map<String, String> settings = settings(queues);
            PlayedDataset raw = facility.stored("run_01");
            try (ServiceProcess service = facility.start("service", settings).awaitReady()) {
                goodRequests(service, facility, servers, queues, raw);
                badRequests(service, facility, servers, queues);
                keep(service.get("/q/metrics"));
                keep(service.get("/q/health"));
                keep(service.get("/q/openapi"));
            }
            mistakenStarts(facility, settings, servers);
            sessionsOf(icat);

            Map<String, String> left = new LinkedHashMap<>();
            left.put("answers", String.join("\n", answers));
            left.put("imgCIF", Files.readString(raw.imgCif()));
            left.put("messages to the ingester", String.join("\n", queues.texts(ActiveMq.INGEST)));
            left.put("dead letters of the queue", String.join("\n", queues.texts("dead")));
            left.put("dead letters of the topic", all(servers, facility.deadLetters()));
            left.put("result events", all(servers, facility.registered()));
            tables(servers, left);
            files(facility.home(), left);

            assertThat(left.get("messages to the ingester")).contains("run_01");
            assertThat(left.get("dead letters of the topic")).contains("no announcement at all");
            assertThat(left.get("result events")).contains("run_01");
            assertThat(left.get("table journal_dataset")).contains("run_01");
            assertThat(left.get("table dead_letter")).contains("no announcement");
            assertThat(left.keySet()).contains("file service/service.log", "file service/all.log");
            // Without these nothing was looked for: that all was logged, the client of ICAT too, and that the filter
            // was at work.
            assertThat(left.get("file service/service.log")).contains("DEBUG", "/icat/session/...");
            assertThat(secrets).hasSizeGreaterThan(12);
            secrets.forEach(secret -> left.forEach((where, text) -> assertWithout(secret, where, text)));
        }
    }

    private static Map<String, String> settings(ActiveMq queues) {
        Map<String, String> settings = new HashMap<>();
        settings.put("imgcif.icat.credentials.password", ICAT_PASSWORD);
        settings.put("imgcif.icat.anonymous.plugin", "anon");
        settings.put("imgcif.access", "icat");
        settings.put("imgcif.access.operators", "simple/oscar");
        settings.put("imgcif.access.announcers", "simple/alice");
        settings.put("imgcif.access.remembered", "1s");
        settings.put("imgcif.activemq.brokers", "localhost:" + queues.amqpPort());
        settings.put("imgcif.activemq.username", "ingest");
        settings.put("imgcif.activemq.password", QUEUE_PASSWORD);
        settings.put("imgcif.activemq.dead-letter-queue", "dead");
        settings.put("imgcif.ingest.url", "stomp://localhost:" + queues.stompPort());
        settings.put("imgcif.ingest.username", "ingest");
        settings.put("imgcif.ingest.password", QUEUE_PASSWORD);
        settings.put("quarkus.http.access-log.enabled", "true");
        settings.put("quarkus.log.level", "DEBUG");
        for (String quiet : new String[] {
            "kafka",
            "org.apache.kafka",
            "org.apache.kafka.clients.NetworkClient",
            "state.change.logger",
            "io.jhdf",
            "org.flywaydb",
            "com.github.kagkarlsson",
            "io.smallrye.reactive.messaging.kafka",
            "io.micrometer.core.instrument.MeterRegistry",
            "jdk.internal.httpclient",
            "jdk.httpclient",
            "org.postgresql"
        }) {
            settings.put("quarkus.log.category.\"" + quiet + "\".level", "DEBUG");
        }
        // Without it the client of newer Java tells nothing at any level.
        settings.put("jdk.httpclient.HttpClient.log", "requests,headers");
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.file.path", "all.log");
        return settings;
    }

    private void goodRequests(
            ServiceProcess service, PlayedFacility facility, GuardedServers servers, ActiveMq queues, PlayedDataset raw)
            throws Exception {
        servers.kafka().send(facility.topic(), raw.key(), raw.event());
        awaitRegistered(servers, raw);
        PlayedDataset second = facility.stored("run_02");
        sendByQueue(queues, second.event());
        awaitRegistered(servers, second);
        PlayedDataset third = facility.stored("run_03");
        ask(request(service, "/api/datasets", IN_HEADER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(third.event())));
        awaitRegistered(servers, third);

        String imgCif = "/api/datasets/by-location/imgcif?location=" + encoded(raw.key());
        assertThat(ask(request(service, imgCif, IN_HEADER)).statusCode()).isEqualTo(200);
        assertThat(ask(request(service, imgCif + "&sessionId=" + IN_QUERY, "")).statusCode())
                .isEqualTo(200);
        ask(request(service, imgCif, ""));
        ask(request(service, imgCif + "&as=bundle&sessionId=" + IN_QUERY, ""));
        ask(request(service, "/api/datasets/by-location?location=" + encoded(raw.key()), OPERATOR));
        ask(request(service, "/datasets/by-location?location=" + encoded(raw.key()), OPERATOR));

        HttpResponse<String> in = signIn(service, OSCARS_PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        Matcher cookie = Pattern.compile("imgcif_session=([0-9a-f-]{36})")
                .matcher(in.headers().firstValue("Set-Cookie").orElse(""));
        assertThat(cookie.find()).isTrue();
        String session = cookie.group(1);
        secrets.add(session);
        for (String page : List.of(
                "/console",
                "/console/backlogs",
                "/console/dead-letters",
                "/console/search?q=run",
                "/console?next=" + encoded("/console?sessionId=" + IN_QUERY),
                "/datasets/by-location?location=" + encoded(raw.key()))) {
            assertThat(ask(browser(service, page, session)).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    private void badRequests(ServiceProcess service, PlayedFacility facility, GuardedServers servers, ActiveMq queues)
            throws Exception {
        servers.kafka().send(facility.topic(), "odd", "no announcement at all");
        sendByQueue(queues, "no announcement either");
        await().atMost(PATIENCE).until(() -> count(servers, "select count(*) from dead_letter") == 2);
        await().atMost(PATIENCE).until(() -> queues.waiting("dead") == 1);
        ask(request(service, "/api/dead-letters", OPERATOR));
        ask(request(service, "/api/dead-letters/retry?all=true", OPERATOR).POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(signIn(service, WRONG_PASSWORD).statusCode()).isEqualTo(403);
        for (String path : List.of(
                "/api/datasets/by-location?location=/data/x",
                "/api/dead-letters",
                "/datasets/by-location?location=/data/x",
                "/nowhere",
                "/api/datasets/1/imgcif?as=%zz")) {
            String more = path.contains("?") ? "&" : "?";
            for (String session : List.of(UNKNOWN, IN_QUERY)) {
                raw(service, path, "Authorization: Bearer " + session);
                raw(service, path, "Cookie: imgcif_session=" + session);
                raw(service, path + more + "sessionId=" + session);
                raw(service, path + more + "sessionId%3D" + session);
                raw(service, path + more + "sessionId=" + session + "&sessionId=" + OPERATOR);
            }
        }
        ask(HttpRequest.newBuilder(service.uri("/api/dead-letters"))
                .header("Authorization", "Basic " + base64("oscar:" + OSCARS_PASSWORD)));
        ask(request(service, "/api/datasets", IN_HEADER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"path\": ")));

        // ICAT fails in the middle of it: sessions that are over, no answers, wrong ones.
        for (Fault fault : List.of(Fault.SESSION_EXPIRED, Fault.CUT, Fault.DATABASE_AWAY, Fault.STARTING)) {
            PlayedDataset next = facility.stored("run_" + fault);
            // A login that is refused is not tried again for a minute.
            facility.icat()
                    .beginOutage(
                            request -> fault != Fault.SESSION_EXPIRED
                                    || !request.path().equals("/icat/session"),
                            fault);
            servers.kafka().send(facility.topic(), next.key(), next.event());
            ask(request(service, "/api/datasets/1/imgcif?sessionId=" + IN_QUERY + "&wait=1", ""));
            ask(request(service, "/datasets/1", UUID.randomUUID().toString()));
            signIn(service, OSCARS_PASSWORD);
            await().atMost(PATIENCE)
                    .until(() -> count(
                                    servers,
                                    "select count(*) from journal_dataset where explanation <> '' and location = '"
                                            + next.key() + "'")
                            == 1);
            keep(service.get("/q/health/ready"));
            facility.icat().recover();
        }
        facility.icat().pause();
        ask(request(service, "/api/datasets/2?sessionId=" + IN_QUERY, ""));
        keep(service.get("/q/health/ready"));
        facility.icat().resume();

        // The database throws everybody out.
        servers.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'imgcif'");
        ask(request(service, "/api/dead-letters?sessionId=" + OPERATOR, ""));
        ask(request(service, "/api/dead-letters?sessionId=" + OPERATOR, ""));
    }

    /** Each with passwords that are wrong: whoever looks for the mistake reads the log. */
    private void mistakenStarts(PlayedFacility facility, Map<String, String> settings, GuardedServers servers)
            throws IOException {
        Map<String, String> database = new HashMap<>(settings);
        database.put("quarkus.datasource.password", WRONG_PASSWORD);
        try (ServiceProcess service = facility.start("mistaken-database", database)) {
            assertThat(service.awaitEnd()).isEqualTo(1);
        }
        Map<String, String> inAddress = new HashMap<>(settings);
        inAddress.put(
                "quarkus.datasource.jdbc.url",
                servers.databaseUrl() + "?sslmode=verify-full&password=" + encoded(WRONG_PASSWORD));
        try (ServiceProcess service = facility.start("mistaken-address", inAddress)) {
            assertThat(service.awaitEnd()).isEqualTo(1);
        }
        Map<String, String> rest = new HashMap<>(settings);
        rest.put("imgcif.icat.credentials.password", WRONG_PASSWORD);
        rest.put("imgcif.activemq.password", WRONG_PASSWORD);
        rest.put("imgcif.ingest.password", WRONG_PASSWORD);
        rest.put("kafka.sasl.jaas.config", GuardedServers.jaas(WRONG_BROKER_PASSWORD));
        try (ServiceProcess service = facility.start("mistaken-rest", rest)) {
            service.awaitSaid("cannot listen to ActiveMQ");
            service.awaitSaid("SaslAuthenticationException");
            if (service.isAlive()) {
                keep(service.get("/q/health"));
            }
        }
    }

    private static void awaitRegistered(GuardedServers servers, PlayedDataset raw) {
        await().atMost(PATIENCE)
                .until(() -> count(
                                servers,
                                "select count(*) from journal_dataset where state = 'REGISTERED' and location = '"
                                        + raw.key() + "'")
                        == 1);
    }

    private static void sendByQueue(ActiveMq queues, String text) throws IOException {
        try (StompSocket stomp =
                StompSocket.connect(new Socket("localhost", queues.stompPort()), "ingest", QUEUE_PASSWORD)) {
            stomp.sendText(ActiveMq.COPY, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<String> signIn(ServiceProcess service, String password) throws Exception {
        return ask(HttpRequest.newBuilder(service.uri("/console/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "authenticator=simple&name=oscar&password=" + encoded(password) + "&next=/console")));
    }

    private static HttpRequest.Builder request(ServiceProcess service, String path, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    private static HttpRequest.Builder browser(ServiceProcess service, String path, String session) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Accept", "text/html")
                .header("Cookie", "imgcif_session=" + session);
    }

    /** Also what is no address to Java. */
    private void raw(ServiceProcess service, String path, String... headers) throws IOException {
        try (Socket socket = new Socket("localhost", service.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
                                    + Stream.of(headers)
                                            .map(line -> line + "\r\n")
                                            .collect(Collectors.joining())
                                    + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        keep(answer);
        return answer;
    }

    /** Whoever signs in gets his session as a cookie, and nobody else anything. */
    private void keep(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        if (answer.request().method().equals("POST") && answer.statusCode() == 303) {
            headers.remove("set-cookie");
        }
        answers.add(headers + "\n" + answer.body());
    }

    /** The sessions of the service itself. */
    private void sessionsOf(IcatStub icat) {
        for (StubRequest request : icat.requests()) {
            Optional.ofNullable(request.fields().get("sessionId"))
                    .filter(id -> !id.isEmpty())
                    .ifPresent(secrets::add);
            if (request.path().startsWith("/icat/session/")) {
                secrets.add(request.path().substring("/icat/session/".length()));
            }
        }
    }

    private static void tables(GuardedServers servers, Map<String, String> left) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = servers.connection();
                var statement = connection.createStatement()) {
            try (var names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                StringBuilder text = new StringBuilder();
                try (var rows = statement.executeQuery("select * from " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            text.append(
                                            rows.getObject(column) instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.UTF_8)
                                                    : rows.getString(column))
                                    .append('\n');
                        }
                    }
                }
                left.put("table " + table, text.toString());
            }
        }
    }

    /** Logs and all else below the facility's folder but the servers' own. */
    private static void files(Path home, Map<String, String> left) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.startsWith(home.resolve("servers")))
                    .toList()) {
                left.put("file " + home.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String all(GuardedServers servers, String topic) {
        StringBuilder text = new StringBuilder();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers.broker().openAddress()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    message.headers()
                            .forEach(header -> text.append(header.key())
                                    .append('=')
                                    .append(new String(header.value(), StandardCharsets.UTF_8))
                                    .append('\n'));
                    text.append(new String(message.value(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void assertWithout(String secret, String where, String text) {
        for (String form : forms(secret)) {
            int found = text.indexOf(form);
            if (found >= 0) {
                throw new AssertionError(where + " has the secret " + secret + " as " + form + ": "
                        + text.substring(Math.max(0, found - 300), Math.min(text.length(), found + 100)));
            }
        }
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(encoded(secret));
        forms.add(encoded(secret).replace("+", "%20"));
        forms.add(secret.replace("&", "&amp;"));
        forms.add(secret.replace("&", "\\u0026"));
        forms.add(secret.replace("/", "\\/"));
        forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        // Alone, after "ingest:" or "oscar:", between two zeros: three ways to lie in the fours of base64.
        for (String before : List.of("", "x", "xy")) {
            String base64 = base64(before + secret);
            forms.add(base64.substring(before.isEmpty() ? 0 : 4, base64.length() - 4));
        }
        return forms;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(GuardedServers servers, String query) throws SQLException {
        try (var connection = servers.connection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
