package io.github.icatimgcif.entrypoint.cli;

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
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.dictionary.DictionaryCheck;
import io.github.icatimgcif.judge.own.LocalFolder;
import io.github.icatimgcif.judge.own.OwnTests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: what is wrong with imgCIF files, ours or anybody's. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong with imgCIF files and what would be right. Opens nothing but the files.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every file passes all tests; warnings do not forbid that",
            "1:a test fails, or a file is not CIF",
            "2:wrong usage, or a file cannot be read"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int IMPOSSIBLE = 2;
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "imgCIF files; - reads standard input")
    private List<String> files = List.of();

    @Option(
            names = "--as-checkimgcif",
            description =
                    "make the tests of checkImgCIF that need no image, with its verdicts and messages: the first block,"
                            + " one detector element; default: our own tests, of all blocks, elements and arrays")
    private boolean asCheckImgCif;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description =
                    "also look in this folder for the image files that the URIs name, by the end of their paths; not with"
                            + " --as-checkimgcif")
    private @Nullable Path local;

    @Option(
            names = "--dictionary",
            description =
                    "also hold the whole of each file against the imgCIF dictionary, CIF_IMG 1.8.9 with its core items; not"
                            + " with --as-checkimgcif")
    private boolean dictionary;

    private final String version;
    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final PrintWriter err;

    /**
     * The command.
     *
     * @param version        of this program
     * @param standardInput  what {@code -} stands for
     * @param standardOutput where the report goes
     * @param err            where messages go
     */
    CheckCommand(String version, InputStream standardInput, OutputStream standardOutput, PrintWriter err) {
        this.version = version;
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        if (local != null && asCheckImgCif) {
            err.println("--local is a test of our own: leave --as-checkimgcif away");
            return IMPOSSIBLE;
        }
        if (dictionary && asCheckImgCif) {
            err.println("checkImgCIF knows no dictionary: leave --dictionary or --as-checkimgcif away");
            return IMPOSSIBLE;
        }
        if (local != null && !Files.isDirectory(local)) {
            err.println(ShownText.of("there is no folder " + local + ": give the one with the image files"));
            return IMPOSSIBLE;
        }
        List<FileReport> reports = new ArrayList<>();
        boolean isAllRead = true;
        for (String file : files) {
            Optional<FileReport> report = report(file);
            report.ifPresent(reports::add);
            isAllRead &= report.isPresent();
        }
        OutputStream out = new BufferedOutputStream(standardOutput);
        if (json) {
            ReportJson.write(reports, version, asCheckImgCif, out);
        } else {
            ReportLines.write(reports, version, asCheckImgCif, out);
        }
        out.flush();
        if (!isAllRead) {
            return IMPOSSIBLE;
        }
        return reports.stream().allMatch(FileReport::isPassed) ? PASSED : FAILED;
    }

    /** The report on a file, which is read once; empty if it cannot be read, which is said. */
    private Optional<FileReport> report(String file) {
        List<BlockReport> blocks = List.of();
        Optional<String> notCif = Optional.empty();
        Optional<DictionaryCheck> check = dictionary
                ? Optional.of(new DictionaryCheck(Dictionaries.shipped(), CifLimits.LARGE.keptBytes()))
                : Optional.empty();
        try (InputStream in = open(file)) {
            CifReader reader = new CifReader(CifLimits.LARGE);
            CifSelection selection =
                    new CifSelection(asCheckImgCif ? CheckImgCif::looksAt : OwnTests::looksAt, Until.END_OF_FILE);
            blocks = judge(check.isPresent() ? reader.read(in, selection, check.get()) : reader.read(in, selection));
        } catch (CifUnreadable e) {
            notCif = Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            err.println(ShownText.of("cannot read " + file + ": " + reason(e)));
            return Optional.empty();
        }
        List<TestResult> rules = check.filter(DictionaryCheck::isWhole)
                .map(whole -> byRule(whole.remarks()))
                .orElse(List.of());
        return Optional.of(new FileReport(file, blocks, notCif, rules));
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

    private List<BlockReport> judge(List<DataBlock> blocks) {
        if (asCheckImgCif) {
            return List.of(CheckImgCif.judge(blocks.get(0)));
        }
        return local == null ? OwnTests.judge(blocks) : OwnTests.judge(blocks, new LocalFolder(local));
    }

    private InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return standardInput;
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new IOException("there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder; give the files in it");
        }
        return Files.newInputStream(path);
    }

    private static String reason(Exception e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }
}
