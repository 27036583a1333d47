package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was noticed while one master was read, each thing once. */
public final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    /** A remark. */
    public void note(String subject, String message) {
        add(Finding.note(subject, message));
    }

    /** Something a scientist should look at. */
    public void warning(String subject, String message) {
        add(Finding.warning(subject, message));
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
