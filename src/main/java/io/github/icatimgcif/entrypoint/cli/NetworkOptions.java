package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user allows a check to ask over the network: nothing unless he says so, or gives a URL in place of a file. */
final class NetworkOptions {

    private static final long MEGABYTE = 1_000_000;
    private static final int LARGEST = 256;
    /** What the original brings here at most without {@code -m}. */
    private static final int LARGEST_OF_CHECKIMGCIF = 1;

    @Option(
            names = "--network",
            description =
                    "ask for the image files that the URIs name, at the hosts of --allow-host; only whether they are"
                            + " there, unless images are to be read")
    private boolean network;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description = "a host that may be asked, and that a URL may be redirected to: archive.example.org,"
                    + " *.example.org or archive.example.org:8443; may be repeated")
    private List<String> hosts = List.of();

    @Option(
            names = "--allow-private",
            description = "these hosts, and those of URLs, may be at addresses of the facility and of this machine")
    private boolean isPrivateAllowed;

    @Option(
            names = "--max-download",
            paramLabel = "MB",
            description =
                    "the largest file that is fetched; default 256, and with --as-checkimgcif 1 for an image file")
    private @Nullable Integer largest;

    /** What is wrong with the options; empty if nothing is. */
    Optional<String> mistake(CheckNetwork web, List<String> files) {
        if (network && hosts.isEmpty()) {
            return Optional.of("--network asks only hosts that are named: add --allow-host archive.example.org");
        }
        if (!network && !hosts.isEmpty() && files.stream().noneMatch(NetworkOptions::isUrl)) {
            return Optional.of("--allow-host is for --network and for files that are URLs: add --network");
        }
        if (largest != null && largest < 1) {
            return Optional.of("--max-download " + largest + ": give a number of megabytes, 1 or more");
        }
        return hosts.isEmpty() ? Optional.empty() : mistakeInHost(web);
    }

    private Optional<String> mistakeInHost(CheckNetwork web) {
        try {
            web.files(redirects());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("--allow-host: " + e.getMessage());
        }
    }

    /** The image files at the hosts that may be asked; empty if none may be. */
    Optional<StoredFiles> files(CheckNetwork web, Tests tests) {
        long most = tests == Tests.CHECKIMGCIF ? LARGEST_OF_CHECKIMGCIF : LARGEST;
        return network ? Optional.of(web.files(wish(most))) : Optional.empty();
    }

    /** Who may be asked for a file that is a URL, besides its own host. */
    CheckNetwork.Wish redirects() {
        return wish(LARGEST);
    }

    static boolean isUrl(String file) {
        String start = file.substring(0, Math.min(file.length(), 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    private CheckNetwork.Wish wish(long megabytes) {
        return new CheckNetwork.Wish(
                hosts,
                isPrivateAllowed ? CheckNetwork.Addresses.PRIVATE_TOO : CheckNetwork.Addresses.PUBLIC,
                (largest == null ? megabytes : largest) * MEGABYTE);
    }
}
