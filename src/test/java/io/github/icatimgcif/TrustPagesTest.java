package io.github.icatimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.RightsInIcat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that ask for trust name only what is there. */
final class TrustPagesTest {

    /** {@code `AccessIT`} or {@code `AccessIT#aPublicDatasetNeedsNoSession`}. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-z]\\w*[A-Z]\\w*|[A-Z][a-z]+)(?:#(\\w+))?`");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]+)");

    private static final Pattern QUERIED = Pattern.compile("\\b(?:FROM|SELECT t FROM) ([A-Z][A-Za-z]+) ");

    @ParameterizedTest
    @ValueSource(strings = {"src/docs/THREATS.md", "src/docs/COMPARISON.md"})
    void everyClassAndTestThatIsNamedIsThere(String page) throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher name = NAMED.matcher(Files.readString(Path.of(page)));
        while (name.find()) {
            named++;
            String source = sources.get(name.group(1));
            if (source == null || name.group(2) != null && !source.contains(" " + name.group(2) + "(")) {
                missing.add(name.group());
            }
        }

        assertThat(missing).as(page).isEmpty();
        assertThat(named).as(page).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "CONTRIBUTING.md", "src/docs/THREATS.md", "src/docs/COMPARISON.md"})
    void everyFileThatIsLinkedToIsThere(String page) throws IOException {
        Path at = Path.of(page).toAbsolutePath();
        Matcher link = LINK.matcher(Files.readString(at));
        List<String> missing = new ArrayList<>();
        while (link.find()) {
            if (!Files.exists(at.resolveSibling(link.group(1)))) {
                missing.add(link.group(1));
            }
        }

        assertThat(missing).as(page).isEmpty();
    }

    @Test
    void noQueryToIcatSpeaksOfATableThatOurUserNeedNotRead() throws IOException {
        Set<String> queried = new TreeSet<>();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            Matcher table = QUERIED.matcher(source.getValue());
            while (source.getKey().matches("Icat[A-Z]\\w+|RegisteredDatasets") && table.find()) {
                queried.add("READ " + table.group(1));
            }
        }

        assertThat(queried).hasSizeGreaterThan(8).isSubsetOf(RightsInIcat.all());
    }

    /** The text of each class of the program and its tests, by name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
