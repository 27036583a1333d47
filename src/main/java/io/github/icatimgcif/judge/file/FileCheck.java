package io.github.icatimgcif.judge.file;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.DictionaryCheck;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.own.OwnTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges files, each in one pass over it. */
public final class FileCheck {

    private final Tests tests;
    private final Optional<CifDictionary> dictionary;
    private final Evidence evidence;
    private final CifLimits limits;
    private final Predicate<String> kept;

    /**
     * A way to judge.
     *
     * @param tests      whose tests are made
     * @param dictionary what the whole of each file is held against; empty if it is not
     * @param evidence   what may be looked at besides the file
     * @param limits     how much of a file is read before it is refused
     */
    public FileCheck(Tests tests, Optional<CifDictionary> dictionary, Evidence evidence, CifLimits limits) {
        this(tests, dictionary, evidence, limits, category -> false);
    }

    private FileCheck(
            Tests tests,
            Optional<CifDictionary> dictionary,
            Evidence evidence,
            CifLimits limits,
            Predicate<String> kept) {
        this.tests = tests;
        this.dictionary = dictionary;
        this.evidence = evidence;
        this.limits = limits;
        this.kept = kept;
    }

    /**
     * The same, with more of each file in {@link CheckedFile#blocks()} than its tests look at.
     *
     * @param categories whether a category is kept besides; asked with its name in lower case, without the leading underscore
     */
    public FileCheck keeping(Predicate<String> categories) {
        return new FileCheck(tests, dictionary, evidence, limits, categories);
    }

    /**
     * Judges a file.
     *
     * @param name what the user calls it
     * @param in   its bytes; not closed
     * @throws IOException if it cannot be read; a file that is not CIF is judged, not thrown
     */
    public CheckedFile check(String name, InputStream in) throws IOException {
        Optional<DictionaryCheck> held = dictionary.map(its -> new DictionaryCheck(its, limits.keptBytes()));
        List<DataBlock> blocks = List.of();
        Optional<String> notCif = Optional.empty();
        try {
            CifReader reader = new CifReader(limits).refusingRepeatedNames();
            CifSelection selection = new CifSelection(kept.or(this::testsLookAt)::test, Until.END_OF_FILE);
            blocks = held.isPresent() ? reader.read(in, selection, held.get()) : reader.read(in, selection);
        } catch (CifUnreadable e) {
            notCif = Optional.of(String.valueOf(e.getMessage()));
        }
        Optional<BlockReport> refusal = refusal(blocks);
        List<BlockReport> reports = refusal.isPresent() ? List.of(refusal.get()) : judge(blocks);
        List<TestResult> rules = held.filter(DictionaryCheck::isWhole)
                .map(whole -> byRule(whole.remarks()))
                .orElse(List.of());
        return new CheckedFile(new FileReport(name, reports, notCif, rules), refusal.isPresent() ? List.of() : blocks);
    }

    private boolean testsLookAt(String category) {
        return tests == Tests.CHECKIMGCIF ? CheckImgCif.looksAt(category) : OwnTests.looksAt(category);
    }

    private static Optional<BlockReport> refusal(List<DataBlock> blocks) {
        return Extent.obstacle(blocks)
                .map(obstacle -> new BlockReport(
                        blocks.get(0).name(), List.of(new TestResult(obstacle.test(), List.of(obstacle)))));
    }

    private List<BlockReport> judge(List<DataBlock> blocks) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        return switch (tests) {
            case OWN -> Forecast.addedTo(OwnTests.judge(blocks, evidence), blocks.get(0));
            case CHECKIMGCIF -> List.of(CheckImgCif.judge(blocks.get(0), evidence));
        };
    }

    private static List<TestResult> byRule(List<Remark> remarks) {
        Map<String, List<Remark>> byRule = new LinkedHashMap<>();
        remarks.forEach(remark ->
                byRule.computeIfAbsent(remark.test(), rule -> new ArrayList<>()).add(remark));
        return byRule.isEmpty()
                ? List.of(new TestResult("All rules", List.of()))
                : byRule.entrySet().stream()
                        .map(rule -> new TestResult(rule.getKey(), rule.getValue()))
                        .toList();
    }
}
