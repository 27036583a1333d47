package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was noticed while one master was read, each thing once. */
public final class Findings {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** A remark. */
    public void note(String subject, String message) {
        add(Finding.note(subject, message));
    }

    /** Something a scientist should look at. */
    public void warning(String subject, String message) {
        add(Finding.warning(subject, message));
    }

    /** A file or frames that are named and not there, and may still come; told besides in another finding or error. */
    public void missing(String sentence) {
        missing.add(sentence);
    }

    /** What is named and not there. */
    public List<String> allMissing() {
        return List.copyOf(missing);
    }

    /** All of them in the order they were noticed. */
    public List<Finding> all() {
        return List.copyOf(findings);
    }

    private void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
