package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.dataset.Sha256;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console of the packaged service as a browser without script meets it: cookies, forms, redirects. */
final class ConsoleIT {

    private static final String PASSWORD = "oscars-password-3dE9";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static PlayedDataset dataset;

    @BeforeAll
    static void aServiceRuns() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        for (String user : new String[] {"oscar", "ada", "alice"}) {
            facility.icat().admit(user, PASSWORD);
        }
        service = facility.start(
                        "console",
                        Map.of(
                                "imgcif.access", "icat",
                                "imgcif.access.operators", "simple/oscar",
                                "imgcif.access.administrators", "simple/ada",
                                "imgcif.access.remembered", "1s"))
                .awaitReady();
        dataset = facility.stored("run_console");
        facility.announce(dataset);
        await().atMost(Duration.ofSeconds(90)).until(() -> conversions() > 0);
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    void whoSignsInGetsACookieOfHisSessionAndIsOutAgainWhenHeSignsOut() throws Exception {
        HttpResponse<String> stranger = get("/console/backlogs?before=7", "");
        assertThat(stranger.statusCode()).isEqualTo(303);
        String signIn = location(stranger);
        assertThat(signIn).isEqualTo("/console/sign-in?next=%2Fconsole%2Fbacklogs%3Fbefore%3D7");
        assertThat(get(signIn, "").body()).contains("<option>simple</option>", "value=\"/console/backlogs?before=7\"");

        HttpResponse<String> in = signIn("oscar", PASSWORD, "/console/backlogs?before=7");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/console/backlogs?before=7");
        List<String> cookies = in.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .matches("imgcif_session=[0-9a-f-]{36}; Path=/(console|datasets); HttpOnly; SameSite=Strict"));
        String session = session(in);
        HttpResponse<String> page = get("/console", session);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("simple/oscar", "run_console", "/console/live")
                .doesNotContain(session);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(get("/api/dead-letters", session).statusCode()).isEqualTo(401);

