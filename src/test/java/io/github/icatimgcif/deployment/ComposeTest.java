package io.github.icatimgcif.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files for a container and for Docker Compose, as far as they can be held against the tree without an engine. */
final class ComposeTest {

    @Test
    void eachImageIsPinnedByItsVersion() throws Exception {
        assertThat(Compose.services())
                .allSatisfy((name, service) -> assertThat(
                                String.valueOf(Yaml.map(service).get("image")))
                        .matches("[a-z/-]+:v?[0-9]+\\.[0-9]+(\\.[0-9]+)?"));
        assertThat(Dockerfile.read().only("FROM")).matches("eclipse-temurin:[0-9]+(\\.[0-9]+)*_[0-9]+-jre-noble");
    }

    @Test
    void theImageIsNamedByTheVersionOfTheService() throws Exception {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(instances())
                .allSatisfy(instance -> assertThat(instance).containsEntry("image", "icat-imgcif:" + version.group(1)));
    }

    @Test
    void eachVariableIsToldInTheExampleAndNoOtherIs() throws Exception {
        Matcher told = Pattern.compile("(?m)^#([A-Z0-9_]+)=").matcher(Files.readString(Path.of(".env.example")));
        Set<String> names = new TreeSet<>();
        while (told.find()) {
            names.add(told.group(1));
        }

        assertThat(names).isEqualTo(Compose.variables());
    }

    @Test
    void passwordsAreFilesThatAreNotPartOfTheTree() throws Exception {
        Map<String, Object> secrets = Yaml.map(Yaml.document(Compose.FILE), "secrets");
        assertThat(secrets.values())
                .hasSize(3)
                .allSatisfy(secret ->
                        assertThat(String.valueOf(Yaml.map(secret).get("file"))).startsWith("./secrets/"));
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/secrets/", "/.env");
        for (Object service : Compose.services().values()) {
            assertThat(secrets.keySet()).containsAll(Yaml.texts(Yaml.map(service), "secrets"));
            assertThat(Yaml.map(Yaml.map(service), "environment").keySet())
                    .noneMatch(name -> name.matches(".*PASSWORD(?!_FILE|__FILE).*|.*SECRET.*"));
        }
    }

    @Test
    void whatIsMountedFromTheTreeIsThere() throws Exception {
        for (Object service : Compose.services().values()) {
            assertThat(Yaml.texts(Yaml.map(service), "volumes").stream()
                            .filter(volume -> volume.startsWith("./"))
                            .map(volume -> Path.of(volume.split(":", 2)[0])))
                    .allMatch(Files::exists);
        }
    }

    @Test
    void prometheusAcceptsItsFileAndAsksEachInstance() throws Exception {
        Path file = Path.of("monitoring/prometheus.yml");
        Map<String, Object> job =
                Yaml.maps(Yaml.document(file), "scrape_configs").get(0);

        assertThat(Yaml.texts(Yaml.maps(job, "static_configs").get(0), "targets"))
                .containsExactlyInAnyOrderElementsOf(Compose.services().keySet().stream()
                        .filter(name -> name.startsWith("imgcif-"))
                        .map(name -> name + ":8080")
                        .toList());
        Tool.Ended ended =
                Tool.run(Path.of("monitoring"), List.of(Tool.named("promtool"), "check", "config", "prometheus.yml"));
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    @Test
    void theContextOfTheImageHasWhatItCopiesAndNothingElse() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(".dockerignore"));
        Set<String> copied = new TreeSet<>();
        Dockerfile.read().copies().forEach(copy -> copied.addAll(copy.from()));

        assertThat(lines).contains("*");
        assertThat(lines.stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)))
                .allMatch(allowed -> copied.stream().anyMatch(path -> path.startsWith(allowed)));
        assertThat(copied)
                .allMatch(path -> lines.stream()
                        .filter(line -> line.startsWith("!"))
                        .anyMatch(line -> (path + "/").startsWith(line.substring(1) + "/")));
    }

    @Test
    void anInstanceEndsBeforeItIsKilled() throws Exception {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        Matcher wait =
                Pattern.compile("(?m)^imgcif\\.jobs\\.shutdown-wait=([0-9]+)s$").matcher(settings);
        assertThat(wait.find()).isTrue();

        assertThat(instances())
                .allSatisfy(instance -> assertThat(Integer.parseInt(String.valueOf(instance.get("stop_grace_period"))
                                .replace("s", "")))
                        .isGreaterThan(Integer.parseInt(wait.group(1)) + 15));
    }

    @Test
    void theMemoryHoldsTheHeapAndATemporaryFolderThatIsFull() throws Exception {
        for (Map<String, Object> instance : instances()) {
            long folder = megabytes("size=([0-9]+)m", String.valueOf(Yaml.texts(instance, "tmpfs")));
            String options = String.valueOf(Yaml.map(instance, "environment").get("JDK_JAVA_OPTIONS"));
            long heap = megabytes("-Xmx([0-9]+)m", options);
            long limit = 1024 * megabytes("([0-9]+)g", String.valueOf(instance.get("mem_limit")));

            assertThat(folder << 20).isGreaterThan(UnpackedAtOnce.bytes());
            assertThat(limit).isGreaterThanOrEqualTo(folder + 2 * heap);
        }
    }

    @Test
    void eachServiceComesBackAfterARestartOfTheMachineAndItsLogHasAnEnd() throws Exception {
        assertThat(Compose.services()).allSatisfy((name, service) -> {
            assertThat(Yaml.map(service)).containsEntry("restart", "unless-stopped");
            assertThat(Yaml.map(Yaml.map(Yaml.map(service), "logging"), "options"))
                    .containsKeys("max-size", "max-file");
        });
    }

    private static long megabytes(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static List<Map<String, Object>> instances() throws IOException {
        return Compose.services().entrySet().stream()
                .filter(service -> service.getKey().startsWith("imgcif-"))
                .map(service -> Yaml.map(service.getValue()))
                .toList();
    }
}
