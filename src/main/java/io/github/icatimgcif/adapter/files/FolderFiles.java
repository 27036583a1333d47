package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The files of a folder, or one file. */
final class FolderFiles implements RawFiles {

    /** Heads are small; a network drive answers in pieces of this size anyway. */
    private static final int READ_AHEAD = 16 * 1024;

    private final Path location;
    private final Path folder;
    private final Optional<String> onlyFile;
    private final DataRoots roots;
    private final Limits limits;
    private Optional<List<RawFile>> listed = Optional.empty();
    private List<Finding> findings = List.of();

    private FolderFiles(Path location, Path folder, Optional<String> onlyFile, DataRoots roots, Limits limits) {
        this.location = location;
        this.folder = folder;
        this.onlyFile = onlyFile;
        this.roots = roots;
        this.limits = limits;
    }

    static FolderFiles at(Path location, DataRoots roots, Limits limits) {
        Path absolute = location.toAbsolutePath().normalize();
        Path real = roots.confine(absolute);
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null || !isRegular(real)) {
            return new FolderFiles(absolute, absolute, Optional.empty(), roots, limits);
        }
        return new FolderFiles(absolute, parent, Optional.of(name.toString()), roots, limits);
    }

    boolean isOneFile() {
        return onlyFile.isPresent();
    }

    @Override
    public Path location() {
        return location;
    }

    @Override
    public List<RawFile> list() {
        if (listed.isEmpty()) {
            listed =
                    Optional.of(onlyFile.map(name -> List.of(new RawFile(name))).orElseGet(this::names));
        }
        return listed.get();
    }

    private List<RawFile> names() {
        List<RawFile> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files; // listing a pipe would wait for its writer for ever
        }
        try {
            FolderEntries.each(folder, entry -> {
                files.add(new RawFile(String.valueOf(entry.getFileName())));
                if (files.size() > limits.mostFiles()) {
                    throw new FilesUnusable(
                            folder.toString(),
                            "has more than " + limits.mostFiles()
                                    + " files, more than a dataset has or than fit into memory: give each"
                                    + " dataset a folder of its own, or Java more memory (-Xmx)");
                }
                return true;
            });
        } catch (IOException e) {
            if (DataRoots.saysMissing(e)) {
                return List.of();
            }
            throw Unavailable.ofStorage("cannot list " + folder, e);
        }
        CompressedCopies copies = CompressedCopies.among(files);
        findings = copies.findings();
        return copies.originals().stream()
                .sorted(Comparator.comparing(RawFile::name, NaturalOrder.OF_NAMES))
                .toList();
    }

    @Override
    public void heads(Collection<RawFile> which, int atMostBytes, Consumer<Head> taker) {
        which.forEach(file -> head(file, atMostBytes).ifPresent(taker));
    }

    @Override
    public void walk(int atMostBytes, Predicate<Head> goOn) {
        for (RawFile file : list()) {
            Optional<Head> head = head(file, atMostBytes);
            if (head.isPresent() && !goOn.test(head.get())) {
                return;
            }
        }
    }

    /** Empty if it is no regular file, or a link to somewhere that may not be read: neither is one of the dataset's files. */
    private Optional<Head> head(RawFile file, int atMostBytes) {
        Path path = path(file);
        if (!roots.holds(path) || !isRegular(path)) {
            return Optional.empty();
        }
        try (FileContent content = FileContent.open(roots.confine(path))) {
            int readAhead = Math.max(Compressed.MAGIC, Math.min(atMostBytes, READ_AHEAD));
            return Optional.of(Compressed.head(file, content.stream(readAhead), atMostBytes));
        } catch (IOException e) {
            throw new FilesUnusable(
                    file.name(), "is compressed and cannot be decompressed: " + e.getMessage() + "; copy it anew", e);
        }
    }

    @Override
    public boolean content(String name, ContentTaker taker) {
        Path path = path(new RawFile(name));
        Path real = roots.confine(path);
        if (!isRegular(real)) {
            return false;
        }
        try (FileContent content = FileContent.open(real)) {
            Compressed.content(content.stream(READ_AHEAD), taker);
            return true;
        } catch (IOException e) {
            throw new FilesUnusable(
                    name, "is compressed and cannot be decompressed: " + e.getMessage() + "; copy it anew", e);
        }
    }

    @Override
    public Optional<FileContent> open(RawFile file) {
        Path path = path(file);
        Path real = roots.confine(path);
        if (!isRegular(real)) {
            return Optional.empty();
        }
        FileContent content = FileContent.open(real);
        if (Compressed.of(content.read(0, Compressed.MAGIC)).isPresent()) {
            content.close();
            return Optional.empty();
        }
        return Optional.of(content);
    }

    @Override
    public Path path(RawFile file) {
        return folder.resolve(file.name());
    }

    @Override
    public Packing packing(RawFile file, Optional<Compression> compression) {
        return new Packing(Optional.empty(), Optional.empty(), compression);
    }

    @Override
    public Optional<RawFiles> loneArchive() {
        return Opening.loneArchive(this, roots, limits);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String description() {
        if (onlyFile.isPresent()) {
            return "one file";
        }
        return Files.isDirectory(folder)
                ? "a folder of " + list().size() + " files"
                : "a place where there is neither a folder nor a file";
    }

    private static boolean isRegular(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
        } catch (IOException e) {
            if (DataRoots.saysMissing(e)) {
                return false;
            }
            throw Unavailable.ofStorage("cannot look at " + path, e);
        }
    }
}
