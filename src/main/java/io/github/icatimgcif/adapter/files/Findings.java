package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.finding.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was noticed while the files of a dataset were read, each thing once. */
public final class Findings {

    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Notices something. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Notices something good to know. */
    public void note(String subject, String message) {
        findings.add(Finding.note(subject, message));
    }

    /** Notices something assumed, or that could be better. */
    public void warning(String subject, String message) {
        findings.add(Finding.warning(subject, message));
    }

    /** All of it, in the order in which it was noticed. */
    public List<Finding> all() {
        return List.copyOf(findings);
    }
}
