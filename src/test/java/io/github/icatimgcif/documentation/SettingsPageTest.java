package io.github.icatimgcif.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/**
 * The page on settings says what the code reads, and no page names a setting that nobody reads. {@code -Dgolden.update=true}
 * writes its tables anew; then read the difference.
 */
final class SettingsPageTest {

    /** What spans tell, and no setting. */
    private static final Set<String> OF_SPANS = Set.of("imgcif.door", "imgcif.outcome", "imgcif.icat.outcome");

    /** What the example in CONTRIBUTING adds. */
    private static final String OF_THE_EXAMPLE = "imgcif.spool";

    private static final Path PAGE = Path.of("src/docs/CONFIGURATION.md");
    private static final String BEGIN = "<!-- from here on made by SettingsPageTest -->\n";

    /** A setting in a text; what is left out of it is a metric, a package or a file. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w./-])imgcif(\\.[a-z][a-z0-9-]*)+");

    private final CommentedProperties properties;
    private final SettingsTables tables;

    SettingsPageTest() throws IOException {
        properties = new CommentedProperties(Files.readString(Path.of("src/main/resources/application.properties")));
        tables = new SettingsTables(properties);
    }

    @Test
    void thePageSaysWhatTheCodeReads() throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(BEGIN) + BEGIN.length();
        assertThat(end).as("the line after which the tables stand").isGreaterThan(BEGIN.length());
        String made = page.substring(0, end) + tables.text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(made);
        assertThat(tables.settings()).hasSizeGreaterThan(90);
    }

    @Test
    void whatTheCodeAsksForByNameIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(tables.named())
                .contains("kafka.bootstrap.servers", "quarkus.http.port", "IMGCIF_SESSION")
                .filteredOn(name -> !name.matches("user\\.name|quarkus\\.application\\.version"))
                .allMatch(name -> page.contains("`" + name));
    }

    @Test
    void whatIsSetIsRead() {
        assertThat(properties.all().map(CommentedProperties.Line::name).filter(name -> name.startsWith("imgcif.")))
                .isNotEmpty()
                .allMatch(this::isRead);
    }

    @Test
    void noPageNamesASettingThatNobodyReads() {
        Set<String> wrong = new TreeSet<>();
        for (Document page : Document.all()) {
            NAME.matcher(page.text())
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !isRead(name) && !isBeginOfSettings(name))
                    .filter(name -> !OF_SPANS.contains(name) && !name.startsWith(OF_THE_EXAMPLE))
                    .forEach(name -> wrong.add(page.path() + ": " + name));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPageNamesASettingOfALibraryThatItDoesNotHave() throws IOException {
        Set<Pattern> known = ofQuarkus();
        Set<String> wrong = new TreeSet<>();
        for (Document page : Document.all()) {
            Pattern.compile("(?<![\\w./-])quarkus(\\.[a-z][a-z0-9-]*(\\.\"[^\"]+\")?)+")
                    .matcher(page.text())
                    .results()
                    .map(found -> found.group())
                    .filter(name ->
                            known.stream().noneMatch(it -> it.matcher(name).matches()))
                    .filter(name ->
                            properties.set().noneMatch(line -> line.name().startsWith(name + ".")))
                    .forEach(name -> wrong.add(page.path() + ": " + name));
            Pattern.compile("(?<![\\w./-])kafka(\\.[a-z][a-z0-9]*)+")
                    .matcher(page.text())
                    .results()
                    .map(found -> found.group().substring("kafka.".length()))
                    .filter(name -> !ConsumerConfig.configNames().contains(name)
                            && !ProducerConfig.configNames().contains(name)
                            && !CommonClientConfigs.SECURITY_PROTOCOL_CONFIG.equals(name))
                    .forEach(name -> wrong.add(page.path() + ": kafka." + name));
        }
        assertThat(known).hasSizeGreaterThan(500);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDefaultThatIsSaidTwiceIsTheSame() {
        for (SettingPath setting : tables.settings()) {
            Optional<String> inFile = properties.value(setting.name());
            Optional<String> inCode = MappedSettings.defaultOf(setting);
            if (inFile.isPresent() && inCode.isPresent()) {
                assertThat(inFile).as(setting.name()).isEqualTo(inCode);
            }
        }
    }

    @Test
    void everyVariableOfTheEnvironmentOnThePageSetsItsSetting() throws ReflectiveOperationException {
        for (SettingPath setting : tables.settings()) {
            Sample sample = Sample.of(setting);
            String variable =
                    setting.environmentVariable().replace("{WHAT}", "TAPE").replace("{KEY}", "USERNAME");
            Map<String, String> environment = new HashMap<>(Map.of(variable, sample.text()));
            // What must be there where one of its neighbours is.
            environment.putIfAbsent("IMGCIF_ICAT_ANONYMOUS_PLUGIN", "anon");

            Object value = valueOf(setting, configured(environment));

            assertThat(value).as(variable).isEqualTo(sample.value());
        }
    }

    private static Object valueOf(SettingPath setting, SmallRyeConfig config) throws ReflectiveOperationException {
        Object value = config.getConfigMapping(setting.steps().get(0).getDeclaringClass());
        for (var step : setting.steps()) {
            step.setAccessible(true);
            value = step.invoke(value);
            if (value instanceof Optional<?> maybe) {
                value = maybe.orElseThrow(() -> new AssertionError(setting.name() + " is not set"));
            }
            if (value instanceof Map<?, ?> map) {
                value = map.entrySet().stream()
                        .filter(entry -> Set.of("TAPE", "username")
                                .contains(entry.getKey().toString()))
                        .findFirst()
                        .<Object>map(Map.Entry::getValue)
                        .orElseThrow(() -> new AssertionError(setting.name() + " is not set"));
            }
        }
        return value;
    }

    private SmallRyeConfig configured(Map<String, String> environment) {
        Map<String, String> defaults = properties
                .set()
                .filter(line -> line.name().startsWith("imgcif."))
                .collect(Collectors.toMap(CommentedProperties.Line::name, CommentedProperties.Line::value));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(defaults, "application.properties", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter());
        tables.settings().stream()
                .map(setting -> setting.steps().get(0).getDeclaringClass())
                .distinct()
                .forEach(builder::withMapping);
        return builder.build();
    }

    /** A value that no setting has by default, as text and as it is read. */
    private record Sample(String text, Object value) {

