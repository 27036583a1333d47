package io.github.icatimgcif.adapter.images;

import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.FileKind;
import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.Limits;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The image file that a link leads to, plain on disk: as it lies there, or unpacked into a temporary file that is gone when this
 * is closed. What the link says of archive, compression and format was found to be so.
 */
final class ImageFile implements AutoCloseable {

    /** Of an archive 64 GiB are decompressed at most, some minutes; of a ZIP archive only the member. */
    private static final Limits LIMITS =
            new Limits(Limits.DEFAULT.mostFiles(), 64L << 30, 1_100, Limits.DEFAULT.ratioFrom());

    /** What is unpacked may have so many bytes whatever it comes from, and beyond that so many for each that is stored. */
    private static final long FREE = 256L * 1024 * 1024;

    private static final long LARGEST_RATIO = 200;

    private final Path path;
    private final FileKind kind;
    private final RawFiles plain;
    private final Optional<UnpackedFile> unpacked;

    private ImageFile(Path path, Optional<UnpackedFile> unpacked) {
        this.path = path;
        this.unpacked = unpacked;
        this.plain = RawFiles.at(path, roots(path));
        this.kind = kind(path, plain);
        requirePlain();
    }

    /**
     * The file of a link.
     *
     * @param stored          the file of its URI
     * @param largestUnpacked bytes that it may have when it is unpacked
     * @throws ImageUnreadable if the file is not what the link says
     */
    static ImageFile of(ImageLink link, Path stored, long largestUnpacked) throws IOException {
        RawFiles files = RawFiles.at(stored, roots(stored), LIMITS);
        Optional<Archive> archive =
                files.packing(new RawFile(""), Optional.empty()).archive();
        requireSame(
                ".archive_format",
                link.archiveFormat(),
                archive.map(Archive::name),
                "it is " + archive.map(found -> "a " + found + " archive").orElse("no archive of files"));
        boolean isPlain = archive.isEmpty() && compression(files).isEmpty();
        if (isPlain) {
            requireSame(".file_compression", link.fileCompression(), Optional.empty(), "it is not compressed");
        }
        Optional<UnpackedFile> unpacked = isPlain
                ? Optional.empty()
                : Optional.of(unpacked(files, link, archive, largest(stored, largestUnpacked)));
        try {
            ImageFile file = new ImageFile(unpacked.map(UnpackedFile::path).orElse(stored.toAbsolutePath()), unpacked);
            file.requireFormat(link);
            return file;
        } catch (RuntimeException e) {
            unpacked.ifPresent(UnpackedFile::close);
            throw e;
        }
    }

    private static long largest(Path stored, long largestUnpacked) throws IOException {
        return Math.min(largestUnpacked, Math.max(FREE, Files.size(stored) * LARGEST_RATIO));
    }

    private static UnpackedFile unpacked(RawFiles files, ImageLink link, Optional<Archive> archive, long largest)
            throws IOException {
        String name = archive.isEmpty()
                ? files.list().get(0).name()
                : link.archivePath()
                        .orElseThrow(() -> new ImageUnreadable(
                                ".archive_path does not say which file of the archive has the image"));
        UnpackedFile unpacked = UnpackedFile.of(files, name, largest);
        try {
            requireSame(
                    ".file_compression",
                    link.fileCompression(),
                    unpacked.compression().map(Compression::name),
                    "it is "
                            + unpacked.compression()
                                    .map(how -> "compressed as " + how)
                                    .orElse("not compressed"));
            return unpacked;
        } catch (RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private static void requireSame(String object, Optional<String> stated, Optional<String> found, String what) {
        if (!stated.map(word -> word.toUpperCase(Locale.ROOT)).equals(found)) {
            throw new ImageUnreadable(what + ", and _array_data_external_data" + object + " is "
                    + stated.orElse("not there") + "; it must be " + found.orElse("a dot or not there"));
        }
    }

    /** A link leads through one archive and one compression, no more. */
    private void requirePlain() {
        boolean isArchive =
                plain.packing(new RawFile(""), Optional.empty()).archive().isPresent();
        if (isArchive || kind.isArchive() || compression(plain).isPresent()) {
            throw new ImageUnreadable("what is unpacked from it is packed once more, which no link can say");
        }
    }

    private void requireFormat(ImageLink link) {
        Optional<String> stated = link.format().map(format -> format.toUpperCase(Locale.ROOT));
        if (kind == FileKind.OTHER) {
            throw new ImageUnreadable("it is no file of HDF5, CBF, SMV or TIFF, nor one of another image"
                    + stated.map(format -> ", though .format says " + format).orElse(""));
        }
        boolean isSame = stated.isEmpty()
                || stated.get().equals(kind.label().toUpperCase(Locale.ROOT))
                || stated.get().equals("MAR") && (kind == FileKind.TIFF || kind == FileKind.MAR345);
        if (!isSame) {
            throw new ImageUnreadable("it is a file of " + kind.label() + ", and _array_data_external_data.format is "
                    + link.format().orElse("") + "; both must be the same");
        }
    }

    private static Optional<Compression> compression(RawFiles file) {
        return head(file).flatMap(Head::compression);
    }

    private static Optional<Head> head(RawFiles file) {
        List<Head> heads = new ArrayList<>();
        file.heads(file.list(), FileKind.BYTES, heads::add);
        return heads.stream().findFirst();
    }

    private static FileKind kind(Path path, RawFiles file) {
        FileKind kind = head(file).map(FileKind::of).orElse(FileKind.OTHER);
        return kind == FileKind.OTHER && Hdf5File.hasSignature(path) ? FileKind.HDF5 : kind;
    }

    /** The folder of a file, and the one it really lies in if it is a link. */
    private static DataRoots roots(Path file) {
        Set<Path> folders = new LinkedHashSet<>();
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(folders::add);
        try {
            Optional.ofNullable(file.toRealPath().getParent()).ifPresent(folders::add);
        } catch (IOException e) {
            return new DataRoots(List.copyOf(folders)); // whoever opens it will say what is wrong
        }
        return new DataRoots(List.copyOf(folders));
    }

    /** Where it lies. */
    Path path() {
        return path;
    }

    /** What it is, by its bytes. */
    FileKind kind() {
        return kind;
    }

    /** The folders that it may link into: its own. */
    DataRoots roots() {
        return roots(path);
    }

    /** Its bytes at any place. */
    FileContent content() {
        return plain.open(plain.list().get(0)).orElseThrow(() -> new ImageUnreadable("it is no regular file"));
    }

    @Override
    public void close() {
        unpacked.ifPresent(UnpackedFile::close);
    }
}
