package io.github.icatimgcif.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instructions of a Dockerfile, as far as the one of this project uses them. */
public final class Dockerfile {

    private final List<String> instructions = new ArrayList<>();

    private Dockerfile() {}

    /** Reads the one of this project. */
    public static Dockerfile read() throws IOException {
        Dockerfile file = new Dockerfile();
        StringBuilder instruction = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("src/main/docker/Dockerfile"))) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            boolean goesOn = line.endsWith("\\");
            instruction.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                file.instructions.add(instruction.toString().strip());
                instruction.setLength(0);
            }
        }
        return file;
    }

    /**
     * What is copied.
     *
     * @param from paths in the project; of a folder its content
     * @param to   a path in the image; ends with / if it is a folder
     */
    public record Copy(List<String> from, String to) {
        /** Copies the list. */
        public Copy {
            from = List.copyOf(from);
        }
    }

    /** What is copied, in its order. */
    public List<Copy> copies() {
        return all("COPY").stream()
                .map(arguments -> Arrays.stream(arguments.split(" +"))
                        .filter(word -> !word.startsWith("--"))
                        .toList())
                .map(words -> new Copy(words.subList(0, words.size() - 1), words.get(words.size() - 1)))
                .toList();
    }

    /** The environment of its processes. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        all("ENV")
                .forEach(arguments -> Arrays.stream(arguments.split(" +")).forEach(pair -> {
                    String[] parts = pair.split("=", 2);
                    environment.put(parts[0], parts[1]);
                }));
        return environment;
    }

    /** The program that it runs, with its arguments. */
    public List<String> entryPoint() {
        return words(only("ENTRYPOINT"));
    }

    /** The command that says whether it is healthy. */
    public List<String> healthCheck() {
        String arguments = only("HEALTHCHECK");
        return words(arguments.substring(arguments.indexOf("CMD ") + 4));
    }

    /** What the only instruction of a kind says. */
    public String only(String kind) {
        List<String> all = all(kind);
        if (all.size() != 1) {
            throw new IllegalArgumentException("the Dockerfile has " + all.size() + " times " + kind + " and not once");
        }
        return all.get(0);
    }

    /** What all instructions of a kind say. */
    public List<String> all(String kind) {
        return instructions.stream()
                .filter(instruction -> instruction.startsWith(kind + " "))
                .map(instruction -> instruction.substring(kind.length() + 1).strip())
                .toList();
    }

    private static List<String> words(String json) {
        try {
            return Arrays.asList(new ObjectMapper().readValue(json, String[].class));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a list of words in JSON: " + json, e);
        }
    }
}
