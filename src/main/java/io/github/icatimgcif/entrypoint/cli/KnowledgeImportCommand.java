package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code knowledge import}: beamline files of published geometries. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a beamline file of each data block of a published geometry, in the McStas frame, and says what"
                        + " could not be taken over. Read what it made before you use it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a beamline file was made of each data block",
            "1:of a data block there can be none; the message says why",
            "2:wrong usage, or a file cannot be read or written"
        })
final class KnowledgeImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.cif", description = "beamline_geometries.cif, laboratory_geometries.cif or alike")
    private @Nullable Path cif;

    @Option(names = "--block", paramLabel = "NAME", description = "the only data block that is wanted; default: all")
    private @Nullable String block;

    @Option(
            names = "-o",
            paramLabel = "DIR",
            description =
                    "folder for the files, each named after its block; none is overwritten; default: standard output")
    private @Nullable Path folder;

    private final LocalKnowledge knowledge;
    private final PrintWriter out;
    private final PrintWriter err;

    KnowledgeImportCommand(LocalKnowledge knowledge, OutputStream standardOutput, PrintWriter err) {
        this.knowledge = knowledge;
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Path file = cif == null ? Path.of("") : cif;
        if (!Files.isRegularFile(file)) {
            err.println("there is no file " + file + "; give a CIF with axes");
            return ConvertCommand.IMPOSSIBLE;
        }
        List<LocalKnowledge.Imported> blocks = knowledge.imported(file, Optional.ofNullable(block));
        boolean first = true;
        for (LocalKnowledge.Imported imported : blocks) {
            imported.left().forEach(what -> err.println("data_" + imported.block() + ": not taken over: " + what));
            if (imported.text().isPresent() && folder != null) {
                write(folder, imported.block(), imported.text().get());
            } else if (imported.text().isPresent()) {
                out.print((first ? "" : "---\n") + imported.text().get());
                out.flush();
                first = false;
            }
        }
        return blocks.stream().allMatch(imported -> imported.text().isPresent())
                ? ConvertCommand.MADE
                : ConvertCommand.NOT_DESCRIBABLE;
    }

    private void write(Path into, String blockName, String text) throws IOException {
        Files.createDirectories(into);
        String name = blockName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_") + ".yaml";
        Path file = into.resolve(name);
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new IOException(
                    file + " is there already and is not overwritten; remove it or choose another folder", there);
        }
        err.println("data_" + blockName + ": " + file);
    }
}
