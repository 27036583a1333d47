package io.github.icatimgcif.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.icatimgcif.adapter.images.StoredImages;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.entrypoint.cli.ImgCifCommand;
import io.github.icatimgcif.entrypoint.cli.Outside;
import io.github.icatimgcif.wiring.LocalKnowledgeFiles;
import io.github.icatimgcif.wiring.UsersNetwork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dead letters as an operator meets them. Each test has a door of its own, as all share one database. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class DeadLettersServiceTest {

    @Inject
    DeadLetters letters;

    @Inject
    Journal journal;

    @Test
    void theSameMessageThatComesAgainIsOneLetterAndAnotherUnderItsNumberIsAnother() {
        keep("again", "topic/0/7", "{", "no JSON: first");
        keep("again", "topic/0/7", "{", "no JSON: second");
        keep("again", "topic/0/7", "[", "no object");

        List<DeadLetter> kept = letters.list(ofDoor("again"), 0, 10);
        assertThat(kept).extracting(DeadLetter::attempts).containsExactly(2, 1);
        assertThat(kept).extracting(DeadLetter::reason).containsExactly("no JSON: second", "no object");
        assertThat(kept.get(0).first()).isBefore(kept.get(0).last());
        assertThat(kept).extracting(DeadLetter::size).containsExactly(1L, 1L);
    }

    @Test
    void whatNoDatabaseTakesIsKeptAsFarAsItCanBe() {
        byte[] large = new byte[(1 << 20) + 17];
        large[0] = 'x';
        letters.keep(
                new ReceivedMessage(
                        "hostile",
                        "q/\0\ud800",
                        Optional.of("k\0"),
                        Map.of("h\0", "\udfff" + "v".repeat(20_000)),
                        large),
                "reason\0");

        DeadLetter letter = letters.list(ofDoor("hostile"), 0, 10).get(0);
        assertThat(letter.origin()).isEqualTo("q/\ufffd?");
        assertThat(letter.key()).contains("k\ufffd");
        assertThat(letter.reason()).isEqualTo("reason\ufffd");
        assertThat(letter.headers().get("h\ufffd")).hasSize(8192 + 3);
        assertThat(letter.size()).isEqualTo(1_048_593);
        assertThat(letter.kept()).isEqualTo(1_048_576);
        given().post("/api/dead-letters/" + letter.id() + "/retry")
                .then()
                .statusCode(200)
                .body("result", equalTo("REFUSED"))
                .body("explanation", containsString("only the first 1048576 of 1048593 bytes were kept"));
    }

    @Test
    void aLetterThatCanBeReadNowIsStoredThroughItsDoorAndGone() {
        long id = keep(
                "kafka-old",
                "topic/2/4711",
                "{\"path\": \"/data/letters/mended\", \"beamline\": \"id30b\"}",
                "an older version could not");
        long count = letters.count(DeadLetterFilter.ALL);

        given().post("/api/dead-letters/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("result", equalTo("ACCEPTED"))
                .body("explanation", equalTo("/data/letters/mended"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> journal.find("/data/letters/mended").orElseThrow().state() == DatasetState.REGISTERED);
        assertThat(journal.find("/data/letters/mended").orElseThrow().door()).isEqualTo("kafka-old");
        assertThat(journal.find("/data/letters/mended").orElseThrow().dataset().beamline())
                .contains("id30b");
        assertThat(letters.count(DeadLetterFilter.ALL)).isEqualTo(count - 1);
        given().post("/api/dead-letters/" + id + "/retry").then().statusCode(404);
    }

    @Test
    void aLetterIsReadAgainWithItsHeaders() {
        letters.keep(
                new ReceivedMessage(
                        "headers",
                        "topic/0/1",
                        Optional.of("/data/k"),
                        Map.of("ce_specversion", "0.3"),
                        "{\"path\": \"/data/letters/headers\"}".getBytes(StandardCharsets.UTF_8)),
                "as it was");
        long id = letters.list(ofDoor("headers"), 0, 1).get(0).id();

        given().post("/api/dead-letters/" + id + "/retry").then().body("result", equalTo("REFUSED"));

        DeadLetter letter = letters.find(id).orElseThrow();
        assertThat(letter.reason()).isEqualTo("a CloudEvent of another version than 1.0");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.key()).contains("/data/k");
    }

    @Test
    void lettersAreListedShownAndThrownAwayByFilter() {
        long first = keep("filter", "q/1", "{\"a\": \"Å\"}", "no path: give one");
        long second = keep("filter", "q/2", "\u0001", "no JSON at all");

        given().queryParam("door", "filter")
                .queryParam("reason", "No JSON")
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .body("count", equalTo(1))
                .body("letters[0].id", equalTo((int) second))
                .body("letters[0].origin", equalTo("q/2"));
        given().get("/api/dead-letters?door=filter&limit=1")
                .then()
                .body("count", equalTo(2))
                .body("letters.size()", equalTo(1))
                .body("next", equalTo((int) first));
        given().get("/api/dead-letters?door=filter&since=" + Instant.now().plusSeconds(60))
                .then()
                .body("count", equalTo(0));
        given().get("/api/dead-letters/" + first).then().statusCode(200).body("content", equalTo("{\"a\": \"Å\"}"));
        given().get("/api/dead-letters?since=yesterday")
                .then()
                .statusCode(400)
                .body("detail", containsString("give 2026-03-01"));
        given().delete("/api/dead-letters")
                .then()
                .statusCode(400)
                .body("detail", equalTo("say which dead letters are meant: door=, reason=, since=, or all=true"));
        given().delete("/api/dead-letters?all=true&door=filter").then().statusCode(400);
        given().post("/api/dead-letters/retry").then().statusCode(400);
        given().delete("/api/dead-letters?door=filter&reason=PATH")
                .then()
                .statusCode(200)
                .body("removed", equalTo(1));
        assertThat(letters.find(first)).isEmpty();
        assertThat(letters.find(second)).isPresent();
        given().delete("/api/dead-letters/" + second).then().statusCode(200).body("removed", equalTo(1));
        given().get("/api/dead-letters/" + second).then().statusCode(404);
    }

    @Test
    void howManyThereAreIsAMetric() {
        keep("metric", "q/1", "{", "no JSON");

        // Counted again only some seconds after somebody asked.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Pattern.compile("(?m)^imgcif_dead_letters ([1-9][0-9]*)\\.0$")
                        .matcher(given().get("/q/metrics").asString())
                        .find());
    }

    @Test
    void theCommandListsShowsTriesAgainAndThrowsAway() {
        long good = keep("command", "q/1", "{\"path\": \"/data/letters/command\"}", "too young");
        long bad = keep("command", "q/2", "<x>\u001b[2J", "too strange");

        Run listed = run("list", "--door", "command");
        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains(good + "  command  q/1  1 attempt, last 20")
                .contains("    too young")
                .contains("2 dead letters");
        Run shown = run("show", Long.toString(bad));
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("origin    q/2")
                .contains("reason    too strange")
                .contains("<x>\\u001b[2J");
        Run retried = run("retry", "--door", "command");
        assertThat(retried.code()).isEqualTo(1);
        assertThat(retried.out())
                .contains(good + "  accepted: /data/letters/command")
                .contains(bad + "  refused: the message is XML with the root element 'x' in no namespace");
        assertThat(run("show", Long.toString(good)).code()).isEqualTo(1);
        assertThat(run("list", "--door", "command", "--json").out())
                .contains("\"count\":1")
                .contains("\"attempts\":2");
        assertThat(run("purge").code()).isEqualTo(2);
        assertThat(run("purge").err()).contains("say which letters are meant");
        assertThat(run("purge", "--all", "--door", "command").code()).isEqualTo(2);
        assertThat(run("purge", Long.toString(bad)).out()).isEqualTo("1 letter thrown away\n");
        assertThat(letters.count(ofDoor("command"))).isZero();
    }

    @Test
    void aServiceThatDoesNotAnswerIsTold() {
        var err = new StringWriter();
        int code = command(new ByteArrayOutputStream(), err, "dlq", "list", "--service", "http://localhost:1");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no service answers at http://localhost:1");
        var alsoErr = new StringWriter();
        assertThat(command(new ByteArrayOutputStream(), alsoErr, "dlq", "list", "--service", "localhost"))
                .isEqualTo(2);
        assertThat(alsoErr.toString()).contains("give one as http://localhost:8080");
    }

    private long keep(String door, String origin, String content, String reason) {
        letters.keep(
                new ReceivedMessage(door, origin, Optional.empty(), Map.of(), content.getBytes(StandardCharsets.UTF_8)),
                reason);
        List<DeadLetter> kept = letters.list(ofDoor(door), 0, 100);
        return kept.get(kept.size() - 1).id();
    }

    private static DeadLetterFilter ofDoor(String door) {
        return new DeadLetterFilter(Optional.of(door), Optional.empty(), Optional.empty());
    }

    private static Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        String[] all = new String[arguments.length + 3];
        all[0] = "dlq";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--service";
        all[arguments.length + 2] = "http://localhost:" + RestAssured.port;
        int code = command(out, err, all);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private static int command(ByteArrayOutputStream out, StringWriter err, String... arguments) {
        var outside = new Outside(
                wish -> {
                    throw new IllegalStateException("nothing is converted here");
                },
                new LocalKnowledgeFiles(),
                new UsersNetwork(),
                new StoredImages());
        return ImgCifCommand.run(
                outside,
                "test",
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintWriter(err, true),
                false,
                arguments);
    }

    /** What a command did. */
    private record Run(int code, String out, String err) {}
}
