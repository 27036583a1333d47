package io.github.icatimgcif.judge.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of the table {@code broken.txt}: an edit of {@code good.cif}, what we find in the edited file, and in what cif_validate
 * differs.
 *
 * @param name        what is edited
 * @param text        the edited file
 * @param findings    each as line, rule and item
 * @param differences each as {@code ours} or {@code theirs}, rule and item, a colon and the reason
 */
record BrokenFile(String name, String text, List<String> findings, List<String> differences) {

    static final Path FOLDER = Path.of("src/test/resources/dictionary");

    @Override
    public String toString() {
        return name;
    }

    /** The table, in its order. */
    static List<BrokenFile> all() throws IOException {
        List<String> good = Files.readAllLines(FOLDER.resolve("good.cif"));
        List<BrokenFile> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("broken.txt"))) {
            if (line.startsWith("@") && !lines.isEmpty()) {
                all.add(read(lines, good));
                lines.clear();
            }
            if (line.startsWith("@") || !lines.isEmpty()) {
                lines.add(line);
            }
        }
        all.add(read(lines, good));
        return all;
    }

    private static BrokenFile read(List<String> lines, List<String> good) {
        List<String> text = new ArrayList<>(good);
        List<String> findings = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        List<String> out = new ArrayList<>();
        List<String> in = new ArrayList<>();
        for (String line : lines) {
            String rest = line.isEmpty() ? "" : line.substring(1);
            if (line.startsWith("-")) {
                if (!in.isEmpty()) {
                    edit(text, out, in);
                }
                out.add(rest);
            } else if (line.startsWith("+")) {
                in.add(rest);
            } else {
                edit(text, out, in);
                if (line.startsWith("=")) {
                    findings.add(rest.strip());
                } else if (line.startsWith("!")) {
                    differences.add(rest.strip());
                }
            }
        }
        edit(text, out, in);
        return new BrokenFile(lines.get(0).substring(1).strip(), String.join("\n", text) + "\n", findings, differences);
    }

    /** Puts lines in the place of others, which stand in the text once; at its end if there are no others. */
    private static void edit(List<String> text, List<String> out, List<String> in) {
        if (out.isEmpty()) {
            text.addAll(in);
        } else {
            int at = Collections.indexOfSubList(text, out);
            if (at < 0 || at != Collections.lastIndexOfSubList(text, out)) {
                throw new IllegalStateException("not once in good.cif: " + out);
            }
            text.subList(at, at + out.size()).clear();
            text.addAll(at, in);
        }
        out.clear();
        in.clear();
    }
}
