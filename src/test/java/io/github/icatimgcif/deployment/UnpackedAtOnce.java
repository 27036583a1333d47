package io.github.icatimgcif.deployment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What reports and exported frames may have unpacked in the temporary folder, by the settings that are shipped. */
final class UnpackedAtOnce {

    private UnpackedAtOnce() {}

    /** All that is unpacked at the same time. */
    static long bytes() throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(in);
        }
        long largest = Long.parseLong(
                        settings.getProperty("imgcif.checks.largest-image").replace("M", ""))
                << 20;
        return largest
                * (Long.parseLong(settings.getProperty("imgcif.checks.at-once"))
                        + Long.parseLong(settings.getProperty("imgcif.downloads.exports-at-once")));
    }
}
