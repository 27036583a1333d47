package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as seen from a command line. Without a command the service starts; that is decided before this is asked. */
@Command(
        name = "icat-imgcif",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Makes, checks and registers an imgCIF for every dataset that a facility stores."
                + " Without a command the service starts.")
public final class ImgCifCommand {

    private ImgCifCommand() {}

    /**
     * Runs a command.
     *
     * @param outside        what the commands need of the world outside
     * @param version        of this program
     * @param standardInput  what a file of the name {@code -} is read from
     * @param standardOutput where results go
     * @param standardError  where messages go
     * @param onTerminal     whether somebody watches standard error
     * @return the exit code
     */
    public static int run(
            Outside outside,
            String version,
            InputStream standardInput,
            OutputStream standardOutput,
            PrintWriter standardError,
            boolean onTerminal,
            String... arguments) {
        CommandLine program = program(outside, version, standardInput, standardOutput, standardError, onTerminal);
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            standardError.println("the data need more memory than Java has, "
                    + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                    + " MB: give it more, as by JDK_JAVA_OPTIONS=-Xmx2g");
            return ConvertCommand.IMPOSSIBLE;
        }
    }

    /** The commands with their options. */
    static CommandLine program(
            Outside outside,
            String version,
            InputStream standardInput,
            OutputStream standardOutput,
            PrintWriter standardError,
            boolean onTerminal) {
        CommandLine program = new CommandLine(new ImgCifCommand());
        program.addSubcommand(new ConvertCommand(outside.conversion(), standardOutput, standardError, onTerminal));
        program.addSubcommand(new CheckCommand(
                outside.web(), outside.images(), version, standardInput, standardOutput, standardError));
        program.addSubcommand(new LetterCommand(outside.web(), version, standardOutput, standardError));
        program.addSubcommand(new CommandLine(new ExportCommand(outside.images(), standardError))
                .setCaseInsensitiveEnumValuesAllowed(true));
        program.addSubcommand(new ScanCommand(standardOutput, standardError));
        program.addSubcommand(reprocess(standardOutput, standardError, onTerminal));
        program.addSubcommand(new CommandLine(new KnowledgeCommand())
                .addSubcommand(new KnowledgeCheckCommand(outside.knowledge(), standardOutput, standardError))
                .addSubcommand(new KnowledgeImportCommand(outside.knowledge(), standardOutput, standardError)));
        program.addSubcommand(new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand(standardOutput))
                .addSubcommand(new DlqShowCommand(standardOutput, standardError))
                .addSubcommand(new DlqRetryCommand(standardOutput, standardError))
                .addSubcommand(new DlqPurgeCommand(standardOutput, standardError)));
        introduce(program, version, standardError);
        program.setOut(new PrintWriter(standardOutput, true, Charset.defaultCharset()));
        program.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(ShownText.of(command.getCommandName() + ": " + e.getMessage()));
            return ConvertCommand.IMPOSSIBLE;
        });
        return program;
    }

    private static CommandLine reprocess(OutputStream standardOutput, PrintWriter standardError, boolean onTerminal) {
        BacklogWatch watch = new BacklogWatch(standardOutput, standardError, onTerminal);
        CommandLine reprocess = new CommandLine(new ReprocessCommand(watch))
                .addSubcommand(new ReprocessListCommand(standardOutput))
                .addSubcommand(new ReprocessShowCommand(standardOutput));
        for (String verb : List.of("pause", "resume", "cancel", "retry")) {
            reprocess.addSubcommand(verb, new ReprocessVerbCommand(verb, standardOutput));
        }
        return reprocess;
    }

    private static void introduce(CommandLine command, String version, PrintWriter standardError) {
        command.setErr(standardError);
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(below -> introduce(below, version, standardError));
    }
}
