package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.documentation.Document;
import io.github.icatimgcif.documentation.ShellLine;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What the documents show can be done: every block is of a kind that is known here and is read as what it is; commands have the
 * options that are shown, and those behind {@code <!-- run -->} are run and say what is shown.
 */
final class DocumentedCommandsTest {

    /** Programs of others, of which only the paths are looked at that lead into the project. */
    private static final Set<String> OF_OTHERS = Set.of(
            "apt-get",
            "cd",
            "chmod",
            "cp",
            "createdb",
            "createuser",
            "curl",
            "diff",
            "docker",
            "echo",
            "export",
            "git",
            "install",
            "kafka-consumer-groups.sh",
            "kafka-topics.sh",
            "kubectl",
            "kustomize",
            "mkdir",
            "openssl",
            "pg_basebackup",
            "pg_dump",
            "pg_restore",
            "podman",
            "promtool",
            "psql",
            "python3",
            "rm",
            "sha256sum",
            "systemctl",
            "unzip");

    private final Path folder;

    DocumentedCommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyBlockIsOfAKnownKindAndCanBeRead() {
        List<String> wrong = new ArrayList<>();
        for (Document.Block block : blocks()) {
            try {
                read(block);
            } catch (Exception e) { // whatever a parser says
                wrong.add(block + ": " + e.getMessage());
            }
        }

        assertThat(blocks()).hasSizeGreaterThan(25);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCommandIsOneAndHasTheOptionsThatAreShown() {
        List<String> wrong = new ArrayList<>();
        for (Document.Block block : commandBlocks()) {
            for (ShellLine line : ShellLine.of(block)) {
                faultOf(line).ifPresent(fault -> wrong.add(block + ": " + fault));
            }
        }
        for (Document page : Document.all()) {
            page.inlineCode().stream()
                    .filter(code -> code.matches("(bin/imgcif|mvn) .*") && !code.matches(".*(\\.\\.\\.|\\|).*"))
                    .map(code -> new ShellLine(ShellLine.split(code), List.of()))
                    .forEach(line -> faultOf(line).ifPresent(fault -> wrong.add(page.path() + ": " + fault)));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        Set<String> classes = sources()
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = Document.all().stream()
                .flatMap(page -> page.inlineCode().stream())
                .filter(code -> code.matches("[A-Z][A-Za-z]*[a-z](Test|IT|Run|Contract)"))
                .toList();

        assertThat(named).isNotEmpty().allMatch(classes::contains);
    }

    @Test
    void whatIsMarkedIsRunAndSaysWhatIsShown() throws IOException {
        int run = 0;
        for (Document.Block block : commandBlocks()) {
            if (block.mark().startsWith("run")) {
                for (ShellLine line : ShellLine.of(block)) {
                    run++;
                    int exit = Integer.parseInt("0" + block.mark().replaceAll("\\D", ""));
                    assertRuns(block, line, exit);
                }
            }
        }
        assertThat(run).isGreaterThan(6);
    }

    private void assertRuns(Document.Block block, ShellLine line, int exit) throws IOException {
        Path here = withFilesOf(block.page(), folder.resolve(block.page().getFileName() + "-" + block.line()));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        int code = ImgCifCommand.run(
                Commands.with(new LocalStages()),
                "icat-imgcif 0.1.0",
                InputStream.nullInputStream(),
                output,
                new PrintWriter(messages, true),
                false,
                writingInto(here, line.arguments()));
        String said = output.toString(StandardCharsets.UTF_8);

        assertThat(code).as("%s: %s", block, messages).isEqualTo(exit);
        assertThat(missing(line.output(), (said + "\n" + messages).lines().toList()))
                .as("%s: what is shown and not said by %s", block, said + messages)
                .isEmpty();
    }

    /** The folder, with the files that the page has as blocks. */
    private static Path withFilesOf(Path page, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Document.Block block : Document.of(page).blocks()) {
            Matcher name = Pattern.compile("# (config/\\S+)\n").matcher(block.text());
            if (block.language().equals("yaml") && name.lookingAt()) {
                Path file = folder.resolve(name.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            }
        }
        return folder;
    }

    /** The arguments, with this folder for what is written and for what the page has files of. */
    private static String[] writingInto(Path folder, List<String> arguments) {
        List<String> here = new ArrayList<>(arguments);
        for (int i = 1; i < here.size(); i++) {
            if (Set.of("-o", "--to", "--config").contains(here.get(i - 1))) {
                here.set(i, folder.resolve(here.get(i)).toString());
            }
        }
        return here.toArray(String[]::new);
    }

    /** The lines that are shown and do not come one after the other among those that are said. */
    private static List<String> missing(List<String> shown, List<String> said) {
        List<String> missing = new ArrayList<>();
        for (String line : shown) {
            String end = line.startsWith(ShellLine.LEFT_OUT + "/") ? line.substring(ShellLine.LEFT_OUT.length()) : line;
            boolean isWhole = end.equals(line);
            if (!line.equals(ShellLine.LEFT_OUT)
                    && said.stream().noneMatch(it -> isWhole ? it.equals(end) : it.endsWith(end))) {
                missing.add(line);
            }
        }
        return missing;
    }

    private static Optional<String> faultOf(ShellLine line) {
        return switch (line.command()) {
            case "bin/imgcif" -> faultOfArguments(line.arguments());
            case "mvn" -> faultOfMaven(line.arguments());
            case "java" ->
                line.arguments().contains("target/quarkus-app/quarkus-run.jar")
                        ? faultOfArguments(line.arguments()
                                .subList(
                                        line.arguments().indexOf("target/quarkus-app/quarkus-run.jar") + 1,
                                        line.arguments().size()))
                        : Optional.of("another program: " + line.words());
            default ->
                OF_OTHERS.contains(line.command()) || line.command().startsWith("src/")
                        ? faultOfPaths(line.words())
                        : Optional.of("a program that nobody named here: " + line.words());
        };
    }

    private static Optional<String> faultOfArguments(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        List<String> given = arguments.get(0).equals("--prepare")
                ? Stream.concat(Stream.of("convert"), arguments.stream().skip(1))
                        .toList()
                : arguments;
        CommandLine program = ImgCifCommand.program(
                Commands.with(new LocalStages()),
                "0",
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false);
        try {
            return program.parseArgs(given.toArray(String[]::new)).hasSubcommand()
                    ? Optional.empty()
                    : Optional.of("no command in " + arguments);
        } catch (ParameterException e) {
            return Optional.of(arguments + ": " + e.getMessage());
        }
    }

    /** Goals are those of Maven; tests that are named are there, and what they are told is asked for. */
    private static Optional<String> faultOfMaven(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.matches("-D(it\\.)?test=\\w.*")) {
                for (String name :
                        argument.replaceFirst(".*=", "").replaceAll("#.*", "").split(",", -1)) {
                    if (sources()
                            .noneMatch(path -> path.getFileName().toString().equals(name + ".java"))) {
                        return Optional.of("no test is called " + name);
                    }
                }
            } else if (argument.matches("-D(drill|benchmark|golden|screenshots|fuzz)\\b.*")) {
                String property = argument.substring(2).replaceFirst("=.*", "");
                if (sources().noneMatch(path -> text(path).contains("\"" + property))) {
                    return Optional.of("nobody asks for " + property);
                }
            } else if (!argument.matches("-[BoqPDX].*|-ntp|[a-zA-Z:-]+|-Xmx\\w+")) {
                return Optional.of("no argument of Maven: " + argument);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfPaths(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.matches("(\\./)?(src|k8s|config|bin)/.*|docker-compose\\.yml"))
                .filter(argument -> !Files.exists(Path.of(argument)))
                .findFirst()
                .map(path -> "there is no " + path);
    }

    private static void read(Document.Block block) throws Exception {
        switch (block.language()) {
            case "json" -> new ObjectMapper().readTree(block.text());
            case "yaml" ->
                new Load(LoadSettings.builder().build())
                        .loadAllFromString(block.text())
                        .forEach(document ->
                                assertThat(document).as(block.toString()).isNotNull());
            case "properties" -> {
                Properties properties = new Properties();
                properties.load(new StringReader(block.text()));
                assertThat(properties.values())
                        .as(block.toString())
                        .isNotEmpty()
                        .doesNotContain("");
            }
            case "xml" ->
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)));
            case "", "sh" ->
                assertThat(ShellLine.of(block)).as(block.toString()).isNotEmpty();
            // What is printed; pages of portals; questions to the database; what ContributingTest follows.
            case "text", "html", "js", "jsx", "sql", "console", "java", "python", "diff" ->
                assertThat(block.text()).as(block.toString()).isNotBlank();
            default -> throw new IllegalArgumentException("a block of an unknown kind: " + block.language());
        }
    }

    private static List<Document.Block> blocks() {
        return Document.all().stream().flatMap(page -> page.blocks().stream()).toList();
    }

    private static List<Document.Block> commandBlocks() {
        return blocks().stream()
                .filter(block -> Set.of("", "sh").contains(block.language()))
                .toList();
    }

    private static Stream<Path> sources() {
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            return all.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return Document.of(file).text();
    }
}
