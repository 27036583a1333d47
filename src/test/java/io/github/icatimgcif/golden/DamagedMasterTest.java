package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever bytes a master holds, a conversion ends with an imgCIF or with reasons that a scientist can read. */
final class DamagedMasterTest {

    /** More, or others, by -Dfuzz.copies and -Dfuzz.seed. */
    private static final int COPIES = Integer.getInteger("fuzz.copies", 200);

    @ParameterizedTest
    @CsvSource({"dectris_legacy, 5", "dls_gda, 6", "nexgen, 7", "two_theta, 8"})
    void aConversionEndsWithAnImgCifOrWithReasons(String name, long seed, @TempDir Path folder) throws IOException {
        Path fixture = copy(name, folder);
        Path master = fixture.resolve("x_master.h5");
        byte[] sound = Files.readAllBytes(master);
        Random random = new Random(Long.getLong("fuzz.seed", seed));

        int refused = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(180), () -> {
            int count = 0;
            for (int copy = 0; copy < COPIES; copy++) {
                Files.write(master, damaged(sound, random, copy));
                Optional<Converted> converted = converted(fixture);
                assertThat(converted.map(c -> c.imgCif().isPresent() || c.isRefused()))
                        .as("copy " + copy)
                        .isNotEqualTo(Optional.of(false));
                count += converted.map(Converted::isRefused).orElse(true) ? 1 : 0;
            }
            return count;
        });

        assertThat(refused).as("copies in which damage was noticed").isGreaterThan(COPIES / 5);
    }

    /** The files that the links lead to are there and whole, so that only the walls keep them out. */
    @Test
    void noFileOutsideTheDataFoldersIsOpened(@TempDir Path folder) throws IOException {
        Path fixture = copy("escaping", folder.resolve("visitor"));
        Files.copy(NxmxFixtures.folder("aborted").resolve("x_000001.h5"), folder.resolve("outside.h5"));

        Converted converted = Converted.of(fixture);

        assertThat(converted.isRefused()).isTrue();
        assertThat(converted.report()).contains("outside.h5, which lies outside the data folders");
    }

    /** The same files below the data folder are found: it is the wall that kept them out. */
    @Test
    void theSameLinkInsideTheDataFoldersIsFollowed(@TempDir Path folder) throws IOException {
        Path fixture = copy("escaping", folder.resolve("visitor"));
        Files.copy(NxmxFixtures.folder("aborted").resolve("x_000001.h5"), fixture.resolve("outside.h5"));

        Converted converted = Converted.of(fixture);

        assertThat(converted.imgCif().orElseThrow()).contains("raw/outside.h5").doesNotContain("passwd");
    }

    private static Optional<Converted> converted(Path fixture) throws IOException {
        try {
            return Optional.of(Converted.of(fixture));
        } catch (Unavailable e) {
            assertThat(e).hasMessageMatching("(?s).+");
            return Optional.empty();
        }
    }

    private static Path copy(String name, Path folder) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("x_master.h5", "x_000001.h5", "x_000002.h5")) {
            Path from = NxmxFixtures.folder(name).resolve(file);
            if (Files.exists(from)) {
                Files.copy(from, to.resolve(file));
            }
        }
        return to;
    }

    /** Every fourth copy is cut off; in the others one to twenty bits are wrong, anywhere or near the beginning. */
    private static byte[] damaged(byte[] sound, Random random, int copy) {
        if (copy % 4 == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] bytes = sound.clone();
        int bits = 1 + random.nextInt(20);
        int area = copy % 4 == 1 ? Math.min(2048, bytes.length) : bytes.length;
        for (int i = 0; i < bits; i++) {
            bytes[random.nextInt(area)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
