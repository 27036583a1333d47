package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads in all their forms, from a packaged service with a heap of 256 MB. */
final class DownloadIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALICE = "a11ce000-1f2e-4d3c-8b4a-596877869504";
    private static final String MALLORY = "ba110c00-2f3e-4d4c-9b5a-69788796a5b3";
    /** {@code -Ddrill.bundle=20} makes it as large as a full dataset, in GiB. */
    private static final long LARGE = (Long.getLong("drill.bundle", 5) << 30) + 77;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static PlayedDataset dataset;
    private static long id;

    @BeforeAll
    static void aServiceRuns() throws Exception {
        facility = PlayedFacility.in(folder)
                .saying("portalUri: \"https://portal.example.org/ids/data/download?datafileIds={datafileId}\"\n")
                .onSharedServers();
        facility.icat().admitAnybody();
        facility.icat().beginSession(ALICE, "alice");
        facility.icat().beginSession(MALLORY, "mallory");
        service = facility.startSmall(
                        "download",
                        Map.of(
                                "imgcif.access", "icat",
                                "imgcif.access.remembered", "1s",
                                "imgcif.downloads.at-once", "2",
                                "imgcif.downloads.most-frames", "5"))
                .awaitReady();
        dataset = facility.storedOnly("run_01");
        id = shownToAlice(dataset);
        assertThat(get(id, "wait=60").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    void linksLeadToTheFolderBesideTheImgCif() throws Exception {
        String kept = Files.readString(dataset.imgCif());

        HttpResponse<String> answer = get(id, "uri=local");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(kept.replace(" sample_1_data_000001.h5", " raw/sample_1_data_000001.h5"));
        assertThat(answer.body()).isNotEqualTo(kept);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + sha256(answer.body().getBytes(StandardCharsets.UTF_8)) + "\"");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
        assertThat(sent(request(id, "uri=local", ALICE).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> head =
                sent(request(id, "uri=local", ALICE).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        int from = answer.body().indexOf("raw/sample_1");
        HttpResponse<String> part =
                sent(request(id, "uri=local", ALICE).header("Range", "bytes=" + from + "-" + (from + 99)));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(answer.body().substring(from, from + 100));
        assertThat(sent(request(id, "uri=local", ALICE).header("Accept-Encoding", "gzip"))
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void linksLeadIntoThePortalAndToTheDoi() throws Exception {
        PlayedDataset published = facility.storedOnly("run_published");
        long number = shownToAlice(published);
        assertThat(get(number, "wait=60&uri=doi").statusCode()).isEqualTo(409);
        assertThat(get(number, "uri=doi").body()).contains("no DOI");
        assertThat(get(number, "uri=portal").statusCode()).isEqualTo(409);
        assertThat(get(number, "uri=portal").body()).contains("the catalogue has no file sample_1_data_000001.h5");
        facility.icat().content().change("Dataset", number, Map.of("doi", "10.15151/ESRF-ES-1234"));
        long file = registered(number, "sample_1_data_000001.h5", 77, "");

        assertThat(get(number, "uri=doi").body())
                .contains("https://doi.org/10.15151/ESRF-ES-1234#sample_1_data_000001.h5");
        assertThat(get(number, "uri=portal").body())
                .contains("https://portal.example.org/ids/data/download?datafileIds=" + file);
    }

    @Test
    void aBundleHasTheImgCifTheReportAndTheRawFiles() throws Exception {
        PlayedDataset bundled = facility.storedOnly("run_bundled");
        long number = shownToAlice(bundled);
        assertThat(get(number, "wait=60").statusCode()).isEqualTo(200);
        Files.createSymbolicLink(bundled.location().resolve("out.h5"), Path.of("/etc/hostname"));
        registered(number, "sample_1_master.h5", Files.size(bundled.location().resolve("sample_1_master.h5")), "0");
        Path zip = folder.resolve("bundle.zip");
        HttpResponse<Path> answer =
                HTTP.send(request(number, "as=bundle&raw=true", ALICE).build(), HttpResponse.BodyHandlers.ofFile(zip));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename=\"run_bundled.zip\"");
        Map<String, byte[]> files = unpacked(zip);
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "run_bundled.cif",
                        "check-report.txt",
                        "check-report.json",
                        "raw/metadata.json",
                        "raw/sample_1_data_000001.h5",
                        "raw/sample_1_master.h5",
                        "MANIFEST.tsv",
                        "checksums.sha256");
        assertThat(files.get("raw/sample_1_master.h5"))
                .isEqualTo(Files.readAllBytes(bundled.location().resolve("sample_1_master.h5")));
        assertThat(text(files, "run_bundled.cif")).contains(" raw/sample_1_data_000001.h5 ");
        assertThat(JSON.readTree(files.get("check-report.json"))
                        .at("/files/0/passed")
                        .asBoolean())
                .isTrue();
        assertThat(text(files, "README.txt")).contains("3 files with", "out.h5: a link to elsewhere", "all tests pass");
        assertThat(text(files, "MANIFEST.tsv"))
                .contains("differs in checksum", "raw/metadata.json")
                .containsPattern("raw/sample_1_data_000001.h5\t\\d+\t[0-9a-f]{64}\t-\t-\tdoes not have it");
        for (String line : text(files, "checksums.sha256").lines().toList()) {
            assertThat(sha256(files.get(line.substring(66)))).isEqualTo(line.substring(0, 64));
        }
        assertThat(exitOf("python3", "-m", "zipfile", "-t", zip.toString())).isZero();
    }

    private static Map<String, byte[]> unpacked(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(entry.getName()).startsWith("run_bundled/");
                files.put(
                        entry.getName().substring("run_bundled/".length()),
                        zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar"})
    void rawFilesLargerThanTheHeapAreStreamed(String archive) throws Exception {
        PlayedDataset large = facility.storedOnly("run_large_" + archive);
        long number = shownToAlice(large);
        assertThat(get(number, "wait=60").statusCode()).isEqualTo(200);
        sparse(large.location().resolve("more/large_000002.h5"), LARGE);
        Map<String, Long> sizes = new LinkedHashMap<>();
        HttpResponse<InputStream> answer = HTTP.send(
                request(number, "as=bundle&raw=true&archive=" + archive, ALICE).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (ArchiveInputStream<?> files = archive.equals("zip")
                ? new ZipArchiveInputStream(answer.body())
                : new TarArchiveInputStream(answer.body())) {
            for (ArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                sizes.put(entry.getName(), files.transferTo(OutputStream.nullOutputStream()));
            }
        }

        assertThat(sizes)
                .containsEntry("run_large_" + archive + "/raw/more/large_000002.h5", LARGE)
                .containsKey("run_large_" + archive + "/checksums.sha256");
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void aFileThatVanishesBreaksTheDownloadOff() throws Exception {
        PlayedDataset torn = facility.storedOnly("run_torn");
        long number = shownToAlice(torn);
        assertThat(get(number, "wait=60").statusCode()).isEqualTo(200);
        sparse(torn.location().resolve("large_000002.h5"), 200L << 20);
        Path last = Files.writeString(torn.location().resolve("z_last.h5"), "soon gone");
        HttpResponse<InputStream> answer = HTTP.send(
                request(number, "as=bundle&raw=true", ALICE).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(100)).hasSize(100);
            Files.delete(last);

            assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        }
        service.awaitSaid("a download was broken off");
    }

    @Test
    void whoGoesAwayLeavesRoomForOthers() throws Exception {
        PlayedDataset left = facility.storedOnly("run_left");
        long number = shownToAlice(left);
        assertThat(get(number, "wait=60").statusCode()).isEqualTo(200);
        sparse(left.location().resolve("large_000002.h5"), 1L << 30);
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            InputStream body = HTTP.send(
                            request(number, "as=bundle&raw=true", ALICE).build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            assertThat(body.readNBytes(100)).hasSize(100);
            open.add(body);
        }
        HttpResponse<String> third = get(number, "as=bundle");
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("20");

        for (InputStream body : open) {
            body.close();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(get(number, "uri=local").statusCode()).isEqualTo(200));
    }

    @Test
    void rawFilesThatAreNotThereAreToldBeforeAnythingIsSent() throws Exception {
        PlayedDataset gone = facility.storedOnly("run_gone");
        long number = shownToAlice(gone);
        assertThat(get(number, "wait=60").statusCode()).isEqualTo(200);
        Files.delete(gone.location().resolve("sample_1_data_000001.h5"));

        HttpResponse<String> answer = get(number, "as=bundle&raw=true");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("1 of the 1 files", "raw/sample_1_data_000001.h5");
        assertThat(get(number, "as=bundle").statusCode()).isEqualTo(200);
        assertThat(get(number, "as=cbf&frames=1").statusCode()).isEqualTo(409);
    }

    @Test
    void oneFrameIsACbfAndSeveralAreAnArchive() throws Exception {
        HttpResponse<byte[]> one =
                HTTP.send(request(id, "as=cbf&frames=3", ALICE).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.headers().firstValue("Content-Disposition").orElse("")).contains("run_01_00003.cbf");
        assertThat(new String(one.body(), StandardCharsets.ISO_8859_1)).startsWith("###CBF: VERSION 1.5, icat-imgcif");
        Path zip = folder.resolve("frames.zip");
        HTTP.send(request(id, "as=cbf&frames=2-4,7", ALICE).build(), HttpResponse.BodyHandlers.ofFile(zip));
        try (ZipFile frames = new ZipFile(zip.toFile())) {
            assertThat(frames.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "run_01/run_01_00002.cbf",
                            "run_01/run_01_00003.cbf",
                            "run_01/run_01_00004.cbf",
                            "run_01/run_01_00007.cbf");
            assertThat(frames.getInputStream(frames.getEntry("run_01/run_01_00003.cbf"))
                            .readAllBytes())
                    .isEqualTo(one.body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as=cbf                     | 400 | say which frames",
                "as=cbf&frames=1-6          | 400 | 6 frames are asked for; one request may ask for 5",
                "as=cbf&frames=0            | 400 | counted from 1",
                "as=cbf&frames=9-12         | 422 | whose frames are 1 to 10",
                "as=cbf&frames=1&scan=other | 422 | no frame 1 in other",
                "as=cbf&frames=1&block=b    | 422 | name one of them by block",
                "as=cbf&frames=1&uri=local  | 400 | leave uri away",
                "as=tiff                    | 400 | as=bundle or as=cbf",
                "as=bundle&archive=rar      | 400 | archive=zip or archive=tar",
                "as=bundle&uri=doi          | 400 | own folder",
                "uri=s3                     | 400 | uri=local, uri=portal or uri=doi",
                "as=cbf&frames=1&firstPixel=edge | 400 | firstPixel=corner"
            })
    void whatCannotBeMeantIsTold(String query, int status, String why) throws Exception {
        HttpResponse<String> answer = get(id, query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uri=local", "as=bundle&raw=true", "as=cbf&frames=1", "as=bundle&archive=rar"})
    void whoMayNotSeeTheDatasetGetsNoFormOfIt(String query) throws Exception {
        assertThat(sent(request(id, query, MALLORY)).statusCode()).isIn(404, 400);
        assertThat(sent(request(id, query, MALLORY)).body()).doesNotContain("run_01");
        assertThat(sent(HttpRequest.newBuilder(service.uri("/api/datasets/" + id + "/imgcif?" + query)))
                        .statusCode())
                .isIn(401, 400);
    }

    @Test
    void theButtonAndItsPageAreServed() throws Exception {
        HttpResponse<String> script = sent(HttpRequest.newBuilder(service.uri("/components/imgcif-download.js")));
        HttpResponse<String> page = sent(HttpRequest.newBuilder(service.uri("/components")));

        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.body()).contains("customElements.define(\"imgcif-download\"");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.body())
                .contains("&lt;imgcif-download dataset-id=&quot;4711&quot;")
                .doesNotContain("onclick", "<script>");
    }

    @Test
    void theButtonIsWrittenInJavaScript() throws Exception {
        assumeThat(exitOf("node", "--version")).as("node is not installed").isZero();
        Path script = folder.resolve("imgcif-download.mjs");
        Files.writeString(
                script,
                sent(HttpRequest.newBuilder(service.uri("/components/imgcif-download.js")))
                        .body());

        assertThat(exitOf("node", "--check", script.toString())).isZero();
    }

    private static int exitOf(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static void sparse(Path file, long size) throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(size);
        }
    }

    private static long registered(long dataset, String name, long size, String checksum) {
        return facility.icat()
                .content()
                .add("Datafile", Map.of("dataset", dataset, "name", name, "fileSize", size, "checksum", checksum));
    }

    private static long shownToAlice(PlayedDataset raw) {
        long number = facility.addToIcat(raw);
        facility.icat().showOnlyTo(number, "simple/alice");
        return number;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static HttpResponse<String> get(long number, String query) throws Exception {
        return sent(request(number, query, ALICE));
    }

    private static HttpRequest.Builder request(long number, String query, String session) {
        return HttpRequest.newBuilder(service.uri("/api/datasets/" + number + "/imgcif?" + query))
                .header("Authorization", "Bearer " + session);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
