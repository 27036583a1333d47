package io.github.icatimgcif.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of properties with what its comments say. */
final class CommentedProperties {

    private static final Pattern LINE = Pattern.compile("(#?)([%a-z][\\w.\"%-]*[\\w\"])=(.*)");

    private final List<Line> lines = new ArrayList<>();

    /**
     * One property.
     *
     * @param comment   what stands above it, as one line; empty if another property stands directly above
     * @param isExample whether it is itself a comment, that shows what could be set
     */
    record Line(String name, String value, String comment, boolean isExample) {}

    CommentedProperties(String text) {
        List<String> comment = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher property = LINE.matcher(line);
            if (property.matches()) {
                lines.add(new Line(
                        property.group(2),
                        property.group(3),
                        String.join(" ", comment),
                        !property.group(1).isEmpty()));
                comment.clear();
            } else if (line.startsWith("# ")) {
                comment.add(line.substring(2).strip());
            } else if (line.isBlank()) {
                comment.clear();
            } else {
                throw new IllegalArgumentException("neither a property nor a comment: " + line);
            }
        });
    }

    Stream<Line> all() {
        return lines.stream();
    }

    Stream<Line> set() {
        return lines.stream().filter(line -> !line.isExample());
    }

    Optional<String> value(String name) {
        return set().filter(line -> line.name().equals(name)).map(Line::value).findFirst();
    }
}
