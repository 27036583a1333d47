package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.own.OwnTests;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges each block by the tests that any imgCIF must pass, and by what was measured; every check runs, whatever the others found.
 */
public final class Validation {

    private Validation() {}

    /**
     * The verdict on all blocks of a file.
     *
     * @param before what was found before, besides what the blocks say themselves
     */
    public static Verdict judge(MappedFile mapped, List<Finding> before) {
        Set<Finding> findings = new LinkedHashSet<>(before);
        for (MappedBlock mappedBlock : mapped.blocks()) {
            findings.addAll(mappedBlock.findings());
            DataBlock block = mappedBlock.on(LocalDate.EPOCH);
            for (TestResult result : OwnTests.judge(block).tests()) {
                result.remarks().stream()
                        .filter(remark -> remark.severity() != Severity.NOTE)
                        .map(Remark::finding)
                        .forEach(findings::add);
            }
            findings.addAll(new GeometryIsTrue(mappedBlock.measured()).judge(block));
            findings.addAll(new FramesAreTrue(mappedBlock.measured()).judge(block));
        }
        return findings.stream().anyMatch(Finding::isError)
                ? new Verdict.Invalid(List.copyOf(findings))
                : new Verdict.Valid(mapped, List.copyOf(findings));
    }
}
