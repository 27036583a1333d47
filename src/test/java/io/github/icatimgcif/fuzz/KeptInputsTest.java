package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing found and what it begins with, and a little damage to each. */
final class KeptInputsTest {

    private static final Path INPUTS = Path.of("src/test/resources/fuzz");

    /** Of each input; enough to notice a reader that trusts what it reads, few enough for a build. */
    private static final int DAMAGES = 60;

    static List<Arguments> inputs() throws IOException {
        List<Arguments> inputs = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            try (Stream<Path> files = Files.list(INPUTS.resolve(target.name().toLowerCase(Locale.ROOT)))) {
                files.sorted().forEach(file -> inputs.add(Arguments.of(target, file)));
            }
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(60)
    void endWithADeclaredAnswer(FuzzTarget target, Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);

        assertThatCode(() -> target.read(bytes)).doesNotThrowAnyException();
    }

    /** The corpora of earlier searches: every input that once reached something new. */
    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    @Timeout(120)
    void theCorpusEndsWithDeclaredAnswers(FuzzTarget target) throws IOException {
        Path corpus = INPUTS.resolve(target.name().toLowerCase(Locale.ROOT) + ".zip");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(corpus))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                assertThatCode(() -> target.read(bytes)).as(entry.getName()).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(120)
    void damagedEndWithADeclaredAnswer(FuzzTarget target, Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        Random random = new Random(bytes.length);
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = damaged(bytes, random);
            assertThatCode(() -> target.read(damaged))
                    .as("damage %d of seed %d", i, bytes.length)
                    .doesNotThrowAnyException();
        }
    }

    /** Some bytes changed, or the end cut off. */
    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        if (random.nextInt(5) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        byte[] damaged = bytes.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
