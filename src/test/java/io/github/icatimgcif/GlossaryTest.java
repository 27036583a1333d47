package io.github.icatimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary names what the code names. */
final class GlossaryTest {

    private static final Pattern DOOR = Pattern.compile("String DOOR = \"(\\w+)\"");

    private static final Pattern ROW_OF_DOORS = Pattern.compile("(?m)^\\| door (`[^|]+) \\|");

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void everyDoorIsNamedAndNoOther() throws IOException {
        String row = ROW_OF_DOORS
                .matcher(Files.readString(Path.of("src/docs/GLOSSARY.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());

        assertThat(all(NAME, row)).isEqualTo(doors());
    }

    private static Set<String> doors() throws IOException {
        Set<String> doors = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                doors.addAll(all(DOOR, Files.readString(file)));
            }
        }
        return doors;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
