package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What cif_validate of cod-tools finds, in the words of our rules. */
final class CifValidate {

    private static final Pattern MESSAGE =
            Pattern.compile("\\S*cif_validate: (.+?\\.(?:cif|cbf))(?:\\([\\d,]+\\))?:? (.*)");

    /** A count of what was told before, and warnings of Perl about the program itself. */
    private static final Pattern NO_FINDING =
            Pattern.compile("encountered while parsing the file| at \\S+\\.pm line \\d+");

    private static final Pattern NAME = Pattern.compile("'(_[^']+)'");

    /** A part of a message, its rule, and which of the names in the message is the item. */
    private record Wording(String part, DictionaryRule rule, int name) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording("was not found in the provided dictionaries", DictionaryRule.DEFINED, 0),
            new Wording("has been deprecated", DictionaryRule.CURRENT, 0),
            new Wording("appears more than once", DictionaryRule.ONCE, 0),
            new Wording("must not appear in a loop", DictionaryRule.SINGLE_ROW, 0),
            new Wording("must all belong to the same category", DictionaryRule.ONE_CATEGORY, 0),
            new Wording("must all appear in the same loop", DictionaryRule.ONE_LOOP, 0),
            new Wording("missing category key", DictionaryRule.KEYS_GIVEN, 0),
            new Wording("loop key, but the associated", DictionaryRule.KEYS_UNIQUE, 0),
            new Wording("missing linked data item", DictionaryRule.LINKED_ITEMS, 1),
            new Wording("not found among the values of the linked", DictionaryRule.LINKED_VALUES, 0),
            new Wording("incorrect usage of data item aliases", DictionaryRule.ALIASES, 0),
            new Wording("top level", DictionaryRule.CONTAINER, 0),
            new Wording("does not contain the required number", DictionaryRule.CONTAINER, 0),
            new Wording("appended standard uncertainty", DictionaryRule.UNCERTAINTY, 0),
            new Wording("ambiguous standard uncertainty", DictionaryRule.UNCERTAINTY, 0),
            new Wording("violates content type constraints", DictionaryRule.TYPE, 0),
            new Wording("must be one of the enumeration values", DictionaryRule.STATES, 0),
            new Wording("should be in range", DictionaryRule.RANGE, 0),
            new Wording("is not recognised", DictionaryRule.TYPE, 0));

    private CifValidate() {}

    /**
     * What it finds in each of these files, each finding as rule and item or category.
     *
     * @param folder where it may write
     */
    static Map<Path, TreeSet<String>> findings(List<Path> files, Path folder) throws IOException, InterruptedException {
        String validator = Tool.named("cif_validate");
        Path dictionaries = SharedFolder.at("data/dictionaries");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "errors=$1; shift; exec \"$@\" 2> \"$errors\"",
                "sh",
                errors.toString(),
                validator,
                "--always-continue",
                "--report-deprecated",
                "-d",
                "cif_img.dic"));
        files.forEach(file -> command.add(file.toString()));
        Tool.Ended ended = Tool.run(dictionaries, command);
        Map<Path, TreeSet<String>> findings = new TreeMap<>();
        files.forEach(file -> findings.put(file, new TreeSet<>()));
        for (String line : (ended.output() + Files.readString(errors)).split("\n")) {
            Matcher message = MESSAGE.matcher(line);
            if (message.matches() && !NO_FINDING.matcher(line).find()) {
                findings.computeIfAbsent(Path.of(message.group(1)), file -> new TreeSet<>())
                        .add(finding(message.group(2)));
            }
        }
        return findings;
    }

    private static String finding(String message) {
        if (message.contains("appears more than once")) {
            return said(DictionaryRule.ONCE, message.replaceFirst(".*tag (\\S+) appears.*", "$1"));
        }
        Optional<Wording> wording = WORDINGS.stream()
                .filter(known -> message.contains(known.part()))
                .findFirst();
        if (message.contains(" ERROR, ") || message.startsWith("ERROR, ") || wording.isEmpty()) {
            return said(DictionaryRule.SYNTAX, "");
        }
        List<String> names =
                NAME.matcher(message).results().map(found -> found.group(1)).toList();
        return said(
                wording.get().rule(),
                names.isEmpty() ? "" : names.get(wording.get().name()));
    }

    /** A finding in the form in which ours and theirs are compared: what is about a category as a whole is so, and in lower case. */
    static String said(DictionaryRule rule, String item) {
        String lowerCase = item.toLowerCase(Locale.ROOT);
        int point = lowerCase.indexOf('.');
        String about =
                switch (rule) {
                    case SYNTAX, ONE_CATEGORY, ALIASES -> "";
                    case ONE_LOOP, KEYS_UNIQUE -> point < 0 ? lowerCase : lowerCase.substring(0, point);
                    default -> lowerCase;
                };
        DictionaryRule theirs = rule == DictionaryRule.BINARY ? DictionaryRule.CONTAINER : rule;
        return (theirs.title() + " " + about).strip();
    }
}
