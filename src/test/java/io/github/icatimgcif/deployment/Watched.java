package io.github.icatimgcif.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the alerts and the dashboards look at. */
public final class Watched {

    /** The rules that facilities use. */
    public static final Path RULES = Path.of("monitoring/alerts.yml");

    private static final Path DASHBOARDS = Path.of("monitoring/grafana/dashboards");

    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "offset", "bool", "group_left", "inf", "nan");

    private Watched() {}

    /** The alerts, as they stand in the rules. */
    public static List<Map<String, Object>> alerts() throws IOException {
        return Yaml.maps(Yaml.document(RULES), "groups").stream()
                .flatMap(group -> Yaml.maps(group, "rules").stream())
                .toList();
    }

    /** The files of the dashboards. */
    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** What the panels of a dashboard ask, with the variables of Grafana replaced by what they stand for. */
    static List<String> questions(Path dashboard) throws IOException {
        List<String> questions = new ArrayList<>();
        for (JsonNode expression : new ObjectMapper()
                .readTree(Files.readString(dashboard))
                .path("panels")
                .findValues("expr")) {
            questions.add(expression.asText().replace("$__rate_interval", "5m").replace("$instance", ".*"));
        }
        return questions;
    }

    /** The names of all metrics that an alert or a dashboard looks at. */
    public static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Map<String, Object> alert : alerts()) {
            names.addAll(metrics(String.valueOf(alert.get("expr"))));
        }
        for (Path dashboard : dashboards()) {
            for (String question : questions(dashboard)) {
                names.addAll(metrics(question));
            }
        }
        return names;
    }

    /** The names of the metrics of an expression of PromQL. */
    static Set<String> metrics(String expression) {
        String bare =
                LABELS.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(bare);
        while (matcher.find()) {
            boolean isOfANumber = matcher.start() > 0 && Character.isDigit(bare.charAt(matcher.start() - 1));
            if (!isOfANumber && !WORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }
}
