package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.judge.Remark;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What we find, with the dictionary that is shipped. */
final class Ours {

    private Ours() {}

    static List<Remark> remarks(String text) throws IOException {
        return DictionaryCheck.check(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                CifLimits.USUAL,
                Dictionaries.shipped());
    }

    static List<Remark> remarks(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return DictionaryCheck.check(in, CifLimits.USUAL, Dictionaries.shipped());
        }
    }

    /** A remark as the table has it. */
    static String line(Remark remark) {
        return (remark.line().orElseThrow() + " " + remark.test() + " " + remark.item()).strip();
    }

    /** The remarks in the form in which they are compared with those of cif_validate, which says nothing of old names. */
    static TreeSet<String> comparable(List<Remark> remarks) {
        TreeSet<String> comparable = new TreeSet<>();
        for (Remark remark : remarks) {
            DictionaryRule rule = Arrays.stream(DictionaryRule.values())
                    .filter(candidate -> candidate.title().equals(remark.test()))
                    .findFirst()
                    .orElseThrow();
            if (rule != DictionaryRule.NEW_NAME) {
                comparable.add(CifValidate.said(rule, remark.item()));
            }
        }
        return comparable;
    }
}
