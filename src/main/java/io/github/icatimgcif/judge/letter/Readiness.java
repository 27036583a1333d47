package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.RequirementResult.Basis;
import io.github.icatimgcif.judge.letter.RequirementResult.State;
import io.github.icatimgcif.judge.letter.RequirementResult.Supplier;
import io.github.icatimgcif.judge.own.OwnTests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The checklist: what a Raw Data Letter needs of an imgCIF, by the notes for authors, the guidelines and our own experience. */
final class Readiness {

    private Readiness() {}

    /**
     * The checklist of a file.
     *
     * @param checked  with at least one block, judged by our own tests and held against the dictionary
     * @param evidence what may be looked at besides
     */
    static List<RequirementResult> of(CheckedFile checked, Evidence evidence) {
        List<DataBlock> blocks = checked.blocks();
        List<BlockReport> own = checked.report().blocks();
        List<Remark> remarks = checked.report().rules().stream()
                .flatMap(rule -> rule.remarks().stream())
                .toList();
        List<RequirementResult> results = new ArrayList<>();
        results.add(checkImgCif(blocks.get(0), own.stream().allMatch(BlockReport::isPassed)));
        results.add(ownTests(own));
        results.add(dictionary(remarks));
        results.addAll(new LinkRequirements(blocks, evidence).results());
        results.addAll(StatedRequirement.results(blocks));
        return results;
    }

    /** The original judges the first block only, and fails by its own limits what is right. */
    private static RequirementResult checkImgCif(DataBlock block, boolean passesOurs) {
        List<TestResult> failed = CheckImgCif.judge(block).tests().stream()
                .filter(test -> !test.isPassed())
                .toList();
        boolean isLimited = failed.stream().anyMatch(test -> test.test().equals(CheckImgCif.LIMITATIONS));
        String name = "checkImgCIF passes";
        if (failed.isEmpty()) {
            return met(name, Basis.JOURNAL, "PASS in all eleven tests without images", Supplier.SERVICE);
        }
        String found = "FAIL in " + failed.stream().map(TestResult::test).collect(Collectors.joining(", "));
        if (!OwnTests.describesMeasurement(block)) {
            return new RequirementResult(
                    name,
                    State.MISSING,
                    Basis.JOURNAL,
                    found + ": it judges the first block only, and that is " + block.name()
                            + ", which describes no measurement",
                    "the block of the measurement stands first",
                    Supplier.SERVICE);
        }
        return isLimited && passesOurs
                ? new RequirementResult(
                        name,
                        State.DOUBTFUL,
                        Basis.JOURNAL,
                        found + "; checkImgCIF cannot judge several elements or arrays",
                        "tell the editor so; our own tests, which can, pass",
                        Supplier.AUTHOR)
                : new RequirementResult(
                        name,
                        State.MISSING,
                        Basis.JOURNAL,
                        found,
                        "judge the file as checkImgCIF does: each test says what is wrong",
                        Supplier.SERVICE);
    }

    private static RequirementResult ownTests(List<BlockReport> own) {
        String name = "Our own tests pass";
        List<String> failed = own.stream()
                .flatMap(block -> block.tests().stream())
                .filter(test -> !test.isPassed())
                .map(TestResult::test)
                .distinct()
                .toList();
        return failed.isEmpty()
                ? met(name, Basis.RECOMMENDATION, "all pass", Supplier.SERVICE)
                : new RequirementResult(
                        name,
                        State.MISSING,
                        Basis.RECOMMENDATION,
                        "these fail: " + String.join(", ", failed),
                        "judge the file by our own tests: each says what would be right",
                        Supplier.SERVICE);
    }

    private static RequirementResult dictionary(List<Remark> remarks) {
        String name = "The dictionary is kept";
        long errors = remarks.stream().filter(Remark::isError).count();
        if (remarks.isEmpty()) {
            return met(name, Basis.GUIDELINE, "nothing to remark", Supplier.SERVICE);
        }
        return new RequirementResult(
                name,
                errors == 0 ? State.DOUBTFUL : State.MISSING,
                Basis.GUIDELINE,
                errors + (errors == 1 ? " error, " : " errors, ") + (remarks.size() - errors)
                        + " other remarks; the first: " + remarks.get(0).wrong(),
                "judge the file by the dictionary: each remark has its line",
                Supplier.SERVICE);
    }

    static RequirementResult met(String name, Basis basis, String found, Supplier supplier) {
        return new RequirementResult(name, State.MET, basis, found, "", supplier);
    }
}
