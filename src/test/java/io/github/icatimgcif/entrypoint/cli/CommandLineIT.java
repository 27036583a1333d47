package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.icatimgcif.entrypoint.cli.PackagedProgram.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user of the command line sees, by the launcher and by the jar alike. */
final class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    @ParameterizedTest
    @EnumSource
    void helpIsGivenToWhoeverAsks(PackagedProgram program) {
        Run run = program.run(folder, "convert", "-h");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("Usage:", "--beamline", "--parameter", "--uri-base", "Exit codes:");
        assertThat(run.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anImgCifIsJudgedInBothModes(PackagedProgram program) {
        Path imgCif = Path.of("src/test/resources/golden/minicbf_rows_on_a_cylinder/expected.cif")
                .toAbsolutePath();

        Run own = program.run(folder, "check", imgCif);
        Run strict = program.run(folder, "check", "--as-checkimgcif", "--json", imgCif);

        assertThat(own.exitCode()).isZero();
        assertThat(own.output()).contains("Testing: Detector elements: PASS");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.output()).contains("\"test\" : \"Our limitations\"");
        assertThat(own.messages() + strict.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anImgCifIsFetchedAndJudged(PackagedProgram program) throws IOException {
        byte[] imgCif = Files.readAllBytes(Path.of("src/test/resources/golden/dectris_legacy/expected.cif"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/run.cif", exchange -> {
            exchange.sendResponseHeaders(200, imgCif.length);
            exchange.getResponseBody().write(imgCif);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/run.cif";

            Run fetched = program.run(folder, "check", "--allow-private", url);
            Run refused = program.run(folder, "check", url);

            assertThat(fetched.messages()).isEmpty();
            assertThat(fetched.exitCode()).isZero();
            assertThat(fetched.output()).contains(url + ", block ", "Testing: Keys are unique: PASS");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.messages()).startsWith("cannot fetch " + url + ": 127.0.0.1 has a loopback address");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOptionIsWrongUsage(PackagedProgram program) {
        Run run = program.run(folder, "convert", "--wavelenth=1", ".");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.messages()).contains("Unknown option: '--wavelenth=1'", "Usage:");
    }

    @ParameterizedTest
    @EnumSource
    void aPathWhereNothingIsIsSaidInOneLine(PackagedProgram program) {
        Run run = program.run(folder, "convert", "nowhere");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.messages().lines())
                .singleElement()
                .asString()
                .contains("there is nothing at ", "nowhere", "give the folder of a dataset or its master file");
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNoRawDataIsRefusedWithAReason(PackagedProgram program) throws IOException {
        Path file = Files.writeString(folder.resolve("x_master.h5"), "not HDF5");

        Run run = program.run(folder, "convert", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.messages()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAFileTheImgCifAloneIsOnStandardOutput(PackagedProgram program) throws IOException {
        Path master = FixtureDataset.in(folder, "no_units");

        Run run = program.run(folder, "convert", master);

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("#\\#CIF_2.0\ndata_").contains("_array_data_external_data.uri");
        assertThat(run.output().lines().filter(line -> line.matches("(note|warning|error): .*")))
                .isEmpty();
        assertThat(run.messages().lines()).allMatch(line -> line.matches("(note|warning): .*"));
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsWrittenAndNamed(PackagedProgram program) throws IOException {
        Path master = FixtureDataset.in(folder, "dls_gda");
        Path imgCif = folder.resolve("made.cif");

        Run run = program.run(folder, "convert", master, "-o", imgCif);

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.messages()).contains(imgCif + ": 12 frames");
        assertThat(Files.readString(imgCif)).startsWith("#\\#CIF_2.0\ndata_");
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingCanBeWrittenTheReasonIsGiven(PackagedProgram program) throws IOException {
        Path master = FixtureDataset.in(folder, "dls_gda");
        Path notOurs = Files.writeString(folder.resolve("notes.cif"), "data_notes\n");

        Run run = program.run(folder, "convert", master, "-o", notOurs);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages()).contains("was not written by icat-imgcif and is not overwritten");
        assertThat(Files.readString(notOurs)).isEqualTo("data_notes\n");
    }

    @ParameterizedTest
    @EnumSource
    void aWavelengthThatTheMasterLacksIsAskedForAndTakenFromTheCommandLine(PackagedProgram program) throws IOException {
        Path master = FixtureDataset.in(folder, "no_wavelength");

        Run without = program.run(folder, "convert", master);
        Run with = program.run(folder, "convert", master, "--parameter", "MX_wavelength=0.976223");

        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.output()).isEmpty();
        assertThat(without.messages()).contains("wavelength", "no imgCIF was made");
        assertThat(with.exitCode()).isZero();
        assertThat(with.output()).contains("0.976223");
    }

    @Test
    void theLauncherMakesItsArchiveBehindTheFirstConversionAndConvertsTheSameWithIt() throws IOException {
        Path master = FixtureDataset.in(folder, "dls_gda");

        Run first = PackagedProgram.LAUNCHER.run(folder, "convert", master);
        await().atMost(PATIENCE).until(() -> archives() == 1 && filesInCache() == 1);
        Run second = PackagedProgram.LAUNCHER.run(folder, "convert", master);

        assertThat(second).isEqualTo(first);
        assertThat(first.exitCode()).isZero();
    }

    @Test
    void anArchiveThatIsDamagedDoesNoHarm() throws IOException {
        Path master = FixtureDataset.in(folder, "dls_gda");
        Run prepared = PackagedProgram.LAUNCHER.run(folder, "--prepare", master);
        Path archive;
        try (Stream<Path> files = Files.list(cache())) {
            archive = files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        Run run = PackagedProgram.LAUNCHER.run(folder, "convert", master);

        assertThat(prepared.exitCode()).isZero();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("#\\#CIF_2.0\ndata_");
        assertThat(run.messages().lines()).allMatch(line -> line.matches("(note|warning): .*"));
    }

    @Test
    void withoutAPlaceForAnArchiveTheLauncherConvertsAllTheSame() throws IOException {
        Path master = FixtureDataset.in(folder, "dls_gda");
        Path file = Files.createFile(folder.resolve("file"));
        var noCache = Map.of("XDG_CACHE_HOME", file.resolve("below").toString());

        Run run = PackagedProgram.LAUNCHER.run(folder, noCache, "convert", master);

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("#\\#CIF_2.0\ndata_");
    }

    private Path cache() {
        return folder.resolve("cache/icat-imgcif");
    }

    private long archives() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count();
        }
    }

    private long filesInCache() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.count();
        }
    }
}
