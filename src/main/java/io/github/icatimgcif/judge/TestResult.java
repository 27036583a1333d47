package io.github.icatimgcif.judge;

import java.util.List;

/**
 * What one test says of one data block.
 *
 * @param test       name of the test
 * @param remarks    in the order in which they were found; also what is good to know where nothing is wrong
 * @param isForecast whether nothing was tested here, and the remarks tell what somebody else's test will say
 */
public record TestResult(String test, List<Remark> remarks, boolean isForecast) {

    public TestResult {
        remarks = List.copyOf(remarks);
    }

    /** What a test says that was made. */
    public TestResult(String test, List<Remark> remarks) {
        this(test, remarks, false);
    }

    /** What somebody else's test will say that none of ours says; a warning. */
    public static TestResult forecast(Remark warning) {
        return new TestResult(warning.test(), List.of(warning), true);
    }

    /** Whether the block passes it: warnings and notes do not forbid that. */
    public boolean isPassed() {
        return remarks.stream().noneMatch(Remark::isError);
    }

    /** {@code PASS} or {@code FAIL}; of a forecast {@code WARNING}, as nobody saw it pass. */
    public String verdict() {
        if (isForecast) {
            return "WARNING";
        }
        return isPassed() ? "PASS" : "FAIL";
    }
}
