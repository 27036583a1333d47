package io.github.icatimgcif.entrypoint.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code knowledge check}: reads all that a facility edits, and says what is known and what is not. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads all mapping, beamline and facility files as strictly as the service does when it starts.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the files can be used", "2:a file has a mistake, or the folder is not there"})
final class KnowledgeCheckCommand implements Callable<Integer> {

    private static final Path BESIDE = Path.of("config");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder that wins over the shipped files, file by file; default: config")
    private @Nullable Path folder;

    private final LocalKnowledge knowledge;
    private final PrintWriter out;
    private final PrintWriter err;

    KnowledgeCheckCommand(LocalKnowledge knowledge, OutputStream standardOutput, PrintWriter err) {
        this.knowledge = knowledge;
        this.out = new PrintWriter(standardOutput, true, StandardCharsets.UTF_8);
        this.err = err;
    }

    @Override
    public Integer call() {
        if (folder != null && !Files.isDirectory(folder)) {
            err.println("there is no folder " + folder + "; give the one that has beamlines/, mapping/ or facilities/");
            return ConvertCommand.IMPOSSIBLE;
        }
        LocalKnowledge.Checked checked = knowledge.check(folder == null ? BESIDE : folder);
        checked.lines().forEach(out::println);
        checked.mistakes().forEach(mistake -> err.println("mistake: " + mistake));
        return checked.mistakes().isEmpty() ? ConvertCommand.MADE : ConvertCommand.IMPOSSIBLE;
    }
}
