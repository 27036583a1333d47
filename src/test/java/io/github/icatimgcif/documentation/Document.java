package io.github.icatimgcif.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documents.
 *
 * @param path below the folder of the project
 * @param text as it is written
 */
public record Document(Path path, String text) {

    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\\s*$");
    private static final Pattern MARK = Pattern.compile("^<!-- (\\S.*) -->$");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(([^)\\s]+)\\)");

    /**
     * What stands between two fences.
     *
     * @param language as the first fence says, or nothing
     * @param mark     the comment in the line above, that no reader sees, or nothing
     * @param text     the lines between
     * @param line     the line of the first fence, from 1
     */
    public record Block(Path page, String language, String mark, String text, int line) {

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    /** All pages: those in the folder of the project, and those below {@code config} and {@code src/docs}. */
    public static List<Document> all() {
        try (Stream<Path> here = Files.list(Path.of(""));
                Stream<Path> config = Files.walk(Path.of("config"));
                Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            return Stream.of(here, config, docs)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a path. */
    public static Document of(Path path) {
        try {
            return new Document(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between fences. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i).strip());
            if (fence.matches() && begin < 0) {
                begin = i;
            } else if (fence.matches()) {
                blocks.add(block(lines, begin, i));
                begin = -1;
            }
        }
        if (begin >= 0) {
            throw new IllegalStateException(path + ":" + (begin + 1) + ": a block without an end");
        }
        return blocks;
    }

    private Block block(List<String> lines, int begin, int end) {
        Matcher fence = FENCE.matcher(lines.get(begin).strip());
        Matcher mark = MARK.matcher(begin > 0 ? lines.get(begin - 1) : "");
        return new Block(
                path,
                fence.matches() ? fence.group(1) : "",
                mark.matches() ? mark.group(1) : "",
                String.join("\n", lines.subList(begin + 1, end)) + "\n",
                begin + 1);
    }

    /** What stands between backquotes in a line. */
    public List<String> inlineCode() {
        return Pattern.compile("`([^`\n]+)`")
                .matcher(prose())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The page without its blocks. */
    String prose() {
        return text.replaceAll("(?ms)^ *```.*?^ *```\\s*?$", "");
    }

    /** Where links lead, as they are written. */
    List<String> links() {
        return LINK.matcher(prose().replaceAll("`[^`\n]*`", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The anchors of the headings, as they are made where the pages are read: lower case, no punctuation, dashes for blanks. */
    Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> times = new HashMap<>();
        prose().lines().filter(line -> line.matches("#{1,6} .*")).forEach(line -> {
            String anchor = line.replaceFirst("#+ ", "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w\\- ]", "")
                    .replace(' ', '-');
            int before = times.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }
}
