package io.github.icatimgcif.conversion.write;

import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the imgCIF of a dataset goes, by a template of the facility. */
public final class Placement {

    private static final Set<String> KNOWN = Set.of("location", "processed", "name", "sample", "proposal");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    /** UTF-8 bytes that a name may take; a file name has 255, some of them for a temporary name. */
    private static final int LONGEST_NAME = 150;

    private final String template;
    private final Predicate<Path> isFile;

    /**
     * @param template with {@code {location}}, {@code {processed}}, {@code {name}}, {@code {sample}}, {@code {proposal}}
     * @param isFile   tells of a location whether it is a file and no folder
     * @throws IllegalArgumentException if the template has another placeholder
     */
    public Placement(String template, Predicate<Path> isFile) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            if (!KNOWN.contains(matcher.group(1))) {
                throw new IllegalArgumentException("the path of an imgCIF '" + template + "' has the placeholder "
                        + matcher.group() + "; known are "
                        + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        this.template = template;
        this.isFile = isFile;
    }

    /**
     * The path of the imgCIF of a dataset; empty if its location is no path.
     *
     * @param dataset the dataset as announced; no text of it can lead to another folder than the template means
     */
    public Optional<Path> of(StoredDataset dataset) {
        try {
            Path location = Path.of(dataset.location());
            Path parent = location.getParent();
            Path folder = location;
            String name = dataset.name();
            if (parent != null && isFile.test(location)) {
                folder = parent;
                name = name + "_" + stem(location);
            }
            StringBuilder expanded = new StringBuilder();
            Matcher matcher = PLACEHOLDER.matcher(template);
            while (matcher.find()) {
                matcher.appendReplacement(
                        expanded, Matcher.quoteReplacement(value(matcher.group(1), folder, name, dataset)));
            }
            matcher.appendTail(expanded);
            return Optional.of(Path.of(expanded.toString()).normalize()).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty(); // a NUL in the location
        }
    }

    private static String value(String placeholder, Path folder, String name, StoredDataset dataset) {
        return switch (placeholder) {
            case "location" -> folder.toString();
            case "processed" -> processed(folder).toString();
            case "name" -> fileName(name);
            case "sample" -> fileName(dataset.sample());
            default -> fileName(dataset.proposal());
        };
    }

    /** Several datasets may be files of one folder and have one name; the names of their files differ. */
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    /** The same path in the tree of processed data; the path itself where there is no such tree. */
    private static Path processed(Path folder) {
        Optional<Path> root = Optional.ofNullable(folder.getRoot());
        Path processed = root.orElse(Path.of(""));
        for (Path step : folder) {
            processed = processed.resolve(step.toString().equals("RAW_DATA") ? "PROCESSED_DATA" : step.toString());
        }
        return processed;
    }

    /** A text as one step of a path: no separator, no control character, no dot in front, not too long, not empty. */
    private static String fileName(String text) {
        String safe =
                text.strip().replaceAll("[/\\\\\\p{C}\\p{Zl}\\p{Zp}]", "_").replaceAll("^\\.+", "_");
        while (safe.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            safe = safe.substring(0, safe.offsetByCodePoints(safe.length(), -1));
        }
        return safe.isEmpty() ? "unnamed" : safe;
    }
}
