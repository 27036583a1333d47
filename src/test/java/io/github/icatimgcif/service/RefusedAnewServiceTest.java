package io.github.icatimgcif.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.finding.Finding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the imgCIF of before is given out when a dataset that had one is converted again. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class RefusedAnewServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONTENT = "#\\#CIF_2.0\ndata_run_01\n";
    private static final String LINK = "by-location/imgcif?";
    private static final Outcome REFUSED = new Outcome.Refused(
            List.of(Finding.error("MX_detectorDistance", "the raw files and the catalogue disagree")));

    @Inject
    ScriptedConverter converter;

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void thatOfADatasetThatIsRefusedIsNot() {
        String location = registered("refused", REFUSED);

        announceAndAwait(location, DatasetState.REFUSED);

        imgCif(location).statusCode(409).body("detail", containsString("REFUSED (MX_detectorDistance: the raw files"));
        page(location)
                .body(containsString("Not judged: the dataset has no imgCIF; it is REFUSED"))
                .body(not(containsString(LINK)));
        assertThat(file(location)).hasContent(CONTENT);
        assertThat(journal.find(location).orElseThrow().registration()).isPresent();
    }

    @Test
    void neitherIsItWhileTheRefusedDatasetIsTriedAgain() {
        CountDownLatch goOn = new CountDownLatch(1);
        String location = registered("refused-and-tried", REFUSED);
        announceAndAwait(location, DatasetState.REFUSED);
        converter.script(location, (dataset, call) -> {
            await().atMost(PATIENCE).until(() -> goOn.getCount() == 0);
            return ScriptedConverter.ending(REFUSED);
        });

        announceAndAwait(location, DatasetState.CONVERTING);

        imgCif(location).statusCode(202);
        goOn.countDown();
    }

    @Test
    void neitherIsOneThatAVersionBeforeLeftNoted() throws IOException, SQLException {
        String refused = registered("refused-before", REFUSED);
        String gone = registered("gone-before", REFUSED);
        String good = registered("registered-before", REFUSED);
        try (Connection session = database.getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("update journal_dataset set state = 'REFUSED' where location = '" + refused + "'");
            statement.execute(
                    "update journal_dataset set state = 'REFUSED', explanation = 'raw data: no raw data of a known format at "
                            + gone + ": NXmx: found 3 files' where location = '" + gone + "'");
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V16__refused_anew.sql")));
        }

        imgCif(refused).statusCode(409);
        imgCif(gone).statusCode(200);
        imgCif(good).statusCode(200);
    }

    @Test
    void norIsThatOfADatasetOfWhichNoneIsToBeMadeAnyMore() {
        String location = registered("skipped", new Outcome.Skipped("no diffraction: its scan type is xrf"));

        announceAndAwait(location, DatasetState.SKIPPED);

        imgCif(location).statusCode(404).body("detail", containsString("its scan type is xrf"));
        page(location).body(not(containsString(LINK)));
    }

    @Test
    void thatOfADatasetIsOfWhichNothingIsSaidButThatTheConversionFailed() {
        String location = registered("failed", new Outcome.Failed("the folder may not be written to"));

        announceAndAwait(location, DatasetState.FAILED);

        imgCif(location).statusCode(200).body(equalTo(CONTENT));
        page(location).body(containsString(LINK));
    }

    @Test
    void oneThatIsFoundToBeTrueAgainIs() {
        String location = registered("refused-once", REFUSED);
        announceAndAwait(location, DatasetState.REFUSED);

        announceAndAwait(location, DatasetState.REGISTERED);

        imgCif(location).statusCode(200).body(equalTo(CONTENT));
    }

    /** A dataset that was registered, of which this comes by the next conversion; later ones find it as it was at first. */
    private String registered(String name, Outcome next) {
        String location = "/data/refused-anew/" + name;
        converter.script(
                location, (dataset, call) -> call == 2 ? ScriptedConverter.ending(next) : made(file(location)));
        announceAndAwait(location, DatasetState.REGISTERED);
        imgCif(location).statusCode(200).body(equalTo(CONTENT));
        return location;
    }

    private static Conversion made(Path file) {
        try {
            boolean isNew = Files.notExists(file);
            Files.writeString(file, CONTENT);
            return new Conversion(
                    new Outcome.Registered(new Registration(4711, "imgcif-4711", false)),
                    List.of(),
                    List.of(),
                    Optional.of(new WrittenImgCif(
                            file,
                            Files.size(file),
                            Sha256.of(CONTENT),
                            Files.getLastModifiedTime(file).toInstant(),
                            isNew)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String location) {
        return folder.resolve(location.substring(location.lastIndexOf('/') + 1) + ".cif");
    }

    private void announceAndAwait(String location, DatasetState state) {
        given().contentType("application/json")
                .body("{\"path\": \"" + location + "\"}")
                .post("/api/datasets")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE).until(() -> journal.find(location).orElseThrow(), entry -> entry.state() == state);
    }

    private static ValidatableResponse imgCif(String location) {
        return given().queryParam("location", location)
                .get("/api/datasets/by-location/imgcif")
                .then();
    }

    private static ValidatableResponse page(String location) {
        return given().queryParam("location", location)
                .get("/datasets/by-location")
                .then()
                .statusCode(200);
    }
}
