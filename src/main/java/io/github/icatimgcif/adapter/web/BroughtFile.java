package io.github.icatimgcif.adapter.web;

import io.github.icatimgcif.judge.stored.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file that was brought here to be read once: in a folder of its own, which nobody else can look into, gone when it is closed. */
final class BroughtFile implements StoredFile {

    /** A name that is kept, because readers look at its end; never one that leads anywhere. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Path path;

    private BroughtFile(Path path) {
        this.path = path;
    }

    /** An empty one for what a URI leads to. */
    static BroughtFile in(String uri) {
        String path = uri.split("[?#]", 2)[0];
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            Path folder = Files.createTempDirectory("imgcif-brought-");
            return new BroughtFile(folder.resolve(HARMLESS.matcher(name).matches() ? name : "file"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made for a file that is brought here", e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Path folder = path.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path + ", which was brought here to be read once", e);
        }
    }
}
