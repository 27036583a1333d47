package io.github.icatimgcif.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command of a block, as a shell would take it.
 *
 * @param words  the command and its arguments, without quotes
 * @param output what the block shows of its output
 */
public record ShellLine(List<String> words, List<String> output) {

    /** A line of dots stands for lines that are left out. */
    public static final String LEFT_OUT = "...";

    /** Copies. */
    public ShellLine {
        words = List.copyOf(words);
        output = List.copyOf(output);
    }

    /** The commands of a block. Where one begins with a dollar all do, and the other lines are output. */
    public static List<ShellLine> of(Document.Block block) {
        List<String> lines = Stream.of(block.text().replace("\\\n", " ").split("\n", -1))
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
        boolean dollars = lines.stream().anyMatch(line -> line.startsWith("$ "));
        List<ShellLine> found = new ArrayList<>();
        for (String line : lines) {
            if (!dollars || line.startsWith("$ ")) {
                found.add(new ShellLine(split(line.replaceFirst("^\\$ ", "")), List.of()));
            } else {
                ShellLine last = found.remove(found.size() - 1);
                found.add(new ShellLine(
                        last.words,
                        Stream.concat(last.output.stream(), Stream.of(line)).toList()));
            }
        }
        return found;
    }

    /** The words of a line; a comment at its end is left out. */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote != 0) {
                word.append(c);
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (c == '#' && !inWord) {
                break;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote without an end: " + line);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** The command itself. */
    public String command() {
        return words.get(0);
    }

    /** What is given to it. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }
}