        HttpResponse<String> out = post("/console/sign-out", session, "csrf=" + token(page));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("imgcif_session=;", "Max-Age=0"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> get("/console", session).statusCode() == 303);
    }

    @Test
    void aWrongPasswordLetsNobodyIn() throws Exception {
        HttpResponse<String> wrong = signIn("alice", "guessed", "/console");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().map()).doesNotContainKey("set-cookie");
        assertThat(wrong.body()).doesNotContain("guessed");
        assertThat(post(
                                "/console/sign-in",
                                "",
                                credentials("alice", PASSWORD, "//evil.example.org"),
                                "Origin",
                                "https://evil.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(signIn("alice", PASSWORD, "//evil.example.org"))).isEqualTo("/console");
    }

    @Test
    void aSessionInAnAddressIsNotTakenAndOneThatIsOverLeadsToTheSignIn() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));

        assertThat(location(get("/console?sessionId=" + session, ""))).isEqualTo("/console/sign-in?next=%2Fconsole");
        assertThat(location(get("/console", "0badc0de-1f2e-4d3c-8b4a-596877869504")))
                .startsWith("/console/sign-in");
        assertThat(get("/console/sign-in", "0badc0de-1f2e-4d3c-8b4a-596877869504")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFormOfSomebodyElseIsRefused() throws Exception {
        String session = session(signIn("ada", PASSWORD, "/console"));
        String token = Sha256.of("csrf:" + session);
        for (String path : List.of(
                "/console/dead-letters/retry",
                "/console/dead-letters/purge",
                "/console/backlogs",
                "/console/backlogs/1/cancel",
                "/console/convert",
                "/console/datasets/again",
                "/console/sign-out")) {
            assertThat(post(path, session, "letter=1").statusCode()).as(path).isEqualTo(403);
            assertThat(post(path, session, "letter=1&csrf=" + Sha256.of("csrf:other"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(post(path, session, "letter=1&csrf=" + token, "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(post(path, session, "letter=1&csrf=" + token, "Origin", "https://evil.example.org")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(get("/console", session).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeadLetterIsLookedAtReadAgainAndThrownAwayByAnAdministratorOnly() throws Exception {
        facility.send("odd", "{\"path\": \"<script>alert(1)</script>");
        String operator = session(signIn("oscar", PASSWORD, "/console"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/console/dead-letters", operator).body().contains("name=\"letter\""));
        HttpResponse<String> list = get("/console/dead-letters", operator);
        String number = first(Pattern.compile("name=\"letter\" value=\"([0-9]+)\""), list.body());
        assertThat(get("/console/dead-letters/" + number, operator).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "Throw away");

        HttpResponse<String> again =
                post("/console/dead-letters/retry", operator, "letter=" + number + "&csrf=" + token(list));
        assertThat(location(again)).isEqualTo("/console/dead-letters?readAgain=0-0-1");
        assertThat(get(location(again), operator).body()).contains("1 still cannot be read");
        assertThat(post("/console/dead-letters/purge", operator, "letter=" + number + "&csrf=" + token(list))
                        .statusCode())
                .isEqualTo(403);

        String administrator = session(signIn("ada", PASSWORD, "/console"));
        String form = "letter=" + number + "&csrf=" + Sha256.of("csrf:" + administrator);
        assertThat(post("/console/dead-letters/purge", administrator, form).body())
                .contains("They cannot be got back");
        assertThat(location(post("/console/dead-letters/purge", administrator, form + "&sure=yes")))
                .isEqualTo("/console/dead-letters");
        assertThat(get("/console/dead-letters/" + number, administrator).statusCode())
                .isEqualTo(404);
        service.awaitSaid("simple/oscar: retry of dead letters; numbers=[" + number + "]");
        service.awaitSaid("simple/ada: purge of dead letters; numbers=[" + number + "] removed=1");
    }

    @Test
    void aBacklogIsOrderedAsADryRunStartedAndReported() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        HttpResponse<String> form = get("/console/backlogs/new", session);

        assertThat(post("/console/backlogs", session, "csrf=" + token(form)).statusCode())
                .isEqualTo(400);
        HttpResponse<String> ordered = post(
                "/console/backlogs",
                session,
                "proposal=" + PlayedDataset.PROPOSAL + "&duplicate=check&csrf=" + token(form));
        String path = location(ordered);
        assertThat(path).matches("/console/backlogs/[0-9]+");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(path, session).body().contains("data-state=\"PLANNED\""));
        HttpResponse<String> planned = get(path, session);
        assertThat(planned.body()).contains("simple/oscar", "run_console", ">Start</button>");

        assertThat(post(path + "/pause", session, "csrf=" + token(planned)).statusCode())
                .isEqualTo(409);
        assertThat(location(post(path + "/resume", session, "csrf=" + token(planned))))
                .isEqualTo(path);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> get(path, session).body().contains("data-state=\"DONE\""));
        HttpResponse<String> report = get(path + "/report?format=csv", session);
        assertThat(report.body()).startsWith("location,name,proposal").contains("run_console");
        assertThat(report.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        service.awaitSaid("simple/oscar: backlog resume; number=");
    }

    @Test
    void aDatasetIsFoundShownWithWhatOperatorsNeedAndConvertedAgain() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        String page = "/datasets/by-location?location=" + encoded(dataset.key());
        for (String query : List.of(
                "in=proposal&q=" + PlayedDataset.PROPOSAL.toUpperCase(java.util.Locale.ROOT),
                "in=name&q=RUN_cons",
                "q=run_console",
                "q=" + PlayedDataset.PROPOSAL,
                "in=path&q=" + encoded(dataset.location().getParent() + "/run_con"),
                "in=path&q=" + encoded(dataset.location().getParent().getParent() + "/**/run_?onsole"))) {
            assertThat(get("/console/search?" + query, session).body())
                    .as(query)
                    .contains(encoded(dataset.key()));
        }
        HttpResponse<String> shown = get(page, session);
        assertThat(shown.body()).contains("For operators", "Values and conflicts", "History with versions");
        assertThat(shown.body())
                .contains("What the imgCIF says", "_diffrn_scan_frame</span> <span class=\"dim\">10 rows of");
        long attempts = conversions();

        assertThat(location(post(
                        "/console/datasets/again",
                        session,
                        "location=" + encoded(dataset.key()) + "&csrf=" + token(shown))))
                .isEqualTo(page);

        await().atMost(Duration.ofSeconds(60)).until(() -> conversions() > attempts);
        String scientist = session(signIn("alice", PASSWORD, "/console"));
        assertThat(get(page, scientist).body()).contains("run_console").doesNotContain("For operators", "csrf");
        assertThat(get("/datasets/by-location/imgcif?location=" + encoded(dataset.key()), scientist)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/console", scientist).body()).contains("Find a dataset").doesNotContain("Dead letters");
    }

    @Test
    void whatIsStatedIsInTheImgCifWithWhoStatedItUntilItIsWithdrawn() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        String page = "/console/facts?location=" + encoded(dataset.key());
        HttpResponse<String> form = get(page, session);
        assertThat(form.body())
                .contains("name=\"stated:diffrn_measurement.specimen_support\"", "<option>linear</option>")
                // They are in the raw file.
                .doesNotContain("name=\"stated:diffrn_radiation_wavelength.value\"", "MX_xBeam");
        String stated = "location=" + encoded(dataset.key()) + "&csrf=" + token(form)
                + "&stated%3Adiffrn_measurement.specimen_support=nylon+loop";

        HttpResponse<String> wrong = post("/console/facts", session, stated + "&stated%3Adiffrn_source.current=plenty");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("_diffrn_source.current: &#39;plenty&#39; is no number", "nylon loop");

        HttpResponse<String> kept = post(
                "/console/facts", session, stated + "&stated%3Aarray_intensities.linearity=linear&remark=log+book+7");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(location(kept), session).body().contains("Before and after"));
        HttpResponse<String> after = get(location(kept), session);
        assertThat(after.body()).contains("specimen_support", "nylon loop", "simple/oscar", "log book 7");
        assertThat(Files.readString(dataset.imgCif()))
                .containsPattern("_diffrn_measurement.specimen_support\\s+'nylon loop'")
                .containsPattern("(?s)_array_intensities.linearity.* linear\\s");
        assertThat(get("/datasets/by-location?location=" + encoded(dataset.key()), session)
                        .body())
                .contains("stated:diffrn_measurement.specimen_support");

        assertThat(post("/console/facts/beamline-file", session, stated + "&parameter%3AMX_xBeam=7")
                        .body())
                .contains(
                        "  - {term: diffrn_measurement.specimen_support, value: \"nylon loop\", source: \"simple/oscar,",
                        "# Left out: MX_xBeam");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> shown = get(page, session);
            String id = first(Pattern.compile("name=\"id\" value=\"([0-9]+)\""), shown.body());
            assertThat(post(
                                    "/console/facts/withdraw",
                                    session,
                                    "location=" + encoded(dataset.key()) + "&csrf=" + token(shown) + "&id=" + id)
                            .statusCode())
                    .isEqualTo(303);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Files.readString(dataset.imgCif()).contains("nylon loop"));
        assertThat(facility.count("select count(*) from stated_fact where ended_by = 'simple/oscar'"))
                .isEqualTo(2);
    }

    @Test
    void anImgCifThatAWithdrawnFactMadePossibleIsGivenOutNoLonger() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        PlayedDataset lacking = PlayedDataset.copiedFrom(
                Path.of("src/test/resources/cbf/no_distance"),
                facility.home().resolve("data/mx2463/RAW_DATA/run_lacks"));
        facility.addToIcatBare(lacking);
        facility.announce(lacking);
        awaitState("REFUSED", lacking);
        String page = "/console/facts?location=" + encoded(lacking.key());
        String link = "/datasets/by-location/imgcif?location=" + encoded(lacking.key());
        String form = "location=" + encoded(lacking.key()) + "&csrf=" + token(get(page, session));
        assertThat(post("/console/facts", session, form + "&parameter%3AMX_detectorDistance=215.5")
                        .statusCode())
                .isEqualTo(303);
        awaitState("REGISTERED", lacking);
        assertThat(get(page, session).body()).contains("215.5 millimetre");
        HttpResponse<String> head = head(link, session);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(lacking.imgCifSize());
        assertThat(get(link, session).body()).isEqualTo(Files.readString(lacking.imgCif()));

        String id = first(
                Pattern.compile("name=\"id\" value=\"([0-9]+)\""),
                get(page, session).body());
        assertThat(post("/console/facts/withdraw", session, form + "&id=" + id).statusCode())
                .isEqualTo(303);

        awaitState("REFUSED", lacking);
        HttpResponse<String> answer = get(link, session);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("the dataset has no imgCIF; it is REFUSED");
        assertThat(get(page, session).body()).contains("is not given out any longer");
    }

    @Test
    void aFolderIsTriedWithoutACatalogueAndAnnounced() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        PlayedDataset unknown = facility.storedOnly("run_tried");

        HttpResponse<String> tried = get("/console/convert?folder=" + encoded(unknown.key()), session);

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body())
                .contains("What would be written", PlayedDataset.FRAMES + " frames", "data_", "run_tried.cif");
        assertThat(unknown.otherFiles()).isEmpty();
        for (String outside : List.of("/etc", unknown.key() + "/../../../..", "etc", "/data/\u0000")) {
            assertThat(get("/console/convert?folder=" + encoded(outside), session)
                            .statusCode())
                    .as(outside)
                    .isEqualTo(400);
        }
        facility.addToIcat(unknown);
        HttpResponse<String> announced = post(
                "/console/convert",
                session,
                "folder=" + encoded(unknown.key()) + "&proposal=" + PlayedDataset.PROPOSAL + "&csrf=" + token(tried));
        assertThat(location(announced)).isEqualTo("/datasets/by-location?location=" + encoded(unknown.key()));
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(unknown.imgCif()));
    }

    @Test
    void theFlowIsToldAsItHappens() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        HttpRequest request = HttpRequest.newBuilder(service.uri("/console/live"))
                .header("Cookie", "imgcif_session=" + session)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<java.io.InputStream> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());

        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String event = events.readLine();
            while (event != null && !event.startsWith("data:")) {
                event = events.readLine();
            }
            assertThat(event).contains("On the way", "catalogue");
        }
    }

    @Test
    void noPasswordAndNoSessionIsInTheLog() throws Exception {
        String session = session(signIn("oscar", PASSWORD, "/console"));
        get("/console?sessionId=" + session, "");

        String log = Files.readString(facility.home().resolve("console/service.log"));
        assertThat(log).doesNotContain(PASSWORD, session);
    }

    @Test
    void styleAndScriptAreKeptForAsLongAsTheyAreTheSame() throws Exception {
        String page = get("/console/sign-in", "").body();
        String address = first(Pattern.compile("href=\"(/console/files/console.css\\?v=[0-9a-f]+)\""), page);

        assertThat(get(address, "").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(get("/console/files/console.css?v=other", "").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(page).doesNotContain("<style", "style=", "onclick");
    }

    private static long conversions() throws Exception {
        return facility.count("select count(*) from journal_conversion c join journal_dataset d on d.id = c.dataset_id"
                + " where c.finished is not null and d.location = '" + dataset.key() + "'");
    }

    private static HttpResponse<String> signIn(String user, String password, String next) throws Exception {
        return post("/console/sign-in", "", credentials(user, password, next));
    }

    private static void awaitState(String state, PlayedDataset of) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> facility.count("select count(*) from journal_dataset where state = '" + state
                                + "' and name = '" + of.name() + "'")
                        == 1);
    }

    private static String credentials(String user, String password, String next) {
        return "authenticator=simple&name=" + user + "&password=" + encoded(password) + "&next=" + encoded(next);
    }

    private static String session(HttpResponse<String> answer) {
        return first(
                Pattern.compile("imgcif_session=([0-9a-f-]{36});"),
                answer.headers().firstValue("Set-Cookie").orElse(answer.body()));
    }

    private static String token(HttpResponse<String> page) {
        return first(TOKEN, page.body());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
        String base = service.uri("").toString();
        return location.startsWith(base) ? location.substring(base.length()) : location;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path, String session) throws Exception {
        return sent(HttpRequest.newBuilder(service.uri(path)), session);
    }

    private static HttpResponse<String> head(String path, String session) throws Exception {
        return sent(
                HttpRequest.newBuilder(service.uri(path)).method("HEAD", HttpRequest.BodyPublishers.noBody()), session);
    }

    private static HttpResponse<String> post(String path, String session, String form, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return sent(headers.length == 0 ? request : request.headers(headers), session);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request, String session) throws Exception {
        request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (!session.isEmpty()) {
            request.header("Cookie", "imgcif_session=" + session);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
