package io.github.icatimgcif.judge.own.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.image.Storage;
import io.github.icatimgcif.judge.stored.LocalFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageTestsTest {

    private static final String FRAMES = """
            data_frames
            loop_ _array_structure_list.array_id _array_structure_list.index _array_structure_list.precedence
             _array_structure_list.dimension
             IMAGE 1 1 7
             IMAGE 2 2 5
            loop_ _array_data.array_id _array_data.binary_id _array_data.external_data_id
             IMAGE 1 E1 IMAGE 2 E2 IMAGE 3 E3 IMAGE 4 E4 IMAGE 5 E5 IMAGE 6 E6
            loop_ _array_data_external_data.id _array_data_external_data.format _array_data_external_data.uri
             _array_data_external_data.path _array_data_external_data.frame
             E1 HDF5 a.h5 /data 1
             E2 HDF5 a.h5 /data 2
             E3 HDF5 a.h5 /data 3
             E4 HDF5 b.h5 /data 1
             E5 HDF5 b.h5 /data 2
             E6 HDF5 b.h5 /data 3
            """;

    private final List<String> read = new ArrayList<>();

    @Test
    void theFirstTheMiddleAndTheLastImageAreLookedAt() throws IOException {
        List<TestResult> results = judge(FRAMES, image(ElementType.UNSIGNED_16, 3));

        assertThat(results)
                .extracting(TestResult::test)
                .containsExactly("Images can be read", "Image type and dimensions", "Overloaded values present");
        assertThat(results).allMatch(TestResult::isPassed);
        assertThat(read).containsExactly("a.h5 1", "a.h5 3", "b.h5 3");
        assertThat(lines(results))
                .containsExactly(
                        "NOTE _array_data_external_data.uri 3 of 6 images looked at, in rows 1, 3, 6",
                        "NOTE _array_intensities.overload array IMAGE, 3 images: counts 1 to 3");
    }

    @Test
    void eachArrayIsLookedAtAndAnImageThatTwoShareIsReadOnce() throws IOException {
        String shared = FRAMES.replace("IMAGE 2 E2", "OTHER 1 E1").replace("IMAGE 5 E5", "OTHER 2 E5");

        judge(shared, image(ElementType.UNSIGNED_16, 3));

        assertThat(read).containsExactly("a.h5 1", "a.h5 3", "b.h5 2", "b.h5 3");
    }

    @Test
    void ofManyArraysTheFirstImageOfEachIsLookedAt() throws IOException {
        StringBuilder text =
                new StringBuilder("data_panels\nloop_ _array_data.array_id _array_data.external_data_id\n");
        for (int frame = 0; frame < 2; frame++) {
            for (int panel = 1; panel <= 9; panel++) {
                text.append(String.format(Locale.ROOT, "P%d E%d\n", panel, frame * 9 + panel));
            }
        }
        text.append(
                "loop_ _array_data_external_data.id _array_data_external_data.uri _array_data_external_data.frame\n");
        for (int i = 1; i <= 18; i++) {
            text.append(String.format(Locale.ROOT, "E%d a.cbf %d\n", i, i));
        }

        judge(text.toString(), image(ElementType.SIGNED_32, 3));

        assertThat(read).hasSize(9).startsWith("a.cbf 1").endsWith("a.cbf 9");
    }

    @Test
    void ofAnArchiveThatHasToBeReadToItsEndTheFirstImageIsLookedAt() throws IOException {
        judge(
                FRAMES.replace("_array_data_external_data.path", "_array_data_external_data.archive_format")
                        .replace("/data", "TGZ"),
                image(ElementType.UNSIGNED_16, 3));

        assertThat(read).containsExactly("a.h5 1");
    }

    @Test
    void withoutARowForEachImageTheyAreTakenInTheirOrder() throws IOException {
        judge(
                FRAMES.replaceAll("(?s)loop_ _array_data.array_id.*?loop_ _array_data_ext", "loop_ _array_data_ext"),
                image(ElementType.UNSIGNED_16, 3));

        assertThat(read).containsExactly("a.h5 1", "a.h5 3", "b.h5 3");
    }

    @Test
    void imagesInTheFileItselfAreItsBinarySections() throws IOException {
        String section = ";\n--CIF-BINARY-FORMAT-SECTION--\nX-Binary-Size: 1\n\n\u000c\u001a\u0004\u00d5x\n"
                + "--CIF-BINARY-FORMAT-SECTION----\n;\n";
        judge(
                "data_within\nloop_ _array_data.array_id _array_data.data\nIMAGE\n" + section + "IMAGE\n" + section,
                image(ElementType.SIGNED_32, 3));

        assertThat(read).containsExactly(" 1", " 2");
    }

    @Test
    void anImageThatCannotBeReadIsAnErrorAndOneThatWeDoNotReadAWarning() throws IOException {
        Images damaged = (link, stored) -> {
            throw link.frame().equals(Optional.of("1"))
                    ? new ImageUnreadable("a.h5: it ends too early")
                    : ImageUnreadable.beyondThisProgram("its values are real");
        };

        List<TestResult> results = judge(FRAMES, damaged);

        assertThat(results).extracting(TestResult::isPassed).containsExactly(false, true, true);
        assertThat(lines(results))
                .containsExactly(
                        "ERROR _array_data_external_data.uri row 1 a.h5: it ends too early",
                        "WARNING _array_data_external_data.uri row 3 its values are real",
                        "WARNING _array_data_external_data.uri row 6 its values are real",
                        "NOTE _array_data_external_data.uri 3 of 6 images looked at, in rows 1, 3, 6",
                        "WARNING _array_structure_list.dimension no image could be read, so that nothing was compared",
                        "WARNING _array_intensities.overload no image could be read, so that nothing was counted");
    }

    @Test
    void otherDimensionsAreAnErrorThatIsSaidOnce() throws IOException {
        List<Remark> remarks = remarks(judge(FRAMES.replace("1 1 7", "1 1 8"), image(ElementType.UNSIGNED_16, 3)), 1);

        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).isError()).isTrue();
        assertThat(remarks.get(0).row()).hasValue(1);
        assertThat(remarks.get(0).wrong())
                .isEqualTo("array IMAGE has 8 x 5 pixels (precedence 1 first), and its image 7 x 5");
        assertThat(remarks.get(0).right()).isEqualTo("precedence 1 must have the dimension 7, precedence 2 5");
    }

    @Test
    void precedencesThatAreExchangedAreToldAsSuch() throws IOException {
        List<Remark> remarks = remarks(
                judge(FRAMES.replace("1 1 7", "1 2 7").replace("2 2 5", "2 1 5"), image(ElementType.UNSIGNED_16, 3)),
                1);

        assertThat(remarks.get(0).right()).isEqualTo("precedence 1 is of the dimension that grows fastest in the file");
    }

    @Test
    void severalLayersOfAnArrayLieOneBelowTheOther() throws IOException {
        Image stacked = new Image(ElementType.UNSIGNED_16, 7, 10, new int[70]);

        assertThat(remarks(judge(FRAMES.replace("IMAGE 2 2 5", "IMAGE 2 2 5 IMAGE 3 3 2"), stacked), 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding_type | unsigned 32-bit integer | ERROR | it is 'unsigned 32-bit integer', and the image has values of 'unsigned 16-bit integer'",
                "byte_order | big_endian | WARNING | it is big_endian, and the file of the image has little_endian values",
                "compression_type | byte_offset | WARNING | it is byte_offset, and the image is stored through the HDF5 filters [32008]",
                "compression_type | none | WARNING | it is none, and the image is stored through the HDF5 filters [32008]"
            })
    void whatIsStatedOfTheStorageIsHeldAgainstIt(String object, String value, String severity, String wrong)
            throws IOException {
        Storage storage = new Storage(Optional.of(Storage.LITTLE_ENDIAN), Optional.empty(), List.of(32008));
        String text = FRAMES + "loop_ _array_structure.id _array_structure." + object + " IMAGE '" + value + "'";

        List<Remark> remarks =
                remarks(judge(text + "\n", new Image(ElementType.UNSIGNED_16, 7, 5, new int[35], storage)), 1);

        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).severity()).hasToString(severity);
        assertThat(remarks.get(0).wrong()).isEqualTo(wrong);
    }

    @Test
    void whatIsSoIsNotSaid() throws IOException {
        Storage storage = new Storage(Optional.of(Storage.LITTLE_ENDIAN), Optional.of("byte_offset"), List.of());
        String text = FRAMES
                + "loop_ _array_structure.id _array_structure.encoding_type _array_structure.byte_order"
                + " _array_structure.compression_type IMAGE 'signed 32-bit integer' little_endian byte_offset\n";

        assertThat(remarks(judge(text, new Image(ElementType.SIGNED_32, 7, 5, new int[35], storage)), 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // overload, underload, undefined | values | severity | item | what is wrong
                ". . . | 65535 65535 | WARNING | overload | nothing says what overload is, and 6 pixels have 65535, the largest unsigned 16-bit integer, as masked or saturated pixels have",
                "46052 . . | 65535 65535 | | |",
                ". . 65535 | 65535 65535 | | |",
                "65537 . . | 5 | ERROR | overload | it is 65537, and no unsigned 16-bit integer, which the images have, can be so large",
                "65536 . . | 5 | | |",
                "65536 . . | 65535 | WARNING | overload | by 65536 every value is a valid count, and 3 pixels have 65535, as masked or saturated pixels have",
                "46052 . . | 46052 | WARNING | overload | 3 pixels have 46052 or more, up to 46052, more than one in a thousand",
                "46052 . . | 46051 | | |",
                "46052 . 65536 | 5 | ERROR | undefined_value | it is 65536, which no unsigned 16-bit integer can be",
                "46052 . -1 | 5 | ERROR | undefined_value | it is -1, which no unsigned 16-bit integer can be"
            })
    void whatIsStatedOfTheValuesIsHeldAgainstThem(
            String stated, String values, String severity, String object, String wrong) throws IOException {
        int[] pixels =
                Arrays.stream(values.split(" ")).mapToInt(Integer::parseInt).toArray();

        List<Remark> remarks = new ArrayList<>(
                remarks(judge(FRAMES + intensities(stated), image(ElementType.UNSIGNED_16, pixels)), 2));
        remarks.remove(remarks.size() - 1); // the summary

        if (wrong == null) {
            assertThat(remarks).isEmpty();
        } else {
            assertThat(remarks).hasSize(1);
            assertThat(remarks.get(0).severity()).hasToString(severity);
            assertThat(remarks.get(0).item()).isEqualTo("_array_intensities." + object);
            assertThat(remarks.get(0).row()).hasValue(1);
            assertThat(remarks.get(0).wrong()).isEqualTo(wrong);
        }
    }

    @Test
    void negativeMarksThatNothingExplainsAreWarnedOf() throws IOException {
        Image image = image(ElementType.SIGNED_32, -1, -2, 17);

        assertThat(remarks(judge(FRAMES + intensities("1048501 . ."), image), 2))
                .extracting(Remark::wrong)
                .contains(
                        "nothing says what the least valid count is, and 6 pixels have less than 0, down to -2, as gaps"
                                + " and dead pixels have");
        assertThat(remarks(judge(FRAMES + intensities("1048501 0 ."), image), 2))
                .hasSize(1);
        assertThat(remarks(judge(FRAMES + intensities("1048501 . -1"), image), 2))
                .extracting(Remark::wrong)
                .anyMatch(wrong -> wrong.contains("3 pixels have less than 0, down to -2"));
    }

    @Test
    void theSummaryTellsWhatTheImagesHave() throws IOException {
        Image image =
                new Image(ElementType.SIGNED_32, 7, 5, values(-1, -2, 17, 1_048_501, 1_048_600, Integer.MAX_VALUE));

        List<Remark> remarks = remarks(judge(FRAMES + intensities("1048501 0 -1"), image), 2);

        assertThat(remarks.get(remarks.size() - 1).wrong())
                .isEqualTo("array IMAGE, 3 images: counts 1 to 1048600, 6 pixels have the overload 1048501 or more, 3"
                        + " pixels have less than the underload 0, 3 pixels have the undefined value -1, 3 pixels have"
                        + " 2147483647, the largest of its type");
    }

    @Test
    void whereTheOverloadIsTheLargestValueOfTheTypeThatIsToldOnce() throws IOException {
        List<Remark> remarks =
                remarks(judge(FRAMES + intensities("65535 . ."), image(ElementType.UNSIGNED_16, 65535, 400)), 2);

        assertThat(remarks)
                .extracting(Remark::wrong)
                .containsExactly(
                        "array IMAGE, 3 images: counts 1 to 400, 3 pixels have 65535, the overload and the largest"
                                + " of its type");
    }

    private static String intensities(String stated) {
        return "loop_ _array_intensities.array_id _array_intensities.overload _array_intensities.underload"
                + " _array_intensities.undefined_value IMAGE " + stated + "\n";
    }

    private List<TestResult> judge(String text, Image image) throws IOException {
        return judge(text, (link, stored) -> {
            read.add(name(link));
            return image;
        });
    }

    private static List<TestResult> judge(String text, Images images) throws IOException {
        DataBlock block = new CifReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                .get(0);
        return ImageTests.judge(block, images, new LocalFolder(Path.of("nowhere")));
    }

    private static String name(ImageLink link) {
        return link.uri() + " " + link.frame().orElse("");
    }

    private static Image image(ElementType type, int... values) {
        return new Image(type, 7, 5, values(values));
    }

    /** Those that are not given are 1. */
    private static int[] values(int... values) {
        int[] all = Arrays.copyOf(values, 35);
        Arrays.fill(all, values.length, 35, 1);
        return all;
    }

    private static List<Remark> remarks(List<TestResult> results, int test) {
        return results.get(test).remarks();
    }

    private static List<String> lines(List<TestResult> results) {
        return results.stream()
                .flatMap(result -> result.remarks().stream())
                .map(remark -> remark.severity() + " " + remark.item()
                        + (remark.row().isPresent() ? " row " + remark.row().getAsInt() : "") + " " + remark.wrong())
                .toList();
    }
}
