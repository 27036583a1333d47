package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was noticed while one master was read, each thing once. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void note(String subject, String message) {
        add(Finding.note(subject, message));
    }

    void warning(String subject, String message) {
        add(Finding.warning(subject, message));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    private void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
