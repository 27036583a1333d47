package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.github.icatimgcif.judge.export.ExportFrame;
import io.github.icatimgcif.judge.export.FirstPixel;
import io.github.icatimgcif.judge.export.FrameExport;
import io.github.icatimgcif.judge.export.FrameNumbers;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.BesideTheFile;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.NotStated;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: frames of an imgCIF as full CBFs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes frames of an imgCIF as full CBFs, description and pixels in one file, for programs that"
                + " follow no links: DIR/NAME_00001.cbf and so on, NAME that of the imgCIF.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all frames were written",
            "1:the imgCIF does not say what is needed, or pixels are not there or cannot be read; frames before that one"
                    + " were written",
            "2:wrong usage, or a file cannot be read or written"
        })
final class ExportCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 1;
    private static final int IMPOSSIBLE = 2;

    @Parameters(paramLabel = "FILE", description = "an imgCIF")
    private Path file = Path.of("");

    @Option(
            names = "--frames",
            required = true,
            paramLabel = "NUMBERS",
            description = "the frames by their numbers in the scan, from 1: 7, 1-10 or 1,5,9-12")
    private String frames = "";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the folder; made if it is not there")
    private Path to = Path.of("");

    @Option(names = "--scan", paramLabel = "ID", description = "the scan, where the imgCIF has several")
    private @Nullable String scan;

    @Option(names = "--block", paramLabel = "NAME", description = "the data block, where the imgCIF has several")
    private @Nullable String block;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description = "look in this folder for the image files that the URIs name, by the end of their paths;"
                    + " default: where relative URIs and those of file: lead to")
    private @Nullable Path local;

    @Option(
            names = "--first-pixel",
            paramLabel = "corner|centre",
            description = "what index 0 of the axes of a detector of one element means: the outer corner of the first"
                    + " pixel, as dxtbx and the files of PILATUS servers have it (default), or its centre, as the"
                    + " dictionary has it")
    private FirstPixel firstPixel = FirstPixel.CORNER;

    @Option(names = "--overwrite", description = "also replace files that this program did not write")
    private boolean overwrite;

    private final Images images;
    private final PrintWriter err;

    /**
     * The command.
     *
     * @param images reads the images that a file links to
     * @param err    where messages go
     */
    ExportCommand(Images images, PrintWriter err) {
        this.images = images;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            FrameNumbers numbers = FrameNumbers.parse(frames);
            FrameExport export = new FrameExport(chosenBlock(), firstPixel);
            write(export, scan == null ? export.onlyScan() : scan, numbers);
            return WRITTEN;
        } catch (NotStated e) {
            return failed(NOT_WRITTEN, file + " has " + e.getMessage());
        } catch (ImageUnreadable e) {
            return failed(NOT_WRITTEN, String.valueOf(e.getMessage()));
        } catch (CifUnreadable e) {
            return failed(IMPOSSIBLE, file + " is not CIF, " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return failed(IMPOSSIBLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(
                    IMPOSSIBLE,
                    e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : "cannot go on: " + e);
        }
    }

    private int failed(int exitCode, String why) {
        err.println(ShownText.of(why));
        return exitCode;
    }

    private DataBlock chosenBlock() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file + ": give an imgCIF");
        }
        List<DataBlock> blocks;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            blocks = new CifReader(CifLimits.LARGE).read(in);
        }
        List<DataBlock> chosen = blocks.stream()
                .filter(its -> block == null || its.name().equalsIgnoreCase(block))
                .toList();
        if (chosen.size() != 1) {
            throw new IllegalArgumentException(file + " has the data blocks "
                    + blocks.stream().map(DataBlock::name).collect(Collectors.joining(", "))
                    + ": name one of them by --block");
        }
        return chosen.get(0);
    }

    private void write(FrameExport export, String chosen, FrameNumbers numbers) throws IOException {
        if (local != null && !Files.isDirectory(local)) {
            throw new IllegalArgumentException("there is no folder " + local + ": give the one with the image files");
        }
        export.frames(chosen, numbers.lastOnly()); // before anything is written
        ExportFolder folder =
                ExportFolder.of(to, file, export.scans().size() > 1 ? Optional.of(chosen) : Optional.empty());
        if (!overwrite) {
            folder.requireOwn(numbers);
        }
        StoredFiles stored = local == null ? new BesideTheFile(file) : new LocalFolder(local);
        for (FrameNumbers some : numbers.pieces()) {
            for (ExportFrame frame : export.frames(chosen, some)) {
                folder.write(frame.number(), out -> export.write(frame, images, stored, out));
            }
        }
    }
}
