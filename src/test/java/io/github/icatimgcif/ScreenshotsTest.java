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

/** A picture is kept because a page shows it. */
final class ScreenshotsTest {

    private static final Path DOCUMENTS = Path.of("src/docs");

    private static final Pattern LINK = Pattern.compile("]\\(screenshots/([\\w.-]+)\\)");

    @Test
    void everyPictureIsShownByAPageAndEachThatIsShownIsThere() throws IOException {
        assertThat(pictures()).isNotEmpty().isEqualTo(shown());
    }

    private static Set<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("screenshots"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                LINK.matcher(Files.readString(page)).results().forEach(link -> shown.add(link.group(1)));
            }
        }
        return shown;
    }
}
