package io.github.icatimgcif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.KnowledgeCheck;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md tells to write can be written; {@code follow_contributing.py} carries it out with its commands. */
final class ContributingTest {

    private static final Path PAGE = Path.of("CONTRIBUTING.md");

    private static final Pattern FILE =
            Pattern.compile("(?ms)`([\\w./-]+/[\\w.-]+)`:\\n\\n```\\w+\\n(.*?)^```$", Pattern.MULTILINE);

    private static final Pattern CHANGE = Pattern.compile("(?ms)^```diff\\n(.*?)^```$");

    private static final Pattern TESTS = Pattern.compile("-Dtest=(\\S+)");

    @Test
    void theFilesThatItAddsAreNotThere() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, text) -> assertThat(Path.of(name)).doesNotExist());
    }

    @Test
    void itsJavaCompiles(@TempDir Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> file : files().entrySet()) {
            if (file.getKey().endsWith(".java")) {
                sources.add(written(folder, file.getKey().replaceFirst("src/(main|test)/java/", ""), file.getValue()));
            }
        }
        assertThat(sources).hasSizeGreaterThan(8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();

        boolean compiles;
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            compiles = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }

        assertThat(compiles).as(said.toString()).isTrue();
    }

    @Test
    void itsChangesFitTheFilesThatTheyChange(@TempDir Path folder) throws IOException, InterruptedException {
        String git = Tool.named("git");
        assumeTrue(Files.exists(Path.of(".git")), "SKIPPED: these sources are no clone");
        Matcher change = CHANGE.matcher(Files.readString(PAGE));
        int changes = 0;
        while (change.find()) {
            Path patch = written(folder, "change.diff", change.group(1));
            Tool.Ended applied =
                    Tool.run(Path.of("").toAbsolutePath(), List.of(git, "apply", "--check", patch.toString()));
            assertThat(applied.exit()).as(applied.output() + change.group(1)).isZero();
            changes++;
        }
        assertThat(changes).isPositive();
    }

    @Test
    void itsBeamlineCanBeUsed(@TempDir Path folder) throws IOException {
        String beamline = "config/beamlines/example/bl1.yaml";
        written(folder, beamline, Objects.requireNonNull(files().get(beamline), "the page has no " + beamline));

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder.resolve("config"))).mistakes())
                .isEmpty();
    }

    @Test
    void theTestsThatItRunsAreThere() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        files().keySet().forEach(name -> known.add(className(Path.of(name))));
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            tests.forEach(test -> known.add(className(test)));
        }
        TreeSet<String> named = new TreeSet<>();
        Matcher tests = TESTS.matcher(Files.readString(PAGE));
        while (tests.find()) {
            named.addAll(Stream.of(tests.group(1).split(","))
                    .filter(test -> test.matches("\\w+"))
                    .collect(Collectors.toSet()));
        }

        named.remove("OneTest");
        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(known);
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Matcher block = FILE.matcher(Files.readString(PAGE));
        while (block.find()) {
            assertThat(files.put(block.group(1), block.group(2)))
                    .as(block.group(1) + " twice")
                    .isNull();
        }
        return files;
    }

    private static Path written(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }
}
