package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.DictionaryCheck;
import io.github.icatimgcif.judge.own.OwnTests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges each block by the tests that any imgCIF must pass, and by what was measured, and the whole by the dictionary; every check
 * runs, whatever the others found. What checkImgCIF says is told and forbids nothing.
 */
public final class Validation {

    private final CifDictionary dictionary;

    /** A validation that holds every file against this dictionary. */
    public Validation(CifDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The verdict on all blocks of a file.
     *
     * @param before what was found before, besides what the blocks say themselves
     */
    public Verdict judge(MappedFile mapped, List<Finding> before) {
        Set<Finding> findings = new LinkedHashSet<>(before);
        List<DataBlock> blocks = new ArrayList<>();
        for (MappedBlock mappedBlock : mapped.blocks()) {
            DataBlock block = mappedBlock.on(LocalDate.EPOCH);
            blocks.add(block);
            findings.addAll(mappedBlock.findings());
            findings.addAll(told(OwnTests.judge(block).tests().stream()
                    .map(TestResult::remarks)
                    .flatMap(List::stream)));
            findings.addAll(new GeometryIsTrue(mappedBlock.measured()).judge(block));
            findings.addAll(new FramesAreTrue(mappedBlock.measured()).judge(block));
        }
        findings.addAll(told(DictionaryCheck.check(blocks, CifLimits.LARGE, dictionary).stream()));
        if (findings.stream().anyMatch(Finding::isError)) {
            return new Verdict.Invalid(List.copyOf(findings));
        }
        StrictVerdict strict = new StrictVerdict(blocks);
        strict.finding().ifPresent(findings::add);
        return new Verdict.Valid(mapped, List.copyOf(findings), judgement(findings, strict));
    }

    private Judgement judgement(Set<Finding> findings, StrictVerdict strict) {
        List<Finding> warnings = findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
        return new Judgement(warnings, strict.isPassed(), dictionary.version());
    }

    private static List<Finding> told(Stream<Remark> remarks) {
        return remarks.filter(remark -> remark.severity() != Severity.NOTE)
                .map(Remark::finding)
                .toList();
    }
}
