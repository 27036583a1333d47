package io.github.icatimgcif.judge;

import java.util.List;

/**
 * What one test says of one data block.
 *
 * @param test    name of the test
 * @param remarks in the order in which they were found; also what is good to know where nothing is wrong
 */
public record TestResult(String test, List<Remark> remarks) {

    public TestResult {
        remarks = List.copyOf(remarks);
    }

    /** Whether the block passes it: warnings and notes do not forbid that. */
    public boolean isPassed() {
        return remarks.stream().noneMatch(Remark::isError);
    }
}
