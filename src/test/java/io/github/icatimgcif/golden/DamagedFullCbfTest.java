package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever bytes a full CBF holds, a conversion ends with an imgCIF or with reasons that a scientist can read. */
final class DamagedFullCbfTest {

    /** More, or others, by -Dfuzz.copies and -Dfuzz.seed. */
    private static final int COPIES = Integer.getInteger("fuzz.copies", 200);

    @ParameterizedTest
    @CsvSource({"corner, c_00002.cbf, 21", "decreasing, d.cbf, 22", "vertical, v.cbf, 23", "sections, s.cbf, 24"})
    void aConversionEndsWithAnImgCifOrWithReasons(String name, String file, long seed, @TempDir Path folder)
            throws IOException {
        byte[] sound = Files.readAllBytes(FullCbfFixtures.folder(name).resolve(file));
        Path alone = Files.createDirectories(folder.resolve(name));
        Random random = new Random(Long.getLong("fuzz.seed", seed));

        int refused = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(180), () -> {
            int count = 0;
            for (int copy = 0; copy < COPIES; copy++) {
                Files.write(alone.resolve(file), damaged(sound, random, copy));
                Optional<Converted> converted = converted(alone);
                assertThat(converted.map(c -> c.imgCif().isPresent() || c.isRefused()))
                        .as("copy " + copy)
                        .isNotEqualTo(Optional.of(false));
                count += converted.map(Converted::isRefused).orElse(true) ? 1 : 0;
            }
            return count;
        });

        assertThat(refused).as("copies in which damage was noticed").isGreaterThan(COPIES / 5);
    }

    private static Optional<Converted> converted(Path folder) throws IOException {
        try {
            return Optional.of(Converted.of(folder));
        } catch (Unavailable e) {
            assertThat(e).hasMessageMatching("(?s).+");
            return Optional.empty();
        }
    }

    /**
     * Cut off; wrong bits; a number or a word of the header in the place of another; a line lost. Bits in names are noticed
     * seldom, so that the header gets most of the damage.
     */
    private static byte[] damaged(byte[] sound, Random random, int copy) {
        if (copy % 4 == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] bytes = sound.clone();
        if (copy % 4 == 1) {
            for (int i = 0; i <= random.nextInt(20); i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(40), bytes.length - Math.max(from, to));
        System.arraycopy(bytes, from, bytes, to, length);
        return bytes;
    }
}
