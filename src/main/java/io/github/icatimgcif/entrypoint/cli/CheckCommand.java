package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.entrypoint.report.ReportJson;
import io.github.icatimgcif.entrypoint.report.ReportLines;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.BesideTheFile;
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
            description = "make the tests of checkImgCIF, with its verdicts and messages: the first block,"
                    + " one detector element; default: our own tests, of all blocks, elements and arrays")
    private boolean asCheckImgCif;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

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

    @Option(
            names = "--dictionary-folder",
            paramLabel = "DIR",
            description =
                    "the same with another dictionary: the folder of cif_img.dic in DDLm and of the files that it imports")
    private @Nullable Path dictionaryFolder;

    @Mixin
    private final ImageFileOptions imageFiles = new ImageFileOptions();

    private final CheckNetwork web;
    private final Images images;
    private final String version;
    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final PrintWriter err;

    /**
     * The command.
     *
     * @param web            what may be asked over the network
     * @param images         reads the images that a file links to
     * @param version        of this program
     * @param standardInput  what {@code -} stands for
     * @param standardOutput where the report goes
     * @param err            where messages go
     */
    CheckCommand(
            CheckNetwork web,
            Images images,
            String version,
            InputStream standardInput,
            OutputStream standardOutput,
            PrintWriter err) {
        this.web = web;
        this.images = images;
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
        Optional<CifDictionary> held;
        try {
            held = heldAgainst();
        } catch (IllegalArgumentException e) {
            err.println(ShownText.of(String.valueOf(e.getMessage())));
            return IMPOSSIBLE;
        }
        List<FileReport> reports = new ArrayList<>();
        boolean isAllRead = true;
        for (String file : files) {
            Optional<FileReport> report = report(held, file);
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
        if ((dictionary || dictionaryFolder != null) && asCheckImgCif) {
            return Optional.of("checkImgCIF knows no dictionary: leave --dictionary or --as-checkimgcif away");
        }
        return imageFiles.mistake(web, files);
    }

    /** The report on a file; empty if it cannot be read, which is said. */
    private Optional<FileReport> report(Optional<CifDictionary> held, String file) {
        if (NetworkOptions.isUrl(file)) {
            return fetchedReport(held, file);
        }
        try (InputStream in = open(file)) {
            return Optional.of(fileCheck(held, file).check(file, in).report());
        } catch (IOException | InvalidPathException e) {
            err.println(ShownText.of("cannot read " + file + ": " + reason(e)));
            return Optional.empty();
        }
    }

    /** The same of a file that is fetched. */
    private Optional<FileReport> fetchedReport(Optional<CifDictionary> held, String url) {
        try (StoredFile fetched = imageFiles.fetched(web, url);
                InputStream in = Files.newInputStream(fetched.path())) {
            return Optional.of(fileCheck(held, url).check(url, in).report());
        } catch (NotStored | IOException e) {
            err.println(ShownText.of("cannot fetch " + e.getMessage()));
            return Optional.empty();
        }
    }

    private FileCheck fileCheck(Optional<CifDictionary> held, String file) {
        return new FileCheck(
                tests(),
                held,
                new Evidence(storedFiles(file), withImages ? Optional.of(images) : Optional.empty()),
                CifLimits.LARGE);
    }

    /** The dictionary that files are held against; empty if none is wanted. */
    private Optional<CifDictionary> heldAgainst() {
        Optional<CifDictionary> other = Optional.ofNullable(dictionaryFolder).map(Dictionaries::in);
        return dictionary ? other.or(() -> Optional.of(Dictionaries.shipped())) : other;
    }

    private Optional<StoredFiles> storedFiles(String file) {
        boolean isLookedFor = withImages && !NetworkOptions.isUrl(file);
        // what standard input brings is taken for a file of the folder we are in
        Optional<StoredFiles> beside = isLookedFor ? Optional.of(new BesideTheFile(Path.of(file))) : Optional.empty();
        return imageFiles.files(web, tests(), beside);
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
