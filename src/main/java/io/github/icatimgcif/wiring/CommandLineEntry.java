package io.github.icatimgcif.wiring;

import io.github.icatimgcif.entrypoint.cli.ImgCifCommand;
import java.io.FileDescriptor;
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
        // Not System.out and System.err, which a logging library may have taken over.
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        return Optional.of(ImgCifCommand.run(
                new LocalStages(),
                "icat-imgcif " + ServiceVersion.get(),
                new FileOutputStream(FileDescriptor.out),
                err,
                System.console() != null,
                arguments));
    }
}
