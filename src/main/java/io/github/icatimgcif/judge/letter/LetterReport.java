package io.github.icatimgcif.judge.letter;

import java.util.List;

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

    /** Whether nothing is missing that the journal asks for. */
    public boolean isReady() {
        return requirements.stream().noneMatch(RequirementResult::isObstacle);
    }
}
