package io.github.icatimgcif.judge;

import java.util.List;

/**
 * What a judge says of one data block.
 *
 * @param block name of the block
 * @param tests in the order in which they were made
 */
public record BlockReport(String block, List<TestResult> tests) {

    public BlockReport {
        tests = List.copyOf(tests);
    }

    /** Whether the block passes all tests. */
    public boolean isPassed() {
        return tests.stream().allMatch(TestResult::isPassed);
    }
}
