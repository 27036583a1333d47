package io.github.icatimgcif.shared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Python that can import h5py: -Dpython, else python3 of the PATH, else that of the system, which has the packages of the
 * distribution where another Python comes first on the PATH.
 */
public final class Python {

    private static final Optional<String> WITH_H5PY = Stream.of(
                    System.getProperty("python", "python3"), "/usr/bin/python3")
            .filter(Python::hasH5py)
            .findFirst();

    private Python() {}

    /** Runs a script; the test is skipped where no Python has h5py. */
    public static Tool.Ended run(Path script, List<String> arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(WITH_H5PY.isPresent(), "SKIPPED: no python3 can import h5py, set -Dpython");
        List<String> command = new ArrayList<>(List.of(WITH_H5PY.get(), script.toString()));
        command.addAll(arguments);
        return Tool.run(Path.of("").toAbsolutePath(), command);
    }

    /** Makes a generated data set; the test is skipped where the generator or what it needs is absent. */
    public static void generate(String dialect, Path folder, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(dialect, folder.toString()));
        arguments.addAll(options);
        Tool.Ended ended = run(SharedFolder.at("tools/make_nxmx.py"), arguments);
        Assumptions.assumeTrue(
                ended.exit() == 0,
                "SKIPPED: the generator did not run (h5py, lz4, zstandard?), set -Dpython: " + ended.output());
    }

    private static boolean hasH5py(String interpreter) {
        try {
            return Tool.run(Path.of("").toAbsolutePath(), List.of(interpreter, "-c", "import h5py, numpy"))
                            .exit()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
