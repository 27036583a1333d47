package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.shared.SmallDictionary;
import java.io.ByteArrayInputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path ONE_ELEMENT = GOLDEN.resolve("dectris_legacy/expected.cif");
    private static final Path SEVERAL_ELEMENTS = GOLDEN.resolve("minicbf_rows_on_a_cylinder/expected.cif");

    private final Path folder;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter messages = new StringWriter();

    CheckCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSoundFilePassesInBothModes() {
        assertThat(run("check", ONE_ELEMENT)).isZero();
        assertThat(output())
                .startsWith("icat-imgcif 0: " + ONE_ELEMENT + ", block ")
                .contains("\nTesting: Keys are unique: PASS\n")
                .doesNotContain("FAIL");

        output.reset();
        assertThat(run("check", "--as-checkimgcif", ONE_ELEMENT)).isZero();
        assertThat(output())
                .startsWith("icat-imgcif 0, as checkImgCIF: ")
                .contains("\nTesting: Our limitations: PASS\n", "\n   All frames present and correct for SCAN1\n");
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void severalElementsPassOurTestsOnly() {
        assertThat(run("check", SEVERAL_ELEMENTS)).isZero();
        assertThat(output())
                .contains(
                        "Testing: checkImgCIF: Our limitations: WARNING\n   warning: checkImgCIF will fail here: several values of"
                                + " _diffrn_detector_element.id; our own tests can judge it; tell so whoever asks for a verdict");
        assertThat(run("check", "--as-checkimgcif", SEVERAL_ELEMENTS)).isEqualTo(1);
        assertThat(output()).contains("Testing: Our limitations: FAIL\n   Unable to carry out test");
    }

    @Test
    void whatIsWrongIsSaidWithItemAndRowAndWhatWouldBeRight() throws IOException {
        assertThat(run("check", broken())).isEqualTo(1);
        assertThat(output()).contains("""
                Testing: Wavelength: FAIL
                   error: _diffrn_radiation_wavelength.value row 1: the wavelength is -1; it must be a number of angstroms\
                 between 0.005 and 50.0
                """);
    }

    @Test
    void theSameAsJson() throws IOException {
        int exit = run("check", "--json", ONE_ELEMENT, broken());

        JsonNode report = new ObjectMapper().readTree(output.toByteArray());
        assertThat(exit).isEqualTo(1);
        assertThat(report.at("/tests").asText()).isEqualTo("own");
        assertThat(report.at("/files/0/passed").asBoolean()).isTrue();
        assertThat(report.at("/files/1/passed").asBoolean()).isFalse();
        JsonNode wavelength = report.at("/files/1/blocks/0/tests/1");
        assertThat(wavelength.at("/test").asText()).isEqualTo("Wavelength");
        assertThat(wavelength.at("/passed").asBoolean()).isFalse();
        assertThat(wavelength.at("/messages/0").toString())
                .isEqualTo("{\"severity\":\"error\",\"item\":\"_diffrn_radiation_wavelength.value\",\"row\":1,"
                        + "\"message\":\"the wavelength is -1\","
                        + "\"right\":\"it must be a number of angstroms between 0.005 and 50.0\"}");
    }

    @Test
    void aFileIsHeldAgainstTheDictionary() throws IOException {
        assertThat(run("check", "--dictionary", ONE_ELEMENT)).isZero();
        assertThat(output())
                .contains(", by the dictionary\nTesting: All rules: PASS\n")
                .doesNotContain("FAIL");

        output.reset();
        Path wrong = folder.resolve("wrong.cif");
        Files.writeString(
                wrong, Files.readString(ONE_ELEMENT).replace(" rotation goniometer ", " turning goniometer "));
        assertThat(run("check", "--dictionary", wrong)).isEqualTo(1);
        assertThat(output())
                .containsPattern("Testing: Allowed values: FAIL\n   line \\d+: error: _axis.type row \\d+: .*turning");

        output.reset();
        run("check", "--dictionary", "--json", wrong);
        JsonNode report = new ObjectMapper().readTree(output.toByteArray());
        assertThat(report.at("/files/0/dictionary/0/test").asText()).isEqualTo("Allowed values");
        assertThat(report.at("/files/0/dictionary/0/messages/0/line").asInt()).isPositive();
        assertThat(run("check", "--dictionary", "--as-checkimgcif", wrong)).isEqualTo(2);
    }

    @Test
    void anotherDictionaryIsReadFromItsFolder() throws IOException {
        SmallDictionary.writeTo(folder);
        Path file = folder.resolve("one.cif");
        Files.writeString(file, "data_one\n_diffrn_radiation_wavelength.value 0.976223\n_diffrn.id DIFFRN1\n");

        run("check", "--dictionary", file);
        assertThat(output()).doesNotContain("_diffrn.id: the dictionary does not define this item");

        output.reset();
        run("check", "--dictionary-folder", folder, file);
        assertThat(output()).contains("_diffrn.id: the dictionary does not define this item");
    }

    @Test
    void aFolderWithoutADictionaryIsWrongUsage() throws IOException {
        assertThat(run("check", "--dictionary-folder", folder, ONE_ELEMENT)).isEqualTo(2);
        assertThat(messages.toString())
                .contains("there is no dictionary in " + folder
                        + ": give a folder with cif_img.dic and the files that it imports");

        Files.writeString(folder.resolve("cif_img.dic"), "data_CIF_IMG\n_dictionary.title\n");
        assertThat(run("check", "--dictionary-folder", folder, ONE_ELEMENT)).isEqualTo(2);
        assertThat(messages.toString())
                .contains("the dictionary in " + folder + " cannot be used: ", "take the DDLm files of one release");
        assertThat(output()).isEmpty();
    }

    /** The strict reader stops at the first mistake; the dictionary's judge reads on. */
    @Test
    void allMistakesOfAFileThatIsNotCifAreSaid() throws IOException {
        Path wrong = folder.resolve("wrong.cif");
        Files.writeString(wrong, "data_a\n_diffrn.id 'open\n_diffrn.details 'too\n");

        assertThat(run("check", "--dictionary", wrong)).isEqualTo(1);
        assertThat(output()).contains("Testing: CIF syntax: FAIL", "line 2: ", "line 3: ");
    }

    /** A file that is not CIF from its middle on is still heard of to its end, and its frames are not taken for data. */
    @Test
    void whatFollowsAMistakeIsHeldAgainstTheDictionaryToo() throws IOException {
        Path wrong = folder.resolve("wrong.cif");
        Files.writeString(
                wrong,
                Files.readString(ONE_ELEMENT).replaceFirst("\\n_diffrn.id ", "\n_diffrn.id 'open\n_diffrn.nothing ")
                        + "\nsave_x _axis.id omega save_\n");

        assertThat(run("check", "--dictionary", wrong)).isEqualTo(1);
        assertThat(output()).contains("Reading: FAIL", "Testing: CIF syntax: FAIL", "_diffrn.nothing");
    }

    @Test
    void standardInputIsReadForAStroke() throws IOException {
        int exit;
        try (InputStream in = Files.newInputStream(ONE_ELEMENT)) {
            exit = run(in, "check", "-");
        }

        assertThat(exit).isZero();
        assertThat(output()).startsWith("icat-imgcif 0: -, block ");
    }

    @Test
    void whatIsNotCifFailsWithItsLine() {
        int exit = run(
                new ByteArrayInputStream("data_a\n_b.c 1 2\n".getBytes(StandardCharsets.UTF_8)),
                "check",
                "--as-checkimgcif",
                "-");

        assertThat(exit).isEqualTo(1);
        assertThat(output())
                .isEqualTo(
                        "icat-imgcif 0, as checkImgCIF: -\nReading: FAIL\n   it is not CIF, line 2: a value without a"
                                + " name: every value follows a name or stands in a loop\n   checkImgCIF makes no test of it either,"
                                + " and ends with an error\n");
    }

    /** Also where no test looks: a CIF has each name once in a block. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_exptl_crystal.id A\n_exptl_crystal.id B",
                "_exptl_crystal.id A\nloop_ _exptl_crystal.colour _Exptl_crystal.ID red B",
                "_cell.a 1\nloop_ _exptl_crystal.id _exptl_crystal.id A B",
                "_symmetry_x 1\n_symmetry_x 2"
            })
    void aNameThatStandsTwiceIsNotCif(String twice) throws IOException {
        Path file = folder.resolve("a.cif");
        Files.writeString(file, Files.readString(ONE_ELEMENT).replaceAll("(?m)^_exptl_crystal.*$", "") + twice + "\n");

        assertThat(run("check", file)).isEqualTo(1);
        assertThat(output())
                .containsPattern("Reading: FAIL\n   it is not CIF, line \\d+: _\\S+ stands twice in block ")
                .contains("; an item has one place");
    }

    @Test
    void anotherBlockMayHaveTheSameNames() throws IOException {
        Path file = folder.resolve("a.cif");
        Files.writeString(
                file, Files.readString(ONE_ELEMENT) + "_cell.a 1\nsave_f _cell.a 1 save_\ndata_other\n_cell.a 2\n");

        assertThat(run("check", file)).isZero();
    }

    @Test
    void filesThatAreMissingInAFolderAreNamed() throws IOException {
        assertThat(run("check", "--local", folder, ONE_ELEMENT)).isEqualTo(1);
        assertThat(output())
                .contains(
                        "Testing: Image files: FAIL\n   error: _array_data_external_data.uri row 1: there is no file ");
    }

    @Test
    void imagesOfAFolderAreReadInEitherMode() {
        Path images = Path.of("src/test/resources/fullcbf/series");
        Path file = Path.of("src/test/resources/golden/fullcbf_series/expected.cif");

        assertThat(run("check", "--images", "--local", images, file)).isZero();
        assertThat(output())
                .contains(
                        "Testing: Image files: PASS\n",
                        "Testing: Images can be read: PASS\n   note: _array_data_external_data.uri: 3 of 20 images looked"
                                + " at, in rows 1, 10, 20\nTesting: Image type and dimensions: PASS\nTesting: Overloaded"
                                + " values present: PASS\n   note: _array_intensities.overload row 1: array IMAGE, 3 images:"
                                + " counts 1 to 54, 0 pixels have the overload 65535 or more");
        output.reset();
        run("check", "--images", "--local", images, "--as-checkimgcif", file);
        assertThat(output())
                .contains("Testing: Image type and dimensions: PASS\nTesting: Overloaded values present: PASS\n");
    }

    @Test
    void imagesBesideTheFileAreReadAndThoseThatAreNotThereAreNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.cif"),
                "data_a\nloop_ _array_data_external_data.id _array_data_external_data.uri E1 a_1.cbf\n");

        assertThat(run("check", "--images", file)).isEqualTo(1);
        assertThat(output())
                .contains(
                        "Testing: Images can be read: FAIL\n   error: _array_data_external_data.uri row 1: there is no file "
                                + folder.resolve("a_1.cbf") + ", to which a_1.cbf leads");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheOtherFilesAreJudged() {
        assertThat(run("check", folder.resolve("none.cif"), folder, ONE_ELEMENT))
                .isEqualTo(2);
        assertThat(messages.toString())
                .contains("cannot read " + folder.resolve("none.cif") + ": there is no such file", "it is a folder");
        assertThat(output()).contains("Testing: Keys are unique: PASS");
    }

    @Test
    void wrongUsageIsRefused() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "--local", folder.resolve("none"), ONE_ELEMENT)).isEqualTo(2);
        assertThat(output()).isEmpty();
    }

    /** Names in a file must not command a terminal. */
    @Test
    void controlCharactersAreShownAndNotSent() {
        run(
                new ByteArrayInputStream(
                        "data_a\nloop_ _axis.id _axis.depends_on 'a\u001b[2J' .\n".getBytes(StandardCharsets.UTF_8)),
                "check",
                "-");

        assertThat(output()).doesNotContain("\u001b").contains("the vector of axis a");
    }

    private Path broken() throws IOException {
        return Files.writeString(
                folder.resolve("broken.cif"),
                Files.readString(ONE_ELEMENT).replace("RADIATION1 0.976223", "RADIATION1 -1"));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private int run(Object... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private int run(InputStream in, Object... arguments) {
        return ImgCifCommand.run(
                Commands.withoutConversion(),
                "icat-imgcif 0",
                in,
                output,
                new PrintWriter(messages, true),
                false,
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
