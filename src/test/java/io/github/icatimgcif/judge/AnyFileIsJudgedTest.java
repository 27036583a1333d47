package io.github.icatimgcif.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.own.OwnTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever words a file has, a judge gives a verdict and no exception: words of sound files are changed for others at random. */
final class AnyFileIsJudgedTest {

    private static final int CHANGED_FILES = Integer.getInteger("judge.changedFiles", 300);

    private static final String NO_VALUE = "(?s)(_|#|;|loop_|data_).*";

    /** More characters than any message of these files has. */
    private static final int LONG = 5000;

    private static final List<String> WORDS = List.of(
            "?",
            ".",
            "0",
            "1",
            "-1",
            "2147483648",
            "9e17",
            "1e999",
            "-9e300",
            "1.5(2)",
            "''",
            "x",
            "SCAN1",
            "ELEMENT1",
            "rotation",
            "translation",
            "goniometer",
            "detector",
            "source",
            "decreasing");

    @ParameterizedTest
    @ValueSource(
            strings = {"dectris_legacy", "fullcbf_sections", "minicbf_rows_on_a_cylinder", "two_theta", "wandering"})
    void everyTestEndsWithAVerdict(String golden) throws IOException {
        String sound = Files.readString(Path.of("src/test/resources/golden", golden, "expected.cif"));
        Random random = new Random(golden.hashCode());
        int judged = 0;
        for (int i = 0; i < CHANGED_FILES; i++) {
            List<DataBlock> blocks;
            try {
                blocks = new CifReader()
                        .read(new ByteArrayInputStream(changed(sound, random).getBytes(StandardCharsets.UTF_8)));
            } catch (CifUnreadable e) {
                continue;
            }
            judged++;
            assertThat(CheckImgCif.judge(blocks.get(0)).tests()).hasSize(11);
            assertThat(OwnTests.judge(blocks)).isNotEmpty();
        }

        assertThat(judged).isGreaterThan(CHANGED_FILES / 2);
    }

    /** What a report says of a value does not grow with it, whichever value is long; a URI is told whole, to be opened. */
    @ParameterizedTest
    @ValueSource(strings = {"fullcbf_sections", "two_theta"})
    void aLongValueMakesNoLongMessage(String golden) throws IOException {
        String sound = Files.readString(Path.of("src/test/resources/golden", golden, "expected.cif"));
        String[] words = sound.split("(?<=\\s)(?=\\S)", -1);
        for (int at = 1; at < words.length; at++) {
            if (words[at].matches(NO_VALUE)) {
                continue;
            }
            String before = words[at];
            words[at] = "x".repeat(LONG) + before.replaceFirst("\\S+", "");
            messages(String.join("", words))
                    .forEach(message -> assertThat(message).hasSizeLessThan(LONG));
            words[at] = before;
        }
    }

    private static List<String> messages(String text) throws IOException {
        List<DataBlock> blocks;
        try {
            blocks = new CifReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CifUnreadable e) {
            return List.of(); // no CIF without the word that was changed
        }
        return Stream.concat(OwnTests.judge(blocks).stream(), Stream.of(CheckImgCif.judge(blocks.get(0))))
                .flatMap(report -> ReportText.lines(report).stream())
                .filter(message -> !message.contains(" URI "))
                .toList();
    }

    /** Values are changed; names are left, as few files could be read otherwise. */
    private static String changed(String text, Random random) {
        String[] words = text.split("(?<=\\s)(?=\\S)", -1);
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            int at = 1 + random.nextInt(words.length - 1);
            if (!words[at].matches(NO_VALUE)) {
                words[at] = WORDS.get(random.nextInt(WORDS.size())) + words[at].replaceFirst("\\S+", "");
            }
        }
        return String.join("", words);
    }
}
