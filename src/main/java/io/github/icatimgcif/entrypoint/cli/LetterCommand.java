package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.entrypoint.report.LetterJson;
import io.github.icatimgcif.entrypoint.report.LetterText;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.LetterReport;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code letter}: whether an imgCIF is ready for a Raw Data Letter. */
@Command(
        name = "letter",
        mixinStandardHelpOptions = true,
        description =
                "Says what an IUCrData Raw Data Letter still needs of an imgCIF and who can supply it, and prints the"
                        + " table of the raw data.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is missing that the journal asks for",
            "1:something is missing",
            "2:wrong usage, or the file cannot be read or is not CIF"
        })
final class LetterCommand implements Callable<Integer> {

    private static final int READY = 0;
    private static final int NOT_READY = 1;
    private static final int IMPOSSIBLE = 2;

    @Parameters(paramLabel = "FILE", description = "an imgCIF")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Mixin
    private final ImageFileOptions imageFiles = new ImageFileOptions();

    private final CheckNetwork web;
    private final String version;
    private final OutputStream standardOutput;
    private final PrintWriter err;

    LetterCommand(CheckNetwork web, String version, OutputStream standardOutput, PrintWriter err) {
        this.web = web;
        this.version = version;
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            err.println(ShownText.of("there is no file " + file + ": give an imgCIF"));
            return IMPOSSIBLE;
        }
        Optional<String> mistake = imageFiles.mistake(web, List.of());
        if (mistake.isPresent()) {
            err.println(ShownText.of(mistake.get()));
            return IMPOSSIBLE;
        }
        CheckedFile checked = checked();
        Optional<LetterReport> report = LetterReport.of(checked, new Evidence(files(), Optional.empty()));
        if (report.isEmpty()) {
            err.println(ShownText.of(file + " " + whyNot(checked.report())));
            return IMPOSSIBLE;
        }
        print(report.get());
        return report.get().isReady() ? READY : NOT_READY;
    }

    private CheckedFile checked() throws IOException {
        FileCheck check = new FileCheck(Tests.OWN, Optional.of(Dictionaries.shipped()), Evidence.NONE, CifLimits.LARGE);
        try (InputStream in = Files.newInputStream(file)) {
            return check.keeping(LetterReport::looksAt).check(file.toString(), in);
        }
    }

    private static String whyNot(FileReport report) {
        return report.notCif()
                .map(why -> "is not CIF, " + why)
                .orElseGet(() -> "is more than is judged: "
                        + report.blocks().stream()
                                .flatMap(block -> block.tests().stream())
                                .flatMap(test -> test.remarks().stream())
                                .map(remark -> remark.wrong() + "; " + remark.right())
                                .collect(Collectors.joining(", ")));
    }

    private void print(LetterReport report) throws IOException {
        OutputStream out = new BufferedOutputStream(standardOutput);
        if (json) {
            LetterJson.write(file.toString(), report, version, out);
        } else {
            LetterText.write(file.toString(), report, out);
        }
        out.flush();
    }

    private Optional<StoredFiles> files() {
        return imageFiles.files(web, Tests.OWN, Optional.empty());
    }
}
