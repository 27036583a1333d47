package io.github.icatimgcif.judge.file;

import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a file.
 *
 * @param file   as the user named it
 * @param blocks the reports on its blocks; none if it is not CIF
 * @param notCif why it is not CIF, with the line
 * @param rules  the rules of the dictionary that it breaks, and with remarks that weigh less; one that is passed if there are none,
 *               none if it was not held against the dictionary
 */
public record FileReport(String file, List<BlockReport> blocks, Optional<String> notCif, List<TestResult> rules) {

    public FileReport {
        blocks = List.copyOf(blocks);
        rules = List.copyOf(rules);
    }

    /** Whether all blocks pass all tests, and the file keeps the rules of the dictionary. */
    public boolean isPassed() {
        return notCif.isEmpty()
                && blocks.stream().allMatch(BlockReport::isPassed)
                && rules.stream().allMatch(TestResult::isPassed);
    }
}
