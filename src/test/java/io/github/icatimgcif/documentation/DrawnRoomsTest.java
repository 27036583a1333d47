package io.github.icatimgcif.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawing of the rooms shows every package, and none that is not there. */
final class DrawnRoomsTest {

    private static final String ROOT = "src/main/java/io/github/icatimgcif";
    private static final Pattern LINE = Pattern.compile("(│ {3})?[├└]── ([a-z0-9/]+/(, [a-z0-9/]+/)*)( .*)?");

    @Test
    void everyPackageIsDrawnInTheArchitectureAndNoOther() throws IOException {
        assertThat(drawn(Path.of("src/docs/ARCHITECTURE.md"))).isEqualTo(packages());
    }

    @Test
    void theReadmeDrawsWhatStandsAtTheTop() throws IOException {
        Set<String> top =
                packages().stream().map(name -> name.replaceFirst("/.*", "")).collect(Collectors.toSet());

        assertThat(drawing(Path.of("README.md")))
                .contains(top.stream().map(name -> name + "/").toList());
    }

    private static Set<String> drawn(Path page) {
        Set<String> drawn = new TreeSet<>();
        String above = "";
        for (String line : drawing(page).lines().toList()) {
            Matcher rooms = LINE.matcher(line);
            if (rooms.matches()) {
                String before = rooms.group(1) == null ? "" : above + "/";
                List<String> names =
                        List.of(rooms.group(2).replaceFirst("/$", "").split("/, ", -1));
                names.forEach(name -> drawn.add(before + name));
                above = before.isEmpty() ? names.get(0) : above;
            }
        }
        return drawn;
    }

    private static String drawing(Path page) {
        return Document.of(page).blocks().stream()
                .filter(block -> block.text().contains(ROOT))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(ROOT))) {
            return all.filter(path -> path.endsWith("package-info.java"))
                    .map(path -> Path.of(ROOT).relativize(path.getParent()).toString())
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
