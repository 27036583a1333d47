package io.github.icatimgcif.judge.file;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.checkimgcif.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What checkImgCIF will say of a file that is judged by our own tests, as a warning where none of ours speaks of the same: the journal
 * asks for its verdict, and whoever hears nothing of it here hears it there.
 */
final class Forecast {

    /** Begins the name of a test that is not ours, so that nobody takes it for one that was made here. */
    private static final String WHOSE = "checkImgCIF: ";

    private static final String RIGHT =
            "mend it if it is a mistake; if not, tell so whoever asks for a verdict of checkImgCIF";

    private Forecast() {}

    /**
     * The reports with its warnings.
     *
     * @param reports what our own tests say
     * @param first   the first block of the file, the only one that checkImgCIF judges
     */
    static List<BlockReport> addedTo(List<BlockReport> reports, DataBlock first) {
        List<Failure> failures = CheckImgCif.failures(first);
        if (failures.isEmpty()) {
            return reports;
        }
        List<BlockReport> all = new ArrayList<>(reports);
        if (reports.get(0).block().equals(first.name())) {
            all.set(0, added(reports.get(0), told(failures)));
        } else {
            all.add(0, new BlockReport(first.name(), List.of(TestResult.forecast(wrongBlock(failures)))));
        }
        return all;
    }

    /** Where it cannot judge the block, what its other tests say means nothing. */
    private static List<Failure> told(List<Failure> failures) {
        List<Failure> limitations =
                failures.stream().filter(Failure::isLimitation).toList();
        return limitations.isEmpty() ? failures : limitations;
    }

    /** Each failure with the test of ours that has its name, unless that has spoken; else as a forecast under the name of its test. */
    private static BlockReport added(BlockReport report, List<Failure> failures) {
        List<TestResult> tests = new ArrayList<>(report.tests());
        for (Failure failure : failures) {
            int ours = tests.stream().map(TestResult::test).toList().indexOf(failure.test());
            if (ours < 0) {
                tests.add(TestResult.forecast(remark(failure, WHOSE + failure.test())));
            } else if (!hasSpoken(tests.get(ours))) {
                List<Remark> remarks = new ArrayList<>(tests.get(ours).remarks());
                remarks.add(remark(failure, failure.test()));
                tests.set(ours, new TestResult(failure.test(), remarks));
            }
        }
        return new BlockReport(report.block(), tests);
    }

    private static boolean hasSpoken(TestResult test) {
        return test.remarks().stream().anyMatch(remark -> remark.severity() != Severity.NOTE);
    }

    private static Remark remark(Failure failure, String test) {
        return Remark.warning(
                test,
                "",
                "checkImgCIF will fail here: " + failure.why().replaceFirst("^WARNING: ", ""),
                failure.isLimitation()
                        ? "our own tests can judge it; tell so whoever asks for a verdict of checkImgCIF"
                        : RIGHT);
    }

    /** The block was not worth a test of ours. */
    private static Remark wrongBlock(List<Failure> failures) {
        String tests = failures.stream().map(Failure::test).collect(Collectors.joining(", "));
        return Remark.warning(
                WHOSE + "First block",
                "",
                "checkImgCIF judges the first block only, which describes no measurement, and will fail in " + tests,
                "the block of the measurement stands first");
    }
}
