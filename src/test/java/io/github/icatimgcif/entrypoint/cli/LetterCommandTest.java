package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path REPORTS = Path.of("src/test/resources/letter");
    private static final Path SWUNG = GOLDEN.resolve("two_theta/expected.cif");

    private final Path folder;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter messages = new StringWriter();

    LetterCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_theta", "multi_wedge", "minicbf_rows_on_a_cylinder", "fullcbf_sections"})
    void theReportIsTheKeptOne(String golden) throws IOException {
        int exit = run("letter", GOLDEN.resolve(golden).resolve("expected.cif"));

        Path kept = REPORTS.resolve(golden + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(kept, output());
        }
        assertThat(exit).isEqualTo(1);
        assertThat(output()).isEqualTo(Files.readString(kept));
        assertThat(output().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void publishedImagesWithADoiMakeItReady() throws IOException {
        assertThat(run("letter", published())).isZero();
        assertThat(output())
                .contains(": ready for a Raw Data Letter")
                .contains("met       The dataset has a DOI (the journal): 10.5281/zenodo.5886687\n")
                .contains("met       The links hang off the DOI (a guideline): each has it\n");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        run("letter", "--json", published());

        JsonNode report = new ObjectMapper().readTree(output());
        JsonNode scan = report.at("/rawData/0/scans/0");
        assertThat(report.at("/ready").asBoolean()).isTrue();
        assertThat(report.at("/requirements/0/state").asText()).isEqualTo("met");
        assertThat(scan.at("/scan").asText()).isEqualTo("SCAN1");
        assertThat(scan.at("/entries/2/name").asText()).isEqualTo("Distance");
        assertThat(scan.at("/entries/2/value").asText()).isEqualTo("182.4375");
        assertThat(scan.at("/entries/2/unit").asText()).isEqualTo("mm");
    }

    @Test
    void whatIsNoImgCifIsRefused() throws IOException {
        Path noCif = Files.writeString(folder.resolve("a.cif"), "data_a\n'no name'\n");

        assertThat(run("letter", noCif)).isEqualTo(2);
        assertThat(run("letter", folder.resolve("none.cif"))).isEqualTo(2);
        assertThat(messages.toString()).contains("a.cif is not CIF, line 2", "there is no file");
    }

    @Test
    void linksOfSeveralSchemesStopCheckImgCif() throws IOException {
        Path mixed = published("EXT2 HDF5 https:", "EXT2 HDF5 ftp:");

        assertThat(run("letter", mixed)).isEqualTo(1);
        assertThat(unwrapped())
                .contains("not ready for a Raw Data Letter")
                .contains("missing The images are in an open archive (the journal): links by ftp, https;"
                        + " checkImgCIF stops with an error where there is more than one"
                        + " right: links that all begin alike");
    }

    @Test
    void schemesThatDifferInCaseOnlyAreOne() throws IOException {
        assertThat(run("letter", published("EXT2 HDF5 https:", "EXT2 HDF5 HTTPS:")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TGZ, ZIP, 'ZIP, TGZ'",
        "., ZIP, 'ZIP, no archive'",
        "?, ZIP, 'ZIP, not known'",
        "?, ., 'no archive, not known'",
    })
    void archivesOfSeveralFormatsStopCheckImgCif(String ofOne, String ofOthers, String told) throws IOException {
        assertThat(run("letter", packed(ofOne, ofOthers))).isEqualTo(1);
        assertThat(unwrapped())
                .contains("not ready for a Raw Data Letter")
                .contains("missing Archives are ZIP, TGZ or TBZ (the journal): " + told
                        + "; checkImgCIF stops with an error where there is more than one"
                        + " right: pack all images in one format, or none;");
    }

    @Test
    void archivesOfOneFormatAreReady() throws IOException {
        assertThat(run("letter", packed("ZIP", "ZIP"))).isZero();
        assertThat(unwrapped()).contains("met Archives are ZIP, TGZ or TBZ (a guideline): ZIP");
    }

    @Test
    void aFirstBlockWithoutMeasurementIsNamed() throws IOException {
        Path published = published();
        Files.writeString(published, "data_paper\n_audit.creation_date 2025-01-01\n" + Files.readString(published));

        assertThat(run("letter", published)).isEqualTo(1);
        assertThat(unwrapped())
                .contains("missing checkImgCIF passes (the journal): FAIL in Required items, ")
                .contains(": it judges the first block only, and that is paper, which describes no measurement"
                        + " right: the block of the measurement stands first;");
    }

    private Path published() throws IOException {
        return published("", "");
    }

    private Path published(String text, String other) throws IOException {
        return Files.writeString(
                folder.resolve("published.cif"),
                Files.readString(SWUNG)
                        .replace("raw/x_0", "https://doi.org/10.5281/zenodo.5886687/raw/x_0")
                        .replace(text, other));
    }

    /** The second image is packed in another way than all others. */
    private Path packed(String second, String others) throws IOException {
        Path published = published();
        return Files.writeString(
                published,
                Files.readString(published)
                        .replace(
                                " _array_data_external_data.path\n",
                                " _array_data_external_data.archive_format\n _array_data_external_data.path\n")
                        .replaceAll("(EXT2 HDF5 \\S+) /data", "$1 " + second + " /data")
                        .replaceAll("(HDF5 \\S+) /data", "$1 " + others + " /data"));
    }

    /** What was printed, its lines joined again. */
    private String unwrapped() {
        return output().replaceAll("\\s+", " ");
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private int run(Object... arguments) {
        return ImgCifCommand.run(
                Commands.withoutConversion(),
                "icat-imgcif 0",
                InputStream.nullInputStream(),
                output,
                new PrintWriter(messages, true),
                false,
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
