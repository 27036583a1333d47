package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.service.ScriptedConverter;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every door keeps, in whatever shape and by whatever bus an announcement comes. */
abstract class DoorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST = 524_288;

    @Inject
    Journal journal;

    @Inject
    DeadLetters deadLetters;

    @Inject
    ScriptedConverter converter;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource database;

    /** The shape of the messages. */
    abstract MessageShape shape();

    /** What the door is called in the journal. */
    abstract String door();

    /** Hands a message in; returns when the bus has it. */
    abstract void send(String key, byte[] content) throws IOException;

    /** Hands in a message that cannot be read, and returns what is said of it. */
    abstract String refusal(byte[] content) throws IOException;

    /** What is said of a path whose encoding is wrong. */
    String wrongEncoding() {
        return "the message is not encoded in UTF-8";
    }

    @Test
    void allThatIsAnnouncedIsInTheJournal() throws IOException {
        String location = location("facts");
        var parameters = Map.of("MX_flux", "28886038049.230362", "MX_title", "Proteïne β", "MX_template", "a &amp; b");

        send(location, shape().announcement(location, "Lyso-crystal05", parameters));

        JournalEntry entry = registered(location);
        String title = shape() == MessageShape.XML ? "a & b" : "a &amp; b";
        assertThat(entry.door()).isEqualTo(door());
        assertThat(entry.dataset())
                .isEqualTo(new StoredDataset(
                        "run_05",
                        "mx2532",
                        "Lyso-crystal05",
                        location,
                        shape().expected(Map.of(
                                "MX_flux", "28886038049.230362", "MX_title", "Proteïne β", "MX_template", title)),
                        List.of(),
                        Optional.empty(),
                        Optional.of("id23-2"),
                        Optional.of("2025-03-25T14:02:11.000000+01:00"),
                        Optional.of("2025-03-25T14:02:24.318211+01:00")));
    }

    @Test
    void aMessageThatComesTwiceIsOneDataset() throws Exception {
        String location = location("twice");
        byte[] message = shape().announcement(location, "Lyso-crystal06", Map.of("MX_exposureTime", "0.01"));
        double before = counted("accepted");

        send(location, message);
        send(location, message);

        await().atMost(PATIENCE).until(() -> counted("accepted") >= before + 2);
        JournalEntry entry = registered(location);
        assertThat(rowsOf(location)).isEqualTo(1);
        assertThat(converter.atOnce(location)).isEqualTo(1);
        assertThat(entry.dataset().parameters()).isEqualTo(shape().expected(Map.of("MX_exposureTime", "0.01")));
    }

    @Test
    void anOlderAnnouncementAfterANewerOneTakesNoFactAwayThatItDoesNotKnow() throws IOException {
        String location = location("order");
        double before = counted("accepted");

        send(
                location,
                shape().announcement(
                                location, "Lyso-crystal07", Map.of("MX_flux", "2.5e11", "MX_transmission", "10.0")));
        send(location, shape().announcement(location, "", Map.of("MX_flux", "1.5e11")));

        await().atMost(PATIENCE).until(() -> counted("accepted") >= before + 2);
        StoredDataset dataset = registered(location).dataset();
        assertThat(dataset.sample()).isEqualTo("Lyso-crystal07");
        assertThat(dataset.parameters())
                .isEqualTo(shape().expected(Map.of("MX_flux", "1.5e11", "MX_transmission", "10.0")));
    }

    @Test
    void theSameDatasetThroughAnotherDoorIsTheSameDataset() throws Exception {
        String location = location("doors");
        send(location, shape().announcement(location.replace("/contract/", "//contract/./") + "/", "", Map.of()));
        registered(location);

        RestAssured.given()
                .contentType("application/json")
                .body("{\"path\": \"" + location + "\", \"icatDatasetId\": 4711, \"datasetName\": \"run_06\"}")
                .post("/api/datasets")
                .then()
                .statusCode(202);

        assertThat(rowsOf(location)).isEqualTo(1);
        assertThat(journal.find(location).orElseThrow().dataset().name()).isEqualTo("run_06");
        assertThat(journal.find(location).orElseThrow().dataset().beamline()).contains("id23-2");
    }

    @Test
    void whatIsMalformedIsToldAndTheNextIsRead() throws IOException {
        String reason = refusal(shape().malformed());
        String next = location("after-malformed");
        send(next, shape().announcement(next, "Lyso-crystal08", Map.of()));

        assertThat(reason)
                .startsWith(
                        shape() == MessageShape.XML
                                ? "the message is no well-formed XML: line 1"
                                : "the message is no JSON");
        assertThat(registered(next).dataset().sample()).isEqualTo("Lyso-crystal08");
    }

    @Test
    void whatIsTooLargeIsTold() throws IOException {
        byte[] large = shape().announcement(location("large"), "", Map.of("MX_comment", "x".repeat(LARGEST)));

        assertThat(refusal(large))
                .isEqualTo("the message has " + large.length + " bytes: at most " + LARGEST + " are read");
        assertThat(journal.find(location("large"))).isEmpty();
    }

    @Test
    void whatIsEncodedWronglyIsTold() throws IOException {
        byte[] latin = new String(shape().announcement(location("encodé"), "", Map.of()), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(latin)).startsWith(wrongEncoding());
    }

    @Test
    void whatIsMeantForSomebodyElseIsPassedOverAndIsNoDeadLetter() throws IOException {
        double before = counted("passed-over");
        long letters = deadLetters.count(DeadLetterFilter.ALL);

        send("somebody-else", shape().somebodyElses());

        await().atMost(PATIENCE).until(() -> counted("passed-over") == before + 1);
        assertThat(deadLetters.count(DeadLetterFilter.ALL)).isEqualTo(letters);
        assertThat(journal.find("/data/contract/registered")).isEmpty();
    }

    @Test
    void whatAnnouncesNothingIsTold() throws IOException {
        String relative = refusal(shape().announcement("data/visitor/mx2532", "", Map.of()));

        assertThat(relative).isEqualTo("the path is not absolute: 'data/visitor/mx2532' has to begin with /");
    }

    /** The entry of a dataset when it was converted, as far as it was announced. */
    final JournalEntry registered(String location) {
        await().atMost(PATIENCE)
                .until(() -> journal.find(location)
                        .filter(entry -> entry.state() == DatasetState.REGISTERED)
                        .isPresent());
        return journal.find(location).orElseThrow();
    }

    final String location(String what) {
        return "/data/contract/" + getClass().getSimpleName() + "/" + what;
    }

    final double counted(String result) {
        return meters.counter("imgcif.events", "door", door(), "result", result).count();
    }

    private int rowsOf(String location) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from journal_dataset where location = ?")) {
            statement.setString(1, location);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
