package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;

/** A finding as the journal stores it. */
record FindingJson(String severity, String subject, String message) {

    static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.severity().name(), StorableText.of(finding.subject()), StorableText.of(finding.message()));
    }

    Finding toFinding() {
        return new Finding(Severity.valueOf(severity), subject, message);
    }
}
