package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.entrypoint.report.ShownText;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        CommandLine program =
                program(outside, version, standardInput, standardOutput, standardError, onTerminal, arguments);
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            standardError.println("the data need more memory than Java has, "
                    + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                    + " MB: give it more, as by JDK_JAVA_OPTIONS=-Xmx2g");
            return ConvertCommand.IMPOSSIBLE;
        }
    }

    /** The commands with their options; where the first argument names one, that one alone. */
    static CommandLine program(
            Outside outside,
            String version,
            InputStream standardInput,
            OutputStream standardOutput,
            PrintWriter standardError,
            boolean onTerminal,
            String... arguments) {
        CommandLine program = new CommandLine(new ImgCifCommand());
        Map<String, Supplier<CommandLine>> commands =
                commands(outside, version, standardInput, standardOutput, standardError, onTerminal);
        // Each command is looked through by reflection when it is made: where the first word names one, the others are
        // left out.
        String first = arguments.length == 0 ? "" : arguments[0];
        commands.forEach((name, command) -> {
            if (name.equals(first) || !commands.containsKey(first)) {
                program.addSubcommand(name, command.get());
            }
        });
        introduce(program, version, standardError);
        program.setOut(new PrintWriter(standardOutput, true, Charset.defaultCharset()));
        program.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(ShownText.of(command.getCommandName() + ": " + e.getMessage()));
            return ConvertCommand.IMPOSSIBLE;
        });
        return program;
    }

    /** What makes each command, by its name, in the order of the help. */
    private static Map<String, Supplier<CommandLine>> commands(
            Outside outside,
            String version,
            InputStream standardInput,
            OutputStream standardOutput,
            PrintWriter standardError,
            boolean onTerminal) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "convert",
                () -> new CommandLine(
                        new ConvertCommand(outside.conversion(), standardOutput, standardError, onTerminal)));
        commands.put(
                "check",
                () -> new CommandLine(new CheckCommand(
                        outside.web(), outside.images(), version, standardInput, standardOutput, standardError)));
        commands.put(
                "letter",
                () -> new CommandLine(new LetterCommand(outside.web(), version, standardOutput, standardError)));
        commands.put(
                "export",
                () -> new CommandLine(new ExportCommand(outside.images(), standardError))
                        .setCaseInsensitiveEnumValuesAllowed(true));
        commands.put("scan", () -> new CommandLine(new ScanCommand(standardOutput, standardError)));
        commands.put("reprocess", () -> reprocess(standardOutput, standardError, onTerminal));
        commands.put(
                "knowledge",
                () -> new CommandLine(new KnowledgeCommand())
                        .addSubcommand(new KnowledgeCheckCommand(outside.knowledge(), standardOutput, standardError))
                        .addSubcommand(new KnowledgeImportCommand(outside.knowledge(), standardOutput, standardError)));
        commands.put(
                "dlq",
                () -> new CommandLine(new DlqCommand())
                        .addSubcommand(new DlqListCommand(standardOutput))
                        .addSubcommand(new DlqShowCommand(standardOutput, standardError))
                        .addSubcommand(new DlqRetryCommand(standardOutput, standardError))
                        .addSubcommand(new DlqPurgeCommand(standardOutput, standardError)));
        return commands;
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
