package io.github.icatimgcif.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever follows a link from one page to another comes to what it says. */
final class LinksTest {

    /** Of the web; nothing is asked over the network by a test. */
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");

    @Test
    void everyLinkBetweenPagesLeadsToAFileAndAHeading() {
        List<String> broken = new ArrayList<>();
        int followed = 0;
        for (Document page : Document.all()) {
            for (String link : page.links()) {
                if (!ELSEWHERE.matcher(link).matches()) {
                    followed++;
                    if (!leadsSomewhere(page, link)) {
                        broken.add(page.path() + ": " + link);
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(50);
    }

    @Test
    void everyPageIsNamedByTheReadme() {
        List<Path> named = Document.of(Path.of("README.md")).links().stream()
                .filter(link -> link.endsWith(".md"))
                .map(link -> Path.of(link).normalize())
                .toList();

        assertThat(Document.all())
                .extracting(Document::path)
                .filteredOn(path -> !path.equals(Path.of("README.md")))
                .isNotEmpty()
                .allMatch(named::contains);
    }

    private static boolean leadsSomewhere(Document page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path folder =
                page.path().getParent() == null ? Path.of("") : page.path().getParent();
        Path target = path.isEmpty() ? page.path() : folder.resolve(path).normalize();
        return Files.exists(target)
                && (hash < 0 || Document.of(target).anchors().contains(link.substring(hash + 1)));
    }
}
