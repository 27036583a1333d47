package io.github.icatimgcif.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML as plain maps and lists; a key that stands twice in a map is an error. */
public final class Yaml {

    private Yaml() {}

    /** Every document of a file that is a map. */
    public static List<Map<String, Object>> documents(Path file) throws IOException {
        return documents(Files.readString(file));
    }

    /** Every document of a text that is a map. */
    public static List<Map<String, Object>> documents(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                .loadAllFromString(text)
                .forEach(document -> documents.add(map(document)));
        return documents;
    }

    /** The only document of a file. */
    public static Map<String, Object> document(Path file) throws IOException {
        List<Map<String, Object>> documents = documents(file);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(file + " has " + documents.size() + " documents and not one");
        }
        return documents.get(0);
    }

    /** What is a map. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The maps of a list; none where there is no list. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> maps(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) of.getOrDefault(key, List.of());
    }

    /** The map under a key; an empty one where there is none. */
    public static Map<String, Object> map(Map<String, Object> of, String key) {
        return map(of.getOrDefault(key, Map.of()));
    }

    /** The texts of a list; none where there is no list. */
    @SuppressWarnings("unchecked")
    public static List<String> texts(Map<String, Object> of, String key) {
        return ((List<Object>) of.getOrDefault(key, List.of()))
                .stream().map(String::valueOf).toList();
    }
}