        static Sample of(SettingPath setting) {
            Class<?> type = (Class<?>) MappedSettings.valueType(setting.last().getGenericReturnType());
            if (type.isEnum()) {
                Object last = type.getEnumConstants()[type.getEnumConstants().length - 1];
                return new Sample(last.toString().toLowerCase(Locale.ROOT).replace('_', '-'), last);
            }
            return switch (type.getSimpleName()) {
                case "int" -> new Sample("7", 7);
                case "long" -> new Sample("7", 7L);
                case "boolean" -> {
                    boolean other =
                            !"true".equals(MappedSettings.defaultOf(setting).orElse(""));
                    yield new Sample(Boolean.toString(other), other);
                }
                case "Duration" -> new Sample("77s", Duration.ofSeconds(77));
                case "MemorySize" -> new Sample("7", new MemorySizeConverter().convert("7"));
                case "List" -> new Sample("one,two", List.of("one", "two"));
                default -> new Sample("example", "example");
            };
        }
    }

    private boolean isRead(String name) {
        return tables.named().contains(name)
                || tables.settings().stream().anyMatch(setting -> Pattern.matches(pattern(setting.name()), name));
    }

    /** Several settings that begin alike may be named by what they share. */
    private boolean isBeginOfSettings(String name) {
        return tables.settings().stream().anyMatch(setting -> setting.name().startsWith(name + "."));
    }

    private static String pattern(String name) {
        return Stream.of(name.split("<\\w+>", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]+"));
    }

    /** What the libraries themselves tell of their settings, and those that stand in the properties of the service. */
    private Set<Pattern> ofQuarkus() throws IOException {
        List<String> names = new ArrayList<>(List.of("quarkus"));
        for (URL model : Collections.list(SettingsPageTest.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream text = model.openStream()) {
                collect(new ObjectMapper().readTree(text), names);
            }
        }
        properties.set().map(CommentedProperties.Line::name).forEach(names::add);
        return names.stream()
                .map(name -> Pattern.compile(
                        Stream.of(name.replaceAll("\"([a-z-]+)\"", "<$1>").split("<[^>]*>|\"\\*\"", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("(?:[^.]+|\"[^\"]+\")"))))
                .collect(Collectors.toSet());
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.path("property").isTextual()) {
            names.add(node.path("property").asText());
        }
        node.forEach(inner -> collect(inner, names));
    }
}
