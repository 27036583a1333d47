package io.github.icatimgcif.adapter.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A value in a YAML file that knows its line. Scalars are text exactly as written, so that {@code 1.10} stays 1.10 and
 * {@code no} stays no.
 */
final class YamlValue {

    /** A value may stand twice; a file of nothing but references to references is a mistake. */
    private static final int MOST_ALIASES = 20;

    private final String file;
    private final Node node;

    private YamlValue(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Reads a file that holds one mapping.
     *
     * @throws MistakeInConfiguration if it is no YAML
     */
    static YamlValue read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setSchema(new FailsafeSchema()) // all scalars stay text: nothing is tried against patterns
                .build();
        try {
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new MistakeInConfiguration(file, 1, "the file is empty"));
            return new YamlValue(file, root);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new MistakeInConfiguration(file, line, "no YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new MistakeInConfiguration(file, 1, "no YAML: " + broken.getMessage());
        }
    }

    /** What is wrong here. */
    MistakeInConfiguration mistake(String message) {
        return new MistakeInConfiguration(file, line(), message);
    }

    /** The line on which this begins, the first is 1. */
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The text as written. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw mistake("one value is wanted here, not a list or a mapping");
    }

    /** The text as written, which must not be empty. */
    String word() {
        if (text().isBlank()) {
            throw mistake("a text is wanted here, and there is none");
        }
        return text();
    }

    /** Whether {@code true} or {@code false} is written here. */
    boolean yes() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistake("true or false is wanted here, not '" + text() + "'");
        };
    }

    /** The value of a key that must be there. */
    YamlValue at(String key) {
        return find(key).orElseThrow(() -> mistake("the key '" + key + "' is missing"));
    }

    /** The value of a key that may be left out. */
    Optional<YamlValue> find(String key) {
        return Optional.ofNullable(mapping().get(key));
    }

    /** The text of a key that may be left out. */
    Optional<String> findText(String key) {
        return find(key).map(YamlValue::text);
    }

    /** The elements of a list under a key; empty if the key is left out. */
    List<YamlValue> list(String key) {
        return find(key).map(YamlValue::elements).orElse(List.of());
    }

    /** The texts of a list under a key; empty if the key is left out. */
    List<String> texts(String key) {
        return list(key).stream().map(YamlValue::text).toList();
    }

    /** The elements of this list. */
    List<YamlValue> elements() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new YamlValue(file, element))
                    .toList();
        }
        throw mistake("a list is wanted here");
    }

    /** Keys and values of this mapping, in order. */
    Map<String, YamlValue> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("a mapping of keys to values is wanted here");
        }
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue value = new YamlValue(file, tuple.getValueNode());
            String key = new YamlValue(file, tuple.getKeyNode()).text();
            if (values.put(key, value) != null) {
                throw new YamlValue(file, tuple.getKeyNode()).mistake("the key '" + key + "' is here twice");
            }
        }
        return values;
    }

    /**
     * Makes sure that there are no other keys: a misspelt key is never silently without effect.
     *
     * @throws MistakeInConfiguration if there is another one
     */
    void onlyKeys(String... allowed) {
        Set<String> known = Set.of(allowed);
        for (YamlValue key : keys()) {
            if (!known.contains(key.text())) {
                throw key.mistake("the key '" + key.text() + "' is not known here; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private List<YamlValue> keys() {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake("a mapping of keys to values is wanted here");
        }
        return mapping.getValue().stream()
                .map(tuple -> new YamlValue(file, tuple.getKeyNode()))
                .toList();
    }

    /** This text as something else; what {@code reader} throws as IllegalArgumentException is told with the line. */
    <T> T as(Function<String, T> reader) {
        try {
            return reader.apply(text());
        } catch (MistakeInConfiguration located) {
            throw located;
        } catch (IllegalArgumentException wrong) {
            throw mistake(String.valueOf(wrong.getMessage()));
        }
    }

    /** The number written here. */
    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException noNumber) {
            throw mistake("a number is wanted here, not '" + text() + "'");
        }
    }

    /** The numbers of this list. */
    List<BigDecimal> numbers() {
        List<BigDecimal> numbers = new ArrayList<>();
        elements().forEach(element -> numbers.add(element.number()));
        return numbers;
    }
}
