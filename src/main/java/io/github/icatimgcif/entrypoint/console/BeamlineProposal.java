package io.github.icatimgcif.entrypoint.console;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.SourceTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Facts that somebody would have hold for all datasets of a beamline, as lines for its file: whoever keeps the files looks at them
 * and commits them.
 *
 * @param dataset where they were noticed to be missing
 * @param by      who proposes them
 * @param on      when
 * @param remark  how he knows
 */
record BeamlineProposal(StoredDataset dataset, String by, LocalDate on, Optional<String> remark) {

    /** The lines. What is a dataset's own, as the place of its beam, is named and left out. */
    String text(List<StatedFact> facts) {
        StringBuilder text = new StringBuilder("# Proposed by ")
                .append(inOneLine(by))
                .append(" on ")
                .append(on)
                .append(", who missed them of ")
                .append(inOneLine(dataset.location()))
                .append("\n# For the file of the beamline")
                .append(dataset.beamline().map(name -> " " + inOneLine(name)).orElse(""))
                .append(" in config/beamlines; then: imgcif knowledge check\nfacts:\n");
        for (StatedFact fact : facts) {
            if (fact.term().vocabulary().equals(SourceTerm.STATED)) {
                text.append("  - {term: ")
                        .append(fact.term().name())
                        .append(", value: ")
                        .append(quoted(fact.text()))
                        .append(", source: ")
                        .append(quoted(
                                by + ", " + on + remark.map(how -> ": " + how).orElse("")))
                        .append("}\n");
            } else {
                text.append("# Left out: ").append(fact.term().name()).append(", which is the dataset's own\n");
            }
        }
        return text.toString();
    }

    /** A string of JSON is one of YAML. */
    private static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
