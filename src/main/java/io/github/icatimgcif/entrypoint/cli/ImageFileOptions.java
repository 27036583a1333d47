package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.stored.FolderBeforeNetwork;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the user has a command look for the files that an imgCIF links to: nowhere unless he says so. */
final class ImageFileOptions {

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description =
                    "look in this folder for the image files that the URIs name, by the end of their paths, and whether they"
                            + " are there")
    private @Nullable Path local;

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    /** What is wrong with the options; empty if nothing is. */
    Optional<String> mistake(CheckNetwork web, List<String> files) {
        if (local != null && !Files.isDirectory(local)) {
            return Optional.of("there is no folder " + local + ": give the one with the image files");
        }
        return network.mistake(web, files);
    }

    /**
     * Where image files are looked for: here first, and over the network what is not here.
     *
     * @param otherwise where they are looked for here if no folder is given; empty if they are not
     */
    Optional<StoredFiles> files(CheckNetwork web, Tests tests, Optional<StoredFiles> otherwise) {
        Optional<StoredFiles> folder = Optional.ofNullable(local).map(LocalFolder::new);
        return FolderBeforeNetwork.either(folder.or(() -> otherwise), network.files(web, tests));
    }

    /**
     * The imgCIF itself, of a URL.
     *
     * @throws NotStored if it cannot be brought here
     */
    StoredFile fetched(CheckNetwork web, String url) {
        return web.fetched(url, network.redirects());
    }
}
