package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.finding.Finding;
import java.util.List;

/**
 * What the judge says of an imgCIF that may be written: for whoever finds it in a catalogue.
 *
 * @param warnings          what was assumed or could be better, in the order in which it was found
 * @param passesCheckImgCif whether each of its blocks passes the tests of checkImgCIF that look at no image
 * @param dictionary        version of the dictionary that it was held against
 */
public record Judgement(List<Finding> warnings, boolean passesCheckImgCif, String dictionary) {

    public Judgement {
        warnings = List.copyOf(warnings);
    }

    /** {@code valid}, or {@code valid with warnings}. */
    public String verdict() {
        return warnings.isEmpty() ? "valid" : "valid with warnings";
    }

    /** The warnings as texts: what each is about, and what it says. */
    public List<String> texts() {
        return warnings.stream()
                .map(warning -> warning.subject() + ": " + warning.message())
                .toList();
    }

    /** {@code PASS} or {@code FAIL}, as checkImgCIF prints it. */
    public String checkImgCif() {
        return passesCheckImgCif ? "PASS" : "FAIL";
    }
}
