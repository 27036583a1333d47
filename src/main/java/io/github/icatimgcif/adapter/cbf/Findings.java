package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.finding.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was noticed while the files of a dataset were read, each thing once. */
final class Findings {

    private final Set<Finding> findings = new LinkedHashSet<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    void note(String subject, String message) {
        findings.add(Finding.note(subject, message));
    }

    void warning(String subject, String message) {
        findings.add(Finding.warning(subject, message));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
