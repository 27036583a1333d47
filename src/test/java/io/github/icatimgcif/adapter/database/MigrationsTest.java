package io.github.icatimgcif.adapter.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.dataset.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that has taken a migration refuses to start with another one under its number. So migrations go forward only: those
 * of a release stay as they are, and what changes is a migration of its own.
 */
final class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** As sha256sum prints them; a release adds its own. */
    private static final Path RELEASED = Path.of("src/test/resources/releases/migrations.sha256");

    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__[a-z][a-z_]*\\.sql");

    @ParameterizedTest
    @MethodSource("released")
    void whatWasReleasedStaysAsItIs(String name) throws IOException {
        assertThat(MIGRATIONS.resolve(name))
                .as("%s was released: databases have it. Put it back, and add a new migration instead", name)
                .exists();
        assertThat(Sha256.of(Files.readString(MIGRATIONS.resolve(name))))
                .as("%s was released: databases have it. Put it back, and add a new migration instead", name)
                .isEqualTo(checksums().get(name));
    }

    @Test
    void whatWasReleasedIsNumberedWithoutAGap() throws IOException {
        List<Integer> numbers =
                checksums().keySet().stream().map(MigrationsTest::number).toList();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void whatIsNewComesBehindWhatWasReleasedAndEachNumberOnce() throws IOException {
        Map<Integer, String> byNumber = new TreeMap<>();
        int last = checksums().size();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                assertThat(name).as("V<number>__<subject>.sql").matches(NAME);
                assertThat(byNumber.put(number(name), name))
                        .as("another migration of the number of %s", name)
                        .isNull();
                assertThat(number(name) > last || checksums().containsKey(name))
                        .as("%s would come before migrations that were released", name)
                        .isTrue();
            }
        }
        assertThat(byNumber).hasSizeGreaterThanOrEqualTo(last);
    }

    private static List<String> released() throws IOException {
        return List.copyOf(checksums().keySet());
    }

    private static Map<String, String> checksums() throws IOException {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String line : Files.readAllLines(RELEASED)) {
            String[] parts = line.split(" {2}", 2);
            checksums.put(parts[1], parts[0]);
        }
        return checksums;
    }

    private static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        assertThat(matcher.matches()).as("V<number>__<subject>.sql: %s", name).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
