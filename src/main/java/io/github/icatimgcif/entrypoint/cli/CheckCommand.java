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
import io.github.icatimgcif.judge.stored.FolderBeforeNetwork;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: what is wrong with imgCIF files, ours or anybody's. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says what is wrong with imgCIF files and what would be right. Opens nothing but the files, and asks"
                        + " nothing over the network, unless options say so.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every file passes all tests; warnings do not forbid that",
            "1:a test fails, or a file is not CIF",
            "2:wrong usage, or a file cannot be read or fetched"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int IMPOSSIBLE = 2;
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE|URL",
            arity = "1..*",
            description = "imgCIF files; those of http and https are fetched, - reads standard input")
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
            description = "also look in this folder for the image files that the URIs name, by the end of their paths")
    private @Nullable Path local;

    @Option(
            names = "--dictionary",
            description =
                    "also hold the whole of each file against the imgCIF dictionary, CIF_IMG 1.8.9 with its core items; not"
                            + " with --as-checkimgcif")
    private boolean dictionary;

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    private final CheckNetwork web;
    private final String version;
    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final PrintWriter err;

    /**
     * The command.
     *
     * @param web            what may be asked over the network
     * @param version        of this program
     * @param standardInput  what {@code -} stands for
     * @param standardOutput where the report goes
     * @param err            where messages go
     */
    CheckCommand(
            CheckNetwork web, String version, InputStream standardInput, OutputStream standardOutput, PrintWriter err) {
        this.web = web;
        this.version = version;
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> mistake = mistake();
        if (mistake.isPresent()) {
            err.println(ShownText.of(mistake.get()));
            return IMPOSSIBLE;
        }
        FileCheck check = fileCheck();
        List<FileReport> reports = new ArrayList<>();
        boolean isAllRead = true;
        for (String file : files) {
            Optional<FileReport> report = report(check, file);
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

    /** What is wrong with the options; empty if nothing is. */
    private Optional<String> mistake() {
        if (dictionary && asCheckImgCif) {
            return Optional.of("checkImgCIF knows no dictionary: leave --dictionary or --as-checkimgcif away");
        }
        if (local != null && !Files.isDirectory(local)) {
            return Optional.of("there is no folder " + local + ": give the one with the image files");
        }
        return network.mistake(web, files);
    }

    /** The report on a file; empty if it cannot be read, which is said. */
    private Optional<FileReport> report(FileCheck check, String file) {
        if (NetworkOptions.isUrl(file)) {
            return fetchedReport(check, file);
        }
        try (InputStream in = open(file)) {
            return Optional.of(check.check(file, in).report());
        } catch (IOException | InvalidPathException e) {
            err.println(ShownText.of("cannot read " + file + ": " + reason(e)));
            return Optional.empty();
        }
    }

    /** The same of a file that is fetched. */
    private Optional<FileReport> fetchedReport(FileCheck check, String url) {
        try (StoredFile fetched = web.fetched(url, network.redirects());
                InputStream in = Files.newInputStream(fetched.path())) {
            return Optional.of(check.check(url, in).report());
        } catch (NotStored | IOException e) {
            err.println(ShownText.of("cannot fetch " + e.getMessage()));
            return Optional.empty();
        }
    }

    private FileCheck fileCheck() {
        Optional<StoredFiles> files = storedFiles();
        return new FileCheck(
                tests(),
                dictionary ? Optional.of(Dictionaries.shipped()) : Optional.empty(),
                new Evidence(files, Optional.empty()),
                CifLimits.LARGE);
    }

    /** Where image files are looked for: the folder first, the network for what it does not have. */
    private Optional<StoredFiles> storedFiles() {
        Optional<StoredFiles> folder = Optional.ofNullable(local).map(LocalFolder::new);
        Optional<StoredFiles> remote = network.files(web, tests());
        if (folder.isPresent() && remote.isPresent()) {
            return Optional.of(new FolderBeforeNetwork(folder.get(), remote.get()));
        }
        return folder.or(() -> remote);
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
