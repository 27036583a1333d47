package io.github.icatimgcif.wiring;

import io.github.icatimgcif.entrypoint.cli.ImgCifCommand;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Decides whether this run is a command or the service. */
final class CommandLineEntry {

    private CommandLineEntry() {}

    /** The exit code of the command that the arguments name; empty if they name none and the service is wanted. */
    static Optional<Integer> run(String... arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        withoutLog();
        // Not System.out and System.err, which a logging library may have taken over.
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        return Optional.of(ImgCifCommand.run(
                new LocalStages(),
                new LocalKnowledgeFiles(),
                new UsersNetwork(),
                "icat-imgcif " + ServiceVersion.get(),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                err,
                somebodyWatches(),
                arguments));
    }

    /**
     * A command says what it has to say in its findings. Without a log nothing of a library comes between them or into the
     * imgCIF on standard output, and the start need not look for one.
     */
    private static void withoutLog() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    /**
     * Whether standard error is a terminal. The launcher knows; without it Java tells only before version 22, since when there
     * is a console also where everything is redirected.
     */
    private static boolean somebodyWatches() {
        return Boolean.getBoolean("imgcif.terminal") || Runtime.version().feature() < 22 && System.console() != null;
    }
}
