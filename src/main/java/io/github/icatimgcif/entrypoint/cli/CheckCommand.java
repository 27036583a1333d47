package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.entrypoint.report.ReportJson;
import io.github.icatimgcif.entrypoint.report.ReportLines;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.BesideTheFile;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        description =
                "Says what is wrong with imgCIF files and what would be right. Opens nothing but the files, unless it is"
                        + " told to.",
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
            description = "make the tests of checkImgCIF, with its verdicts and messages: the first block,"
                    + " one detector element; default: our own tests, of all blocks, elements and arrays")
    private boolean asCheckImgCif;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description =
                    "look in this folder for the image files that the URIs name, by the end of their paths, and whether they"
                            + " are there; with --as-checkimgcif only together with --images")
    private @Nullable Path local;

    @Option(
            names = "--images",
            description =
                    "also read images, some of each array, and hold them against what is said of them; their files are"
                            + " looked for where relative URIs and those of file: lead to, or with --local in its folder")
    private boolean withImages;

    @Option(
            names = "--dictionary",
            description =
                    "also hold the whole of each file against the imgCIF dictionary, CIF_IMG 1.8.9 with its core items; not"
                            + " with --as-checkimgcif")
    private boolean dictionary;

    private final Images images;
    private final String version;
    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final PrintWriter err;

    /**
     * The command.
     *
     * @param images         reads the images that a file links to
     * @param version        of this program
     * @param standardInput  what {@code -} stands for
     * @param standardOutput where the report goes
     * @param err            where messages go
     */
    CheckCommand(
            Images images, String version, InputStream standardInput, OutputStream standardOutput, PrintWriter err) {
        this.images = images;
        this.version = version;
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        if (local != null && asCheckImgCif && !withImages) {
            err.println("--local with --as-checkimgcif is where images are read from: give --images too");
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
            ReportJson.write(reports, version, tests(), out);
        } else {
            ReportLines.write(reports, version, tests(), out);
        }
        out.flush();
        if (!isAllRead) {
            return IMPOSSIBLE;
        }
        return reports.stream().allMatch(FileReport::isPassed) ? PASSED : FAILED;
    }

    /** The report on a file; empty if it cannot be read, which is said. */
    private Optional<FileReport> report(String file) {
        try (InputStream in = open(file)) {
            return Optional.of(fileCheck(file).check(file, in).report());
        } catch (IOException | InvalidPathException e) {
            err.println(ShownText.of("cannot read " + file + ": " + reason(e)));
            return Optional.empty();
        }
    }

    private FileCheck fileCheck(String file) {
        Optional<StoredFiles> files = Optional.ofNullable(local).map(LocalFolder::new);
        if (files.isEmpty() && withImages) {
            files = Optional.of(new BesideTheFile(Path.of(file))); // for standard input that is the folder we are in
        }
        return new FileCheck(
                tests(),
                dictionary ? Optional.of(Dictionaries.shipped()) : Optional.empty(),
                new Evidence(files, withImages ? Optional.of(images) : Optional.empty()),
                CifLimits.LARGE);
    }

    private Tests tests() {
        return asCheckImgCif ? Tests.CHECKIMGCIF : Tests.OWN;
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
