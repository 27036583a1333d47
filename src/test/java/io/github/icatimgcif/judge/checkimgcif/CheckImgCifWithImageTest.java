package io.github.icatimgcif.judge.checkimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.ReportText;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.image.Storage;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two tests with images, by the description of checkImgCIF, on a sound file of 7 x 5 pixels. */
final class CheckImgCifWithImageTest {

    private static final String UNABLE = "Unable to carry out test, assume missing or bad value";
    private static final String TYPE = "Image type and dimensions";
    private static final String OVERLOADS = "Overloaded values present";
    private static final String SMALL = CheckImgCifTest.SOUND
            .replace("4190 EX", "7 EX")
            .replace("4310 EY", "5 EY")
            .replace("-209.5 215.5", "-0.35 0.25");

    private final List<ImageLink> read = new ArrayList<>();

    @Test
    void aSoundFilePassesBothInTheirOrder() throws IOException {
        List<String> lines = ReportText.lines(judge(SMALL, image(ElementType.UNSIGNED_16, 3)));

        assertThat(lines).hasSize(16);
        assertThat(lines.subList(13, 16))
                .containsExactly(
                        "Testing: All archives are accessible: PASS",
                        "Testing: Image type and dimensions: PASS",
                        "Testing: Overloaded values present: PASS");
    }

    @Test
    void noImageIsLookedAtIfAnotherTestFails() throws IOException {
        BlockReport report = judge(SMALL.replace("W 0.976223", "W ?"), image(ElementType.UNSIGNED_16, 3));

        assertThat(report.tests()).hasSize(12);
        assertThat(read).isEmpty();
    }

    @Test
    void noImageIsLookedAtWithoutFiles() throws IOException {
        Evidence imagesOnly = new Evidence(Optional.empty(), Optional.of(reading(image(ElementType.UNSIGNED_16, 3))));

        assertThat(judge(SMALL, imagesOnly).tests()).hasSize(11);
        assertThat(judge(SMALL, Evidence.NONE).tests()).hasSize(11);
    }

