package io.github.icatimgcif.documentation;

import io.github.icatimgcif.conversion.WaitsFor;
import io.smallrye.config.ConfigMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the page on settings that is made from the code: what it reads, and what is set of libraries. */
final class SettingsTables {

    private final SourceComments comments = new SourceComments();
    private final CommentedProperties properties;

    SettingsTables(CommentedProperties properties) {
        this.properties = properties;
    }

    /** Every setting that is mapped. */
    List<SettingPath> settings() {
        return mappings()
                .flatMap(mapping -> MappedSettings.of(mapping, comments).stream())
                .toList();
    }

    /** Names that the code asks for one by one. */
    Set<String> named() {
        return comments.named();
    }

    String text() {
        StringBuilder page = new StringBuilder();
        Map<String, List<SettingPath>> sections = settings().stream()
                .collect(Collectors.groupingBy(SettingPath::section, LinkedHashMap::new, Collectors.toList()));
        sections.forEach((section, settings) -> {
            page.append("\n### `").append(section).append("`\n\n");
            introduction(settings.get(0)).ifPresent(text -> page.append(text).append("\n\n"));
            page.append("| setting | value | default | says |\n|---|---|---|---|\n");
            settings.forEach(setting -> page.append(row(setting)));
        });
        page.append("\n## What is set of libraries\n");
        libraries().forEach((title, lines) -> {
            page.append("\n### ").append(title).append("\n\n| setting | set to | why |\n|---|---|---|\n");
            lines.forEach(line -> page.append("| `" + line.name() + "` | `"
                    + line.value().replace("|", "\\|") + "` | " + cell(line.comment()) + " |\n"));
        });
        return page.toString();
    }

    private Stream<Class<?>> mappings() {
        return comments.mappings().stream()
                .<Class<?>>map(SettingsTables::loaded)
                .sorted(Comparator.comparing(
                        type -> type.getAnnotation(ConfigMapping.class).prefix()));
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, SettingsTables.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the method says that leads to these settings, or the interface that holds them all. */
    private Optional<String> introduction(SettingPath first) {
        int before = first.steps().size() - 2;
        Class<?> group = first.last().getDeclaringClass();
        String text = before < 0
                ? comments.comment(group)
                : comments.comment(
                        first.steps().get(before).getDeclaringClass(),
                        first.steps().get(before).getName());
        return Optional.of(text).filter(said -> !said.isEmpty());
    }

    private String row(SettingPath setting) {
        Set<String> said = new LinkedHashSet<>();
        said.add(comments.comment(
                setting.last().getDeclaringClass(), setting.last().getName()));
        said.addAll(lines(setting).map(CommentedProperties.Line::comment).toList());
        lines(setting)
                .filter(CommentedProperties.Line::isExample)
                .forEach(line -> said.add("For example `" + line.value() + "`."));
        if (setting.name().contains("<what>")) {
            said.add("`<what>` is one of " + MappedSettings.words(WaitsFor.class) + ".");
        }
        said.remove("");
        return "| `" + setting.name() + "`<br>`" + setting.environmentVariable() + "` | " + MappedSettings.kind(setting)
                + " | " + defaultOf(setting) + " | " + cell(String.join(" ", said)) + " |\n";
    }

    private String defaultOf(SettingPath setting) {
        List<String> values = new ArrayList<>();
        if (setting.name().contains("<")) {
            lines(setting)
                    .filter(line -> !line.isExample())
                    .forEach(line ->
                            values.add("`" + line.value() + "` (" + line.name().split("\\.", -1)[3] + ")"));
        } else {
            properties
                    .value(setting.name())
                    .or(() -> MappedSettings.defaultOf(setting))
                    .ifPresent(value -> values.add("`" + value + "`"));
        }
        return values.isEmpty() ? "none" : String.join(", ", values);
    }

    private Stream<CommentedProperties.Line> lines(SettingPath setting) {
        Pattern name = Pattern.compile(Stream.of(setting.name().split("<\\w+>", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^.]+")));
        return properties.all().filter(line -> name.matcher(line.name()).matches());
    }

    private Map<String, List<CommentedProperties.Line>> libraries() {
        return properties
                .set()
                .filter(line -> !line.name().startsWith("imgcif."))
                .collect(Collectors.groupingBy(SettingsTables::library, LinkedHashMap::new, Collectors.toList()));
    }

    private static String library(CommentedProperties.Line line) {
        String[] parts = line.name().split("\\.", -1);
        if (parts[0].equals("mp")) {
            return "Kafka, channel `" + parts[3] + "`";
        }
        return parts[1].matches("log|http|datasource") ? "`quarkus." + parts[1] + "`" : "Others of Quarkus";
    }

    private static String cell(String text) {
        String[] parts = text.replace("|", "\\|").split("`", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("([<*])", "\\\\$1");
        }
        return String.join("`", parts);
    }
}
