package io.github.icatimgcif.conversion.download;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All files below the folder of a dataset, to be given to somebody who may see the dataset and nothing else. Each folder is opened from
 * within the one above it, from the data root down, and no link is followed on the way, so that whoever may write somewhere below the
 * root cannot lead to what he may not read, not even while it is being read. A link to a file of the same folder is that file.
 */
public final class GivenFiles {

    private static final int DEEPEST = 40;
    private static final int MOST = 500_000;

    private final Path folder;
    private final Path root;

    /**
     * The files of a folder.
     *
     * @param folder absolute, as the dataset was announced
     * @throws OutsideDataRoots if it lies below no data root
     */
    public GivenFiles(DataRoots roots, Path folder) {
        this.folder = folder;
        this.root = roots.folders().stream()
                .filter(its -> folder.startsWith(its) && !folder.equals(its))
                .findFirst()
                .orElseThrow(() -> new OutsideDataRoots(folder, roots.folders()));
    }

    /**
     * A file.
     *
     * @param below  its path from the folder
     * @param source the path from the folder of where its bytes are: that of another file if it is a link to it
     * @param state  what it was when it was looked at
     */
    public record GivenFile(Path below, Path source, GivenFileState state) {}

    /**
     * What is in a folder.
     *
     * @param files   by their paths
     * @param leftOut what is not given, each with the reason
     */
    public record Listing(List<GivenFile> files, List<String> leftOut) {
        public Listing {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Looks through the folder.
     *
     * @throws IOException if it is not there, is reached by a link, or cannot be read
     */
    public Listing list() throws IOException {
        List<GivenFile> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        try (SecureDirectoryStream<Path> top = opened(Path.of(""))) {
            list(top, Path.of(""), files, leftOut);
        } catch (DirectoryIteratorException inTheMiddle) {
            throw inTheMiddle.getCause();
        }
        files.sort(Comparator.comparing(GivenFile::below));
        return new Listing(files, leftOut);
    }

    private void list(SecureDirectoryStream<Path> at, Path below, List<GivenFile> files, List<String> leftOut)
            throws IOException {
        for (Path entry : at) {
            Path name = name(entry);
            Path path = below.resolve(name);
            BasicFileAttributes its = attributes(at, name);
            if (files.size() >= MOST || path.getNameCount() > DEEPEST) {
                throw new IOException(folder + " has more than " + MOST + " files, or folders in one another than "
                        + DEEPEST + ": that is no dataset");
            }
            Optional<String> why = whyNot(name, its);
            if (why.isPresent()) {
                leftOut.add(shown(path) + ": " + why.get());
            } else if (its.isDirectory()) {
                try (SecureDirectoryStream<Path> down =
                        secure(at.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS))) {
                    list(down, path, files, leftOut);
                }
            } else if (its.isSymbolicLink()) {
                linked(path).ifPresentOrElse(files::add, () -> leftOut.add(shown(path) + ": a link to elsewhere"));
            } else {
                files.add(new GivenFile(path, path, GivenFileState.of(its)));
            }
        }
    }

    private static Optional<String> whyNot(Path name, BasicFileAttributes its) {
        String text = name.toString();
        if (text.startsWith(".")) {
            return Optional.of("hidden");
        }
        if (text.indexOf('\\') >= 0
                || text.indexOf('\uFFFD') >= 0
                || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("a name that is not safe in an archive");
        }
        return its.isOther() ? Optional.of("no file") : Optional.empty();
    }

    private static String shown(Path path) {
        return path.toString().replaceAll("\\p{Cntrl}", "?");
    }

    private Optional<GivenFile> linked(Path link) {
        try {
            Path real = folder.toRealPath();
            Path target = folder.resolve(link).toRealPath();
            BasicFileAttributes its =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return target.startsWith(real) && its.isRegularFile()
                    ? Optional.of(new GivenFile(link, real.relativize(target), GivenFileState.of(its)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A file from its beginning to its end. What is read is what was looked at: a file that is another, or has changed by the time its
     * end is reached, ends the reading by an error.
     */
    public InputStream open(GivenFile file) throws IOException {
        Path source = file.source();
        Path parent = source.getParent();
        try (SecureDirectoryStream<Path> in = opened(parent == null ? Path.of("") : parent)) {
            Path name = name(source);
            file.state().require(attributes(in, name), folder.resolve(source));
            InputStream content = Channels.newInputStream(
                    in.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
            return new UnchangedFile(content, () -> stillUnchanged(file));
        }
    }

    private void stillUnchanged(GivenFile file) throws IOException {
        Path parent = file.source().getParent();
        try (SecureDirectoryStream<Path> in = opened(parent == null ? Path.of("") : parent)) {
            file.state().require(attributes(in, name(file.source())), folder.resolve(file.source()));
        }
    }

    private SecureDirectoryStream<Path> opened(Path below) throws IOException {
        SecureDirectoryStream<Path> at = secure(Files.newDirectoryStream(root.toRealPath()));
        for (Path step : root.relativize(folder).resolve(below)) {
            if (step.toString().isEmpty()) {
                continue;
            }
            try (SecureDirectoryStream<Path> above = at) {
                at = secure(above.newDirectoryStream(step, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                throw new IOException(
                        "the folder " + folder.resolve(below) + " cannot be read, or is reached by a link"
                                + " below the data root " + root + " (" + e.getMessage() + ")",
                        e);
            }
        }
        return at;
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> folder) throws IOException {
        if (folder instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        folder.close();
        throw new IOException("this system cannot open a folder without following links: run the service on Linux");
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> in, Path name) throws IOException {
        return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static Path name(Path path) {
        return Optional.ofNullable(path.getFileName()).orElse(Path.of(""));
    }
}