    @Test
    void theImageIsThatOfTheFirstRowWhoseFileIsThere() throws IOException {
        judge(
                SMALL.replace(
                                "_array_data_external_data.id _array_data_external_data.uri",
                                "_array_data_external_data.id _array_data_external_data.frame"
                                        + " _array_data_external_data.path _array_data_external_data.uri")
                        .replace("E1 https", "E1 2 /data https")
                        .replace("E2 https", "E2 3 /entry/data https")
                        .replace("E3 https", "E3 4 /data https")
                        .replace("E4 https", "E4 5 /data https"),
                new Evidence(
                        Optional.of(having("https://example.org/a_2.cbf", "https://example.org/a_3.cbf")),
                        Optional.of(reading(image(ElementType.UNSIGNED_16, 3)))));

        assertThat(read)
                .containsExactly(new ImageLink(
                        "https://example.org/a_2.cbf",
                        Optional.empty(),
                        Optional.of("/entry/data"),
                        Optional.of("3"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void noImageIsLookedAtIfNoFileIsThere() throws IOException {
        Evidence nowhere = new Evidence(Optional.of(having()), Optional.of(reading(image(ElementType.UNSIGNED_16, 3))));

        BlockReport report = judge(SMALL, nowhere);

        assertThat(report.tests()).hasSize(12);
        assertThat(report.isPassed()).isFalse();
    }

    @Test
    void noFileMayBeAskedFor() throws IOException {
        StoredFiles forbidden = files(uri -> new Presence.NotAsked("not here"));
        Evidence evidence =
                new Evidence(Optional.of(forbidden), Optional.of(reading(image(ElementType.UNSIGNED_16, 3))));

        assertThat(says(judge(SMALL, evidence), TYPE))
                .containsExactly(
                        "Image cannot be read: none of the files that _array_data_external_data.uri names is there");
        assertThat(says(judge(SMALL, evidence), OVERLOADS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({".", "?", "first"})
    void aFrameThatIsNoNumberIsAnException(String frame) throws IOException {
        String text = SMALL.replace(
                        "_array_data_external_data.id _array_data_external_data.uri",
                        "_array_data_external_data.id _array_data_external_data.frame _array_data_external_data.uri")
                .replaceAll("E(\\d) https", "E$1 " + frame + " https");

        BlockReport report = judge(text, image(ElementType.UNSIGNED_16, 3));

        assertThat(says(report, TYPE)).containsExactly(UNABLE);
        assertThat(says(report, OVERLOADS)).containsExactly(UNABLE);
    }

    @Test
    void anImageThatCannotBeReadFailsBothAndSaysWhy() throws IOException {
        ImageUnreadable why = new ImageUnreadable("a_1.cbf: it ends too early");
        Images none = (link, stored) -> {
            throw why;
        };

        BlockReport report = judge(SMALL, new Evidence(Optional.of(havingAll()), Optional.of(none)));

        assertThat(says(report, TYPE)).containsExactly("Image cannot be read: a_1.cbf: it ends too early");
        assertThat(says(report, OVERLOADS)).containsExactly("Image cannot be read: a_1.cbf: it ends too early");
    }

    @ParameterizedTest
    @CsvSource({"32015, false", "32008, true", "32013, true", "32003, false", "3, true", "1, true"})
    void onlySomeFiltersOfHdf5AreKnown(int filter, boolean isKnown) throws IOException {
        Image image = new Image(
                ElementType.UNSIGNED_16,
                7,
                5,
                values(3),
                new Storage(Optional.empty(), Optional.empty(), List.of(filter)));

        assertThat(judge(SMALL, image).isPassed()).isEqualTo(isKnown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 EX | 8 EX | Stated image dimension 8 in fast direction does not match the image, which has 7",
                "5 EY | 6 EY | Stated image dimension 6 in slow direction does not match the image, which has 5"
            })
    void theDimensionsAreThoseOfTheImage(String from, String to, String message) throws IOException {
        assertThat(says(judge(SMALL.replace(from, to), image(ElementType.UNSIGNED_16, 3)), TYPE))
                .containsExactly(message);
    }

    @Test
    void theEncodingTypeIsThatOfTheImage() throws IOException {
        String text = SMALL + "loop_ _array_structure.id _array_structure.encoding_type A 'unsigned 16-bit integer'\n";

        assertThat(says(judge(text, image(ElementType.UNSIGNED_16, 3)), TYPE)).isEmpty();
        assertThat(says(judge(text, image(ElementType.UNSIGNED_32, 3)), TYPE))
                .containsExactly(
                        "Stated encoding unsigned 16-bit integer does not match the type of the image, unsigned"
                                + " 32-bit integer");
    }

    @Test
    void aByteOrderIsWarnedOf() throws IOException {
        BlockReport report =
                judge(SMALL + "_array_structure.byte_order little_endian\n", image(ElementType.UNSIGNED_16, 3));

        assertThat(says(report, TYPE))
                .containsExactly("WARNING: byte order provided in file containing external data pointers");
        assertThat(report.isPassed()).isTrue();
    }

    @Test
    void manyOfTheLargestValueNeedAnOverload() throws IOException {
        Image image = image(ElementType.UNSIGNED_16, 65535, 65535, 65530);

        assertThat(says(judge(SMALL, image), OVERLOADS))
                .containsExactly(
                        "Overloaded values present in the image but _array_intensities.overload is not specified");
        assertThat(judge(SMALL + "_array_intensities.overload 60000\n", image).isPassed())
                .isTrue();
    }

    @Test
    void asManyALittleBelowMeanThatNoneIsNeeded() throws IOException {
        assertThat(judge(SMALL, image(ElementType.UNSIGNED_16, 65535, 65526)).isPassed())
                .isTrue();
        // 65525 is ten below, which is no longer near.
        assertThat(judge(SMALL, image(ElementType.UNSIGNED_16, 65535, 65525)).isPassed())
                .isFalse();
    }

    @Test
    void anOverloadBeyondTheTypeEndsTheTest() throws IOException {
        Image image = image(ElementType.UNSIGNED_16, 65535);

        assertThat(says(judge(SMALL + "_array_intensities.overload 65536\n", image), OVERLOADS))
                .containsExactly(UNABLE);
        assertThat(says(judge(SMALL + "_array_intensities.overload .\n", image), OVERLOADS))
                .containsExactly(UNABLE);
        assertThat(says(judge(SMALL + "_array_intensities.overload 65535\n", image), OVERLOADS))
                .isEmpty();
    }

    @Test
    void thereIsOneOverload() throws IOException {
        BlockReport report = judge(
                SMALL + "loop_ _array_intensities.binary_id _array_intensities.overload 1 60000 2 60001\n",
                image(ElementType.UNSIGNED_16, 65535));

        assertThat(says(report, OVERLOADS))
                .containsExactly("More than one value of _array_intensities.overload is specified: ['60000', '60001']");
    }

    private BlockReport judge(String text, Image image) throws IOException {
        return judge(text, evidence(image));
    }

    private static BlockReport judge(String text, Evidence evidence) throws IOException {
        return CheckImgCif.judge(block(text), evidence);
    }

    private Evidence evidence(Image image) {
        return new Evidence(Optional.of(havingAll()), Optional.of(reading(image)));
    }

    private static DataBlock block(String text) throws IOException {
        return new CifReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }

    private Images reading(Image image) {
        return (link, stored) -> {
            read.add(link);
            return image;
        };
    }

    /** 7 x 5 pixels; those that are not given are 1. */
    private static Image image(ElementType type, int... values) {
        return new Image(type, 7, 5, values(values));
    }

    private static int[] values(int... values) {
        int[] all = Arrays.copyOf(values, 35);
        Arrays.fill(all, values.length, 35, 1);
        return all;
    }

    private static List<String> says(BlockReport report, String test) {
        return report.tests().stream()
                .filter(result -> result.test().equals(test))
                .findFirst()
                .orElseThrow()
                .remarks()
                .stream()
                .map(remark -> remark.wrong())
                .toList();
    }

    private static StoredFiles havingAll() {
        return files(uri -> new Presence.There());
    }

    private static StoredFiles having(String... uris) {
        return files(uri -> List.of(uris).contains(uri) ? new Presence.There() : new Presence.Missing("not there"));
    }

    private static StoredFiles files(Function<String, Presence> presence) {
        return new StoredFiles() {
            @Override
            public Presence presence(String uri) {
                return presence.apply(uri);
            }

            @Override
            public StoredFile open(String uri) {
                missing(uri).ifPresent(why -> {
                    throw new NotStored(why);
                });
                return StoredFile.at(Path.of("nowhere"));
            }
        };
    }
}
