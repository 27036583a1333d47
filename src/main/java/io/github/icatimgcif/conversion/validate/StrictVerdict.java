package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an editor will see who runs checkImgCIF on each block: a failed test spoils no true description, as the original knows one
 * array on one detector only, but it must be known before a letter is sent.
 */
final class StrictVerdict {

    private static final String SUBJECT = "checkImgCIF";

    private final Map<String, String> failed = new LinkedHashMap<>();

    /** The verdict on these blocks. */
    StrictVerdict(List<DataBlock> blocks) {
        for (DataBlock block : blocks) {
            CheckImgCif.judge(block).tests().stream()
                    .filter(test -> !test.isPassed())
                    .forEach(test -> failed.putIfAbsent(test.test(), firstError(test)));
        }
    }

    /** Whether all blocks pass all tests. */
    boolean isPassed() {
        return failed.isEmpty();
    }

    /** What is to be told of the tests that fail; empty if none does. */
    Optional<Finding> finding() {
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String tests = failed.entrySet().stream()
                .map(test -> "'" + test.getKey() + "' (" + test.getValue() + ")")
                .collect(Collectors.joining(", "));
        String why = failed.containsKey(CheckImgCif.LIMITATIONS)
                ? "it can judge one array on one detector element only, which this is not; our own tests, which can, pass"
                : "our own tests pass; tell whoever asks for a verdict of checkImgCIF";
        return Optional.of(Finding.warning(
                SUBJECT, "checkImgCIF fails the test" + (failed.size() == 1 ? " " : "s ") + tests + ": " + why));
    }

    private static String firstError(TestResult test) {
        return test.remarks().stream()
                .filter(Remark::isError)
                .findFirst()
                .map(Remark::wrong)
                .orElse("");
    }
}
