package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The libraries of the package, the list of them that the build makes and the page for people are the same, and the licence of each
 * goes with ours. {@code mvn verify -Dtest=QuantityTest -Dit.test=DeliveredLibrariesIT -Dgolden.update=true} writes the page.
 */
final class DeliveredLibrariesIT {

    private static final Path PACKAGE = Path.of("target/quarkus-app");
    private static final Path BILL = Path.of("target/bom.json");
    private static final Path PAGE = Path.of("src/docs/LICENCES.md");

    /** Made by the build: our own classes. */
    private static final Set<String> OURS =
            Set.of("generated-bytecode.jar", "transformed-bytecode.jar", "quarkus-run.jar");

    /** Needed to start from a development environment; Quarkus leaves it out of the package. */
    private static final Set<String> NOT_DELIVERED = Set.of("io.quarkus.quarkus-ide-launcher");

    /** Those under which a library may go with a program under Apache-2.0; of several, one is enough, for they are offered as a choice. */
    private static final Set<String> FIT = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "Go License",
            "MIT",
            "MIT-0",
            "Public Domain");

    /** Names of licences that are not those of SPDX. */
    private static final Map<String, String> CALLED = Map.of(
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "GPL-2.0-with-classpath-exception");

    /** @param jar as it is called in the package */
    private record Library(String name, String version, String jar, List<String> licences) {}

    /** A jar that tells when it was made is another one each time; see SECURITY.md. */
    @Test
    void whatTheBuildMakesHasTheTimeOfTheReleaseAndNotItsOwn() throws IOException {
        List<Path> made = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            files.filter(file -> OURS.contains(String.valueOf(file.getFileName())) || isApplication(file))
                    .forEach(made::add);
        }
        assertThat(made).hasSize(OURS.size() + 1);

        Set<LocalDateTime> times = new HashSet<>();
        for (Path jar : made) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream().map(ZipEntry::getTimeLocal).forEach(times::add);
            }
        }
        assertThat(times)
                .containsExactly(
                        LocalDateTime.ofInstant(Instant.parse(System.getProperty("release.time")), ZoneOffset.UTC));
    }

    private static boolean isApplication(Path file) {
        return String.valueOf(file.getFileName()).startsWith("icat-imgcif-");
    }

    @Test
    void everyDeliveredJarIsInTheListOfTheBuildAndNothingElse() throws IOException {
        Set<String> delivered = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jar"))
                    .filter(name -> !OURS.contains(name) && !name.startsWith("icat-imgcif-"))
                    .forEach(delivered::add);
        }

        Set<String> listed = new TreeSet<>();
        libraries().forEach(library -> listed.add(library.jar()));
        assertThat(listed).hasSizeGreaterThan(100).isEqualTo(delivered);
    }

    @Test
    void theLicenceOfEachGoesWithOurs() throws IOException {
        assertThat(libraries())
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.name())
                        .isNotEmpty()
                        .anyMatch(FIT::contains));
    }

    @Test
    void thePageHasThemAll() throws IOException {
        String page = page(libraries());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    /** A second one would write its lines past the filter that takes sessions out. */
    @Test
    void noLogSystemIsDeliveredButTheOne() throws IOException {
        assertThat(libraries())
                .extracting(Library::name)
                .contains("org.jboss.logmanager.jboss-logmanager")
                .doesNotContain(
                        "org.apache.logging.log4j.log4j-core",
                        "ch.qos.logback.logback-classic",
                        "org.slf4j.slf4j-simple",
                        "commons-logging.commons-logging");
    }

    private static List<Library> libraries() throws IOException {
        Map<String, Library> libraries = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(BILL.toFile()).path("components")) {
            String name = component.path("group").asText() + "."
                    + component.path("name").asText();
            String version = component.path("version").asText();
            String classifier = classifier(component.path("purl").asText());
            if (!NOT_DELIVERED.contains(name)) {
                String jar = name + "-" + version + classifier + ".jar";
                libraries.put(jar, new Library(name + classifier, version, jar, licences(component)));
            }
        }
        return List.copyOf(libraries.values());
    }

    /** {@code -linux-x86_64} of {@code pkg:maven/...?classifier=linux-x86_64&type=jar}. */
    private static String classifier(String address) {
        return Stream.of(address.substring(address.indexOf('?') + 1).split("&"))
                .filter(part -> part.startsWith("classifier="))
                .map(part -> "-" + part.substring("classifier=".length()))
                .findFirst()
                .orElse("");
    }

    private static List<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            String called = Stream.of(licence.path("id"), licence.path("name"), each.path("expression"))
                    .map(JsonNode::asText)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("none");
            licences.add(CALLED.getOrDefault(called, called));
        }
        return new ArrayList<>(licences);
    }

    private static String page(List<Library> libraries) {
        Map<String, List<Library>> byLicence = libraries.stream()
                .collect(Collectors.groupingBy(
                        library -> String.join(" or ", library.licences()), TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder("""
                # Licences of what is delivered

                icat-imgcif is under the Apache License 2.0. These libraries are delivered with it, in `target/quarkus-app/lib`, by their
                licences; where there are several, the library is offered under each of them. The page is made from `target/bom.json`
                (CycloneDX), and DeliveredLibrariesIT fails where it says anything else than what the package holds, or where a licence
                does not go with ours. After a change of libraries it is made anew, and what changed is read before it is committed:

                ```
                mvn verify -Dtest=QuantityTest -Dit.test=DeliveredLibrariesIT -Dgolden.update=true
                ```

                """);
        byLicence.forEach((licence, under) -> {
            page.append("## ").append(licence).append("\n\n| library | version |\n|---|---|\n");
            under.forEach(library -> page.append("| ")
                    .append(library.name())
                    .append(" | ")
                    .append(library.version())
                    .append(" |\n"));
            page.append('\n');
        });
        return page.toString().stripTrailing() + "\n";
    }
}
