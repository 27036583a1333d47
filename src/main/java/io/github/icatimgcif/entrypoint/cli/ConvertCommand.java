package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Description.Result;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.validate.Verdict;
import io.github.icatimgcif.conversion.write.ImgCifContent;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: one dataset, here and now. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Makes the imgCIF of one dataset. Needs no server, no database and no catalogue.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid imgCIF was made",
            "1:the data do not allow a true imgCIF; the findings say why",
            "2:wrong usage, or a file cannot be read or written"
        })
final class ConvertCommand implements Callable<Integer> {

    static final int MADE = 0;
    static final int NOT_DESCRIBABLE = 1;
    static final int IMPOSSIBLE = 2;

    @Parameters(paramLabel = "PATH", description = "folder of the dataset, or its master file")
    private @Nullable Path path;

    @Option(
            names = "--beamline",
            paramLabel = "B",
            description = "beamline it was measured on, as the beamline files call it")
    private @Nullable String beamline;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder that wins over the shipped files, file by file; default: config")
    private Path configuration = Path.of("config");

    @Option(names = "--facility", paramLabel = "F", description = "facility whose beamline files count; default: all")
    private @Nullable String facility;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "a fact that the files lack, by its ICAT name, for example MX_wavelength=0.9763; repeatable")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--uri-base",
            paramLabel = "U",
            description = "links to raw files are U/<path below the dataset>; default: file: links")
    private @Nullable String uriBase;

    @Option(
            names = "--data-root",
            paramLabel = "DIR",
            description = "a further folder whose files may be opened; default: only the folder of PATH; repeatable")
    private List<Path> dataRoots = List.of();

    @Option(
            names = "--all-headers",
            description = "read the header of every CBF file of a series, not only of some that agree; slower")
    private boolean allHeaders;

    @Option(names = "-o", paramLabel = "FILE", description = "where to write; default: standard output")
    private @Nullable Path output;

    private final LocalConversion conversion;
    private final OutputStream standardOutput;
    private final PrintWriter err;
    private final boolean onTerminal;

    /**
     * The command.
     *
     * @param standardOutput where the imgCIF goes without {@code -o}
     * @param err            where messages go
     * @param onTerminal     whether somebody watches standard error
     */
    ConvertCommand(LocalConversion conversion, OutputStream standardOutput, PrintWriter err, boolean onTerminal) {
        this.conversion = conversion;
        this.standardOutput = standardOutput;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    @Override
    public Integer call() throws IOException {
        Path location = (path == null ? Path.of("") : path).toAbsolutePath().normalize();
        if (!Files.exists(location)) {
            say("there is nothing at " + location + "; give the folder of a dataset or its master file");
            return IMPOSSIBLE;
        }
        if (!configuration.equals(Path.of("config")) && !Files.isDirectory(configuration)) {
            say("there is no folder " + configuration + ": give the one with mapping/, beamlines/ or facilities/");
            return IMPOSSIBLE;
        }
        Path folder = Files.isDirectory(location) ? location : parent(location);
        Path place = output == null
                ? folder.resolve("stdout.cif")
                : output.toAbsolutePath().normalize();
        try {
            LocalConversion.Stages stages = conversion.stages(new LocalConversion.Wish(
                    location,
                    place,
                    Optional.ofNullable(facility),
                    Optional.ofNullable(uriBase),
                    dataRoots.stream().map(Path::toAbsolutePath).toList(),
                    configuration,
                    allHeaders));
            return end(stages.description().describe(dataset(location), Patience.NONE, Milestones.UNHEARD), stages);
        } catch (Unavailable | IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
            return IMPOSSIBLE;
        }
    }

    private int end(Description.Result result, LocalConversion.Stages stages) throws IOException {
        if (result instanceof Result.Described described) {
            print(described.verdict().findings());
            return write(described, stages);
        }
        if (result instanceof Result.NotDescribable not) {
            print(not.findings());
            err.println("no imgCIF was made");
            return NOT_DESCRIBABLE;
        }
        Outcome outcome = ((Result.Otherwise) result).outcome();
        say(outcome instanceof Outcome.Skipped skipped ? skipped.reason() : outcome.toString());
        return NOT_DESCRIBABLE;
    }

    private int write(Result.Described described, LocalConversion.Stages stages) throws IOException {
        Verdict.Valid verdict = described.verdict();
        ProgressBar bar = new ProgressBar(err, verdict.rows());
        ImgCifContent content = onTerminal ? (out, date) -> verdict.writeTo(out, date, bar) : verdict;
        if (output == null) {
            content.writeTo(standardOutput, LocalDate.now(Clock.systemUTC()));
            standardOutput.flush();
            bar.finish();
            return MADE;
        }
        Writing writing = stages.target().write(described.place(), content);
        bar.finish();
        if (writing instanceof Writing.Blocked blocked) {
            say(blocked.message());
            return IMPOSSIBLE;
        }
        int frames = verdict.file().frames();
        say(described.place() + ": " + frames + (frames == 1 ? " frame" : " frames")
                + (((Writing.Written) writing).imgCif().isNew() ? "" : ", unchanged"));
        return MADE;
    }

    private StoredDataset dataset(Path location) {
        return new StoredDataset(
                name(location),
                "",
                "",
                location.toString(),
                parameters,
                List.of(),
                Optional.empty(),
                Optional.ofNullable(beamline),
                Optional.empty(),
                Optional.empty());
    }

    private static String name(Path location) {
        Path name = location.getFileName();
        return name == null ? "dataset" : name.toString();
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private void print(List<Finding> findings) {
        for (Finding finding : findings) {
            say(finding.severity().name().toLowerCase(java.util.Locale.ROOT) + ": " + finding.subject() + ": "
                    + finding.message());
        }
    }

    private void say(String message) {
        err.println(ShownText.of(message));
    }
}
