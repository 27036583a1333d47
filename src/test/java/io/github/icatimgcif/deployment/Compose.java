package io.github.icatimgcif.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file for Docker Compose. */
public final class Compose {

    /** Where it is. */
    public static final Path FILE = Path.of("docker-compose.yml");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):-([^}]*)}");

    private Compose() {}

    /** Its services, with each variable replaced by what it is where nobody sets it. */
    public static Map<String, Object> services() throws IOException {
        String text =
                VARIABLE.matcher(Files.readString(FILE)).replaceAll(match -> Matcher.quoteReplacement(match.group(2)));
        Map<String, Object> services = new LinkedHashMap<>();
        Yaml.map(Yaml.documents(text).get(0), "services")
                .forEach((name, service) -> services.put(name, merged(Yaml.map(service))));
        return services;
    }

    /** The names of its variables. */
    static Set<String> variables() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(Files.readString(FILE));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The merge key of YAML 1.1, which Compose keeps. */
    private static Map<String, Object> merged(Map<String, Object> map) {
        Map<String, Object> merged = new LinkedHashMap<>(Yaml.map(map, "<<"));
        map.forEach((key, value) -> merged.put(key, value instanceof Map<?, ?> ? merged(Yaml.map(value)) : value));
        merged.remove("<<");
        return merged;
    }
}
