package io.github.icatimgcif.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ApiServiceTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    ScriptedConverter converter;

    @TempDir
    Path folder;

    @Test
    void anAnnouncedDatasetIsReportedWithItsFindingsProvenanceAndFile() throws IOException {
        Path file = Files.writeString(folder.resolve("run_09.cif"), "#\\#CIF_2.0\ndata_run_09\n");
        long size = Files.size(file);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        String sha256 = Sha256.of(Files.readString(file));
        CountDownLatch asked = new CountDownLatch(1);
        var noticed = Finding.warning("_diffrn_source.device", "assumed <synchrotron>");
        var origin = new Provenance(
                "_diffrn_radiation_wavelength.value",
                "0.976223",
                new Reading(Source.RAW_FILE, SourceTerm.parse("nxmx:instrument/beam/incident_wavelength"), "0.976223"));
        converter.script("/data/api/run 09", (dataset, call) -> {
            await().atMost(Duration.ofSeconds(30)).until(() -> call == 1 || asked.getCount() == 0);
            return new Conversion(
                    new Outcome.Registered(new Registration(58_213, "run_09-imgCIF", false)),
                    List.of(noticed),
                    List.of(origin),
                    Optional.of(new WrittenImgCif(file, size, sha256, modified, true)));
        });

        String report = given().contentType("application/json")
                .body("{\"path\": \"/data/api/run 09\", \"datasetName\": \"<b>run_09</b>\", \"icatDatasetId\": 40213}")
                .post("/api/datasets")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().urlEncodingEnabled(false)
                        .get(report)
                        .jsonPath()
                        .getString("state")
                        .equals("REGISTERED"));

        given().get("/api/datasets/40213")
                .then()
                .statusCode(200)
                .body("registration.datasetId", equalTo(58_213))
                .body("findings[0].message", equalTo("assumed <synchrotron>"))
                .body("provenance[0].term", equalTo("nxmx:instrument/beam/incident_wavelength"))
                .body("history[0].outcome", equalTo("REGISTERED"));
        // The client takes gzip, and what it gets has a tag of its own.
        given().get("/api/datasets/40213/imgcif")
                .then()
                .statusCode(200)
                .header("ETag", "\"" + sha256 + "-gzip\"")
                .header("Content-Disposition", "attachment; filename=\"run_09.cif\"")
                .body(containsString("data_run_09"));
        given().header("If-None-Match", "\"" + sha256 + "\"")
                .get("/api/datasets/40213/imgcif")
                .then()
                .statusCode(304);
        given().get("/datasets/40213")
                .then()
                .statusCode(200)
                .body(containsString("assumed &lt;synchrotron&gt;"))
                .body(not(containsString("<b>run_09")));
        given().accept("application/json")
                .get("/api/datasets/40213/report")
                .then()
                .statusCode(200)
                .body("dataset.state", equalTo("REGISTERED"))
                .body("judged.files[0].blocks[0].tests[0].test", equalTo("Required items"))
                .body("judged.files[0].passed", equalTo(false))
                .body("letter.ready", equalTo(false))
                .body("letter.requirements[0].requirement", equalTo("checkImgCIF passes"));
        given().accept("text/plain")
                .get("/api/datasets/40213/report")
                .then()
                .statusCode(200)
                .body(containsString("dataset /data/api/run 09: REGISTERED"))
                .body(containsString("Testing: Required items: FAIL"))
                .body(containsString("run_09.cif: not ready for a Raw Data Letter"));
        given().accept("text/html")
                .get("/api/datasets/40213/report?dictionary=false")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Fails"))
                .body(containsString("assumed &lt;synchrotron&gt;"))
                .body(not(containsString("<b>run_09")));
        Path elsewhere = Files.move(file, file.resolveSibling("elsewhere.cif"));
        Files.createSymbolicLink(file, elsewhere);
        given().get("/api/datasets/40213/imgcif").then().statusCode(404).contentType(PROBLEM);
        given().get("/api/datasets/40213/report?format=json")
                .then()
                .statusCode(200)
                .body("why", containsString("is no longer at"));
        Files.delete(file);
        // A worker may have taken it before the journal is asked.
        given().get("/api/datasets/40213/imgcif")
                .then()
                .statusCode(202)
                .body("state", anyOf(equalTo("RECEIVED"), equalTo("CONVERTING")));
        asked.countDown();
    }

    @Test
    void aDatasetWithoutImgCifSaysWhetherOneIsToCome() {
        converter.script(
                "/data/api/skipped", (dataset, call) -> ScriptedConverter.ending(new Outcome.Skipped("an xrf scan")));
        announce("/data/api/skipped");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().queryParam("location", "/data/api/skipped")
                        .get("/api/datasets/by-location/imgcif")
                        .then()
                        .statusCode(404)
                        .contentType(PROBLEM)
                        .body("detail", containsString("SKIPPED (an xrf scan)")));
        given().queryParam("location", "/data/api/skipped")
                .queryParam("format", "text")
                .get("/api/datasets/by-location/report")
                .then()
                .statusCode(200)
                .body(containsString("the dataset has no imgCIF; it is SKIPPED (an xrf scan)"));
        given().queryParam("location", "/data/api/skipped")
                .get("/datasets/by-location")
                .then()
                .statusCode(200)
                .body(containsString("Not judged: the dataset has no imgCIF; it is SKIPPED (an xrf scan)"));
    }

    @Test
    void everyErrorIsAProblem() {
        problem(given().contentType("application/json").body("{\"path\":").post("/api/datasets"), 400);
        problem(
                given().contentType("application/json")
                        .body("{\"path\":\"raw\"}")
                        .post("/api/datasets"),
                400);
        problem(given().contentType("text/plain").body("/data").post("/api/datasets"), 415);
        problem(given().delete("/api/datasets"), 405);
        problem(given().get("/api/datasets/999999999"), 404);
        problem(given().get("/api/datasets/by-location"), 404);
        problem(given().get("/nowhere"), 404);
        problem(given().body("data_a").post("/api/checks?tests=others"), 400);
        problem(given().body("data_a").post("/api/checks?tests=checkimgcif&dictionary=true"), 400);
        problem(given().body("data_a").post("/api/checks?format=pdf"), 400);
        problem(given().get("/api/datasets/999999999/report"), 404);
        problem(given().get("/api/nowhere/at/all"), 404);
    }

    @Test
    void metricsHealthAndDescriptionAreThere() {
        announce("/data/api/counted");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .contains("imgcif_events_total{door=\"api\",result=\"accepted\"}")
                        .contains("imgcif_conversions_total{outcome=\"registered\"}")
                        .contains("imgcif_conversion_seconds_count")
                        .contains("imgcif_jobs_waiting"));
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("catalogue"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/datasets/{id}/imgcif"));
    }

    @Test
    void anUploadedFileIsJudgedInTheFormatThatIsAskedFor() throws IOException {
        byte[] sound = Files.readAllBytes(Path.of("src/test/resources/golden/two_theta/expected.cif"));

        given().contentType("chemical/x-cif")
                .body(sound)
                .post("/api/checks?name=two_theta.cif")
                .then()
                .statusCode(200)
                .body("files[0].file", equalTo("two_theta.cif"))
                .body("files[0].passed", equalTo(true));
        given().accept("text/plain")
                .contentType("text/plain")
                .body(sound)
                .post("/api/checks?tests=checkimgcif")
                .then()
                .statusCode(200)
                .body(containsString("as checkImgCIF: upload, block two_theta"))
                .body(not(containsString("dictionary")));
        given().accept("text/html")
                .multiPart("tests", "own")
                .multiPart("file", "<i>a</i>.cif", sound)
                .post("/api/checks")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("&lt;i&gt;a&lt;/i&gt;.cif"))
                .body(containsString("The detector as seen from the sample"))
                .body(containsString("the images that an uploaded file links to are not read"));
        given().get("/checks").then().statusCode(200).body(containsString("multipart/form-data"));
    }

    @Test
    void aFileThatIsNoCifIsJudgedToo() {
        given().accept("text/plain")
                .contentType("application/octet-stream")
                .body("no CIF at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/api/checks")
                .then()
                .statusCode(200)
                .body(containsString("it is not CIF"));
    }

    private static void announce(String location) {
        given().contentType("application/json")
                .body("{\"path\": \"" + location + "\"}")
                .post("/api/datasets")
                .then()
                .statusCode(202);
    }

    private static void problem(Response response, int status) {
        response.then().statusCode(status).contentType(PROBLEM).body("status", equalTo(status));
    }
}
