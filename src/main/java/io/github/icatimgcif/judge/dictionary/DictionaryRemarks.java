package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BlockTelling;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** What is wrong with a file, in the order in which it is seen; of one rule and item the first hundred, and how many more there are. */
final class DictionaryRemarks {

    private static final int MOST_OF_ONE = 100;

    /** As many rules and items as a file with all mistakes has, and no more than memory holds. */
    private static final int MOST = 20_000;

    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int left;
    private int told;

    /** An item or a value that stands somewhere in a file, or nowhere if it is told from memory. */
    record Place(String item, int line, OptionalInt row) {

        /** Its line; empty if there is no file. */
        OptionalInt inFile() {
            return line == BlockTelling.NOWHERE ? OptionalInt.empty() : OptionalInt.of(line);
        }

        /** A place in no loop. */
        static Place of(String item, int line) {
            return new Place(item, line, OptionalInt.empty());
        }
    }

    /** Tells that a rule is broken. */
    void add(DictionaryRule rule, Place place, String wrong, String right) {
        told++;
        if (remarks.size() >= MOST) {
            left++;
            return;
        }
        String ofOne = rule.title() + "\t" + place.item().toLowerCase(Locale.ROOT);
        int number = counts.merge(ofOne, 1, Integer::sum);
        if (number > MOST_OF_ONE) {
            return;
        }
        remarks.add(new Remark(rule.severity(), rule.title(), place.item(), place.row(), place.inFile(), wrong, right));
    }

    /** How often something was told, also what is not listed. */
    int told() {
        return told;
    }

    /** All of them. */
    List<Remark> all() {
        List<Remark> all = new ArrayList<>(remarks);
        counts.forEach((ofOne, count) -> {
            if (count > MOST_OF_ONE) {
                int tab = ofOne.indexOf('\t');
                all.add(Remark.warning(
                        ofOne.substring(0, tab),
                        ofOne.substring(tab + 1),
                        "the same is wrong at " + (count - MOST_OF_ONE) + " more places, which are not listed",
                        ""));
            }
        });
        if (left > 0) {
            all.add(new Remark(
                    Severity.WARNING,
                    DictionaryRule.SYNTAX.title(),
                    "",
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    left + " more mistakes are not listed",
                    ""));
        }
        return List.copyOf(all);
    }

    /** A value as a person is shown it: its beginning, on one line, in quotes. */
    static String shown(String value) {
        return "'" + ShownText.of(value).replace("\n", "\\n") + "'";
    }
}
