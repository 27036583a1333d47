package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The search for files that cif_validate and we judge differently: golden files changed at random. No build runs it; a difference
 * is settled, or becomes a row of {@code broken.txt} with its reason.
 *
 * <pre>
 *   mvn test -Dtest=DifferencesRun -Ddifferences.files=500 -Ddifferences.seed=1
 * </pre>
 */
final class DifferencesRun {

    private static final List<String> WORDS = List.of(
            "?",
            ".",
            "0",
            "-1",
            "1.5(3)",
            "2(1)",
            "abc",
            "'two words'",
            "1e3",
            "x-ray",
            "+7",
            "1.",
            ".5",
            "1,5",
            "nan",
            "yes",
            "[1 2]",
            "{'a':1}",
            "_axis.id",
            "loop_",
            "\"\"",
            "0.5-3",
            "2024-02-30",
            "2024-06-11T10:00:00",
            "-0",
            "1e400",
            "x%y",
            "SCAN1",
            "1 2",
            "100.000",
            "''");

    @Test
    void filesThatAreJudgedDifferently(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(Long.getLong("differences.seed", 1));
        List<Path> files = new ArrayList<>();
        List<String> golden = golden();
        for (int i = 0; i < Integer.getInteger("differences.files", 200); i++) {
            String changed = changed(golden.get(random.nextInt(golden.size())), random);
            files.add(Files.writeString(folder.resolve("changed_" + i + ".cif"), changed));
        }
        Map<Path, TreeSet<String>> theirs = CifValidate.findings(files, folder);
        Map<String, String> differences = new TreeMap<>();
        for (Path file : files) {
            String difference =
                    difference(Ours.comparable(Ours.remarks(file)), theirs.getOrDefault(file, new TreeSet<>()));
            if (!difference.isEmpty()) {
                Path kept =
                        Files.createDirectories(Path.of("target/differences")).resolve(file.getFileName());
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
                differences.put(kept.toString(), difference);
            }
        }
        differences.forEach((file, difference) -> System.out.println(file + ": " + difference));

        assertThat(differences).isEmpty();
    }

    private static List<String> golden() throws IOException {
        List<String> golden = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path file : folders.map(one -> one.resolve("expected.cif"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                golden.add(Files.readString(file));
            }
        }
        return golden;
    }

    /** What stands behind a mistake in the syntax depends on how a reader goes on. */
    private static String difference(TreeSet<String> ours, TreeSet<String> theirs) {
        String syntax = DictionaryRule.SYNTAX.title();
        if (ours.contains(syntax) && theirs.contains(syntax)) {
            return "";
        }
        TreeSet<String> onlyOurs = new TreeSet<>(ours);
        onlyOurs.removeAll(theirs);
        TreeSet<String> onlyTheirs = new TreeSet<>(theirs);
        onlyTheirs.removeAll(ours);
        // A list in the place of a word is looked up by the address that it has in their memory.
        onlyTheirs.removeIf(finding -> finding.startsWith(DictionaryRule.LINKED_VALUES.title())
                && ours.contains(
                        finding.replace(DictionaryRule.LINKED_VALUES.title(), DictionaryRule.CONTAINER.title())));
        return onlyOurs.isEmpty() && onlyTheirs.isEmpty() ? "" : "ours " + onlyOurs + " theirs " + onlyTheirs;
    }

    private static String changed(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            int at = 5 + random.nextInt(lines.size() - 5);
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                case 2 -> lines.set(at, withName(lines.get(at), name(lines, random)));
                case 3 -> lines.add(at, name(lines, random) + " " + WORDS.get(random.nextInt(WORDS.size())));
                case 4 -> lines.set(at, lines.get(at).toUpperCase(Locale.ROOT));
                default -> lines.set(at, withWord(lines.get(at), random));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String name(List<String> lines, Random random) {
        List<String> names = lines.stream()
                .filter(line -> line.startsWith("_"))
                .map(line -> line.split("\\s")[0])
                .toList();
        String name = names.get(random.nextInt(names.size()));
        return random.nextInt(3) == 0 ? name.replaceFirst("[a-z]$", "q") : name;
    }

    private static String withName(String line, String name) {
        return line.startsWith("_") ? line.replaceFirst("^\\S+", Matcher.quoteReplacement(name)) : line;
    }

    /** The line with another word in the place of one, which may be of the same line. */
    private static String withWord(String line, Random random) {
        String[] words = line.strip().split("\\s+");
        int at = random.nextInt(words.length);
        if (words.length > 1 && words[0].startsWith("_")) {
            at = 1;
        }
        words[at] =
                random.nextInt(4) == 0 ? words[random.nextInt(words.length)] : WORDS.get(random.nextInt(WORDS.size()));
        return String.join(" ", words);
    }
}
