package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.image.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Whether an imgCIF is ready for a Raw Data Letter, and the table of its raw data.
 *
 * @param requirements the checklist
 * @param table        what is printed with the letter
 */
public record LetterReport(List<RequirementResult> requirements, RawDataTable table) {

    public LetterReport {
        requirements = List.copyOf(requirements);
    }

    /**
     * Whether a letter needs this category, besides those that our tests look at: a file is to be judged with all of them kept.
     *
     * @param category its name in lower case, without the leading underscore
     */
    public static boolean looksAt(String category) {
        return category.equals("database")
                || category.equals("exptl_crystal")
                || category.equals("publ_contact_author")
                || category.startsWith("audit");
    }

    /**
     * What is to be said of a file that was judged.
     *
     * @param checked  by our own tests and held against the dictionary, with what {@link #looksAt} kept
     * @param evidence whether the links answer; {@link Evidence#NONE} where they are not to be asked
     * @return empty if it is not CIF, holds more than is judged, or was not held against the dictionary
     */
    public static Optional<LetterReport> of(CheckedFile checked, Evidence evidence) {
        return checked.blocks().isEmpty() || checked.report().rules().isEmpty()
                ? Optional.empty()
                : Optional.of(new LetterReport(Readiness.of(checked, evidence), RawDataTable.of(checked.blocks())));
    }

    /** Whether nothing is missing that the journal asks for. */
    public boolean isReady() {
        return requirements.stream().noneMatch(RequirementResult::isObstacle);
    }
}
