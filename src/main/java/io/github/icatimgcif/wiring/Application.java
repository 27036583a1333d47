package io.github.icatimgcif.wiring;

import io.github.icatimgcif.wiring.embedded.CannotStart;
import io.github.icatimgcif.wiring.embedded.EmbeddedServers;
import io.github.icatimgcif.wiring.embedded.FreePort;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where everything starts. With an argument it is the command line tool and ends when the command is done; without, it is the
 * service.
 */
@QuarkusMain
public final class Application {

    private Application() {}

    /** Runs the command line tool or the service. */
    public static void main(String... arguments) {
        Optional<Integer> exitCode = CommandLineEntry.run(arguments);
        if (exitCode.isPresent()) {
            System.exit(exitCode.get());
        }
        try {
            serve(arguments);
        } catch (CannotStart e) {
            // Logging is not configured yet, and one line is all there is to say.
            standardError().println("icat-imgcif cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(String... arguments) {
        SmallRyeConfig configuration = StartConfiguration.read();
        requireHttpPort(configuration);
        EmbeddedServers servers = EmbeddedServers.start(
                Path.of(configuration
                        .getOptionalValue("imgcif.home", String.class)
                        .orElse("var")),
                StartConfiguration.isAbsent(configuration, "kafka.bootstrap.servers"),
                configuration
                        .getOptionalValue("imgcif.embedded.kafka-port", Integer.class)
                        .orElse(9092),
                StartConfiguration.isAbsent(configuration, "quarkus.datasource.jdbc.url"));
        servers.configuration().forEach(System::setProperty);
        // A JVM that was told to stop halts when its hooks are done, whatever the main thread still does: this hook
        // makes it
        // wait for the servers, and they wait for the service, which uses them to the last.
        ServiceEnd end = new ServiceEnd(servers);
        Runtime.getRuntime().addShutdownHook(new Thread(end::await, "embedded-servers-end"));
        Quarkus.run(null, (code, failure) -> ended(end, code, failure), arguments);
    }

    private static void ended(ServiceEnd end, int code, @Nullable Throwable failure) {
        end.reached();
        if (failure != null) {
            standardError().println("icat-imgcif cannot start: " + innermost(failure));
        }
        System.exit(code);
    }

    /** What Quarkus wraps says no more than that the start failed. */
    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void requireHttpPort(SmallRyeConfig configuration) {
        String host = configuration
                .getOptionalValue("quarkus.http.host", String.class)
                .orElse("0.0.0.0");
        int port = configuration
                .getOptionalValue("quarkus.http.port", Integer.class)
                .orElse(8080);
        try {
            FreePort.require(InetAddress.getByName(host), port, "quarkus.http.port");
        } catch (UnknownHostException e) {
            throw new CannotStart("there is no address " + host + ": set quarkus.http.host to one of this machine", e);
        }
    }

    @SuppressWarnings("SystemErr")
    private static PrintStream standardError() {
        return System.err;
    }
}
