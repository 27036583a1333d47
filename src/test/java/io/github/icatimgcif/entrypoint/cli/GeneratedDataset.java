package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small NXmx dataset made anew; needs the generator of the shared folder and python3 with h5py. */
final class GeneratedDataset {

    private GeneratedDataset() {}

    /**
     * Makes ten frames without pixels in a folder; skips the test where that is impossible.
     *
     * @return the master file
     */
    static Path in(Path folder, String... options) {
        Path generator =
                Path.of(System.getProperty("shared.folder", "../shared")).resolve("tools/make_nxmx.py");
        Assumptions.assumeTrue(
                Files.exists(generator),
                "SKIPPED: there is no " + generator + "; set -Dshared.folder to the shared folder");
        String python = System.getProperty("python", "python3");
        List<String> command = new ArrayList<>(
                List.of(python, generator.toString(), "dls", folder.toString(), "--frames=10", "--pixels=none"));
        command.addAll(List.of(options));
        Assumptions.assumeTrue(
                succeeds(command), "SKIPPED: " + python + " could not run the generator (h5py, lz4?), set -Dpython");
        return folder.resolve("x.nxs");
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noPython) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dataset was made", e);
        }
    }
}
