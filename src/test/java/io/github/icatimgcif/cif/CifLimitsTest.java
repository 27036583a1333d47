package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No file, whatever it holds, takes more memory than the limits say, or does not come to an end. */
final class CifLimitsTest {

    private static final CifLimits SMALL = new CifLimits(1000, 5000, 100_000);

    /** Files of 50 MB that go on and on in one way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_a _x.y |z",
                "data_a |_x_yz",
                "data_a _x.y '|z",
                "data_a _x.y\n;|line\n",
                "#\\#CIF_2.0\ndata_a _x.y '''|line\n",
                "data_a loop_ _x.y |1 ",
                "data_a loop_ _x.y |\n;text\n;\n",
                "data_a loop_ |_x.%d ",
                "data_a |_x.%d 1 ",
                "data_a |_x%d.y 1 ",
                "|data_%d ",
                "data_a |save_%d _x.y 1 save_ ",
                "data_a _x.y\n;\n--CIF-BINARY-FORMAT-SECTION--\n|X-Long: 1\n"
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatGoesOnAndOnIsRefused(String pattern) {
        assertThatThrownBy(() -> new CifReader(SMALL).read(new Endless(pattern)))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageMatching("line \\d+: .*(read|kept|items).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_a |_x.%d 1 ", "data_a loop_ |_x.%d ", "data_a |_x%d 1 "})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void namesThatAreOnlyLookedAtForRepetitionTakeNoMoreMemoryEither(String pattern) {
        assertThatThrownBy(() ->
                        new CifReader(SMALL).refusingRepeatedNames().read(new Endless(pattern), CifSelection.only("y")))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageMatching("line \\d+: .*(read|kept|items).*");
    }

    /** What nothing is kept of may be long; lists may not be deep without end. */
    @ParameterizedTest
    @ValueSource(strings = {"data_a |# comment\n", "data_a | \n", "#\\#CIF_2.0\ndata_a _x.y |[{"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whatIsPassedOverTakesNoMemory(String pattern) throws IOException {
        try {
            assertThat(new CifReader(SMALL).read(new Endless(pattern))).hasSize(1);
        } catch (CifUnreadable deep) {
            assertThat(deep).hasMessage("line 2: lists and tables lie in one another deeper than 64 levels");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
    void aLimitThatAllowsNothingIsRefused(int longestValue, long values, long keptBytes) {
        assertThatThrownBy(() -> new CifLimits(longestValue, values, keptBytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are above 0, not " + longestValue + ", " + values + ", " + keptBytes);
        assertThat(new CifLimits(1, 1, 1).values()).isEqualTo(1);
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsAText() {
        assertThat(Texts.value("data_a _x.y 1e2147483647")).isEqualTo(CifValue.text("1e2147483647"));
        assertThat(Texts.value("data_a _x.y " + "9".repeat(100_000))).isEqualTo(CifValue.text("9".repeat(100_000)));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void noiseIsReadOrRefused() {
        Random random = new Random(4711);
        byte[] alphabet = ("#\\#CIF_2.0\n data_ loop_ save_ _x.y _z.w ' \" ''' \n;\n [ ] { } : . ? 1(2) \u0000 \u00e9 "
                        + "--CIF-BINARY-FORMAT-SECTION-- X-Binary-Size: 5 Content-Transfer-Encoding: BINARY \r \f")
                .getBytes(StandardCharsets.ISO_8859_1);
        String[] words = new String(alphabet, StandardCharsets.ISO_8859_1).split(" ");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "#\\#CIF_2.0\ndata_a " : "data_a ");
            for (int n = random.nextInt(25); n > 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "" : " ");
            }
            readOrRefuse(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            Texts.read(bytes, CifSelection.EVERYTHING)
                    .forEach(block -> block.categories()
                            .forEach(category -> category.rows()
                                    .forEach(row -> assertThat(row)
                                            .hasSize(category.objects().size()))));
        } catch (CifUnreadable refused) {
            assertThat(refused).hasMessageMatching("(?s)line [1-9]\\d*: .+");
        }
    }

    /** The rows of 100 000 frames, 200 000 of them with the settings of two axes, are read by a process with 64 MB. */
    @Test
    void theGeometryOfManyFramesIsReadInLittleMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyFrames.class.getName(),
                        "100000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("rows 200000, angles 200001.7");
    }

    /** A text whose part after the bar is said again and again, up to 50 MB. */
    private static final class Endless extends InputStream {
        private static final int LENGTH = 50_000_000;

        private final String again;
        private InputStream part;
        private int said;
        private int times;

        Endless(String pattern) {
            int bar = pattern.indexOf('|');
            part = bytes(pattern.substring(0, bar));
            again = pattern.substring(bar + 1);
        }

        private static InputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = part.read(into, from, length);
            if (read < 0 && said < LENGTH) {
                StringBuilder more = new StringBuilder();
                for (int i = 0; i < 1000; i++) {
                    more.append(again.contains("%d") ? again.replace("%d", String.valueOf(times++)) : again);
                }
                part = bytes(more.toString());
                read = part.read(into, from, length);
            }
            said += Math.max(read, 0);
            return read;
        }
    }

    /** Reads the settings of a file of many frames, which it makes itself as it reads. */
    static final class ManyFrames {
        private ManyFrames() {}

        public static void main(String[] args) throws IOException {
            int frames = Integer.parseInt(args[0]);
            var text = new Object() {
                int line;

                String next() {
                    int n = line++;
                    if (n == 0) {
                        return "data_a loop_ _diffrn_scan_frame_axis.frame_id _diffrn_scan_frame_axis.axis_id"
                                + " _diffrn_scan_frame_axis.angle _diffrn_scan_frame_axis.displacement\n";
                    } else if (n <= 2 * frames) {
                        return "FRAME" + (n + 1) / 2 + (n % 2 == 0 ? " phi 0.000017 .\n" : " omega 2.00000 .\n");
                    } else if (n == 2 * frames + 1) {
                        return "loop_ _array_data_external_data.id _array_data_external_data.uri\n";
                    }
                    return n <= 3 * frames + 1 ? "EXT" + n + " https://example.org/a/long/place/of/files\n" : "";
                }
            };
            InputStream in = new InputStream() {
                private byte[] part = {};
                private int at;

                @Override
                public int read() {
                    if (at == part.length) {
                        part = text.next().getBytes(StandardCharsets.US_ASCII);
                        at = 0;
                    }
                    return part.length == 0 ? -1 : part[at++];
                }
            };
            Category settings = new CifReader()
                    .read(in, CifSelection.only("diffrn_scan_frame_axis"))
                    .get(0)
                    .category("diffrn_scan_frame_axis")
                    .orElseThrow();
            double sum = 0;
            for (List<CifValue> row : settings.rows()) {
                sum += row.get(2).asNumber().orElseThrow().doubleValue();
            }
            System.out.println("rows " + settings.rows().count() + ", angles " + Math.rint(sum * 1e4) / 1e4);
        }
    }
}
