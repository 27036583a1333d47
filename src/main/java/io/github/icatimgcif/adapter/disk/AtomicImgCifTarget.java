package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.write.ImgCifContent;
import io.github.icatimgcif.conversion.write.ImgCifTarget;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.conversion.write.Writing.Blocked;
import io.github.icatimgcif.conversion.write.Writing.Cause;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes an imgCIF under a temporary name in its folder, makes it survive a loss of power, and renames it: whoever looks sees
 * the old file or the new one, whole.
 */
public final class AtomicImgCifTarget implements ImgCifTarget {

    private static final int BUFFER = 1 << 16;

    /** Reasons that whoever writes there is told. A quota is not among them, which others may have left. */
    private static final List<String> OF_THE_STORAGE = List.of(
            "no space left",
            "read-only file system",
            "stale file handle",
            "input/output error",
            "transport endpoint is not connected",
            "timed out",
            "host is down");

    private final DataRoots roots;
    private final Clock clock;
    private final Milestones milestones;

    /**
     * @param dataRoots  folders below which files may be written, links resolved
     * @param clock      gives the date that a new file calls its own
     * @param milestones hears when the content lies in the temporary file
     */
    public AtomicImgCifTarget(List<Path> dataRoots, Clock clock, Milestones milestones) {
        this.roots = new DataRoots(dataRoots);
        this.clock = clock;
        this.milestones = milestones;
    }

    @Override
    public Writing write(Path place, ImgCifContent content) {
        try {
            return writeInto(place.toAbsolutePath().normalize(), content);
        } catch (Obstacle obstacle) {
            return new Blocked(Cause.PERMANENT, obstacle.reason());
        } catch (UncheckedIOException trouble) {
            return blocked(place, new IOException(trouble.getMessage(), trouble));
        } catch (IOException trouble) {
            return blocked(place, trouble);
        }
    }

    private Writing writeInto(Path place, ImgCifContent content) throws IOException {
        Path folder = Optional.ofNullable(place.getParent())
                .orElseThrow(() -> new Obstacle(place + " is no place for a file"));
        Path target = madeFolder(folder).resolve(place.getFileName());
        Optional<LocalDate> own = ownDate(target);
        TemporaryFile.removeLeftOvers(target, clock.instant());
        if (own.isPresent()) {
            Optional<WrittenImgCif> unchanged = unchanged(target, own.get(), content);
            if (unchanged.isPresent()) {
                return new Writing.Written(unchanged.get());
            }
        }
        return new Writing.Written(replaced(target, content));
    }

    /** Makes the folder, but never outside the data roots, also not through a link on the way. */
    private Path madeFolder(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = Optional.ofNullable(existing.getParent())
                    .orElseThrow(() -> new Obstacle("no part of " + folder + " exists"));
        }
        insideRoots(existing.toRealPath(), folder);
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        insideRoots(real, folder);
        return real;
    }

    private void insideRoots(Path real, Path folder) throws IOException {
        if (!roots.holds(real)) {
            throw new Obstacle(folder + " lies outside the data roots " + roots.folders()
                    + "; imgCIF files are written only below them");
        }
    }

    /** The date of the file that is there, if it is one of ours. */
    private static Optional<LocalDate> ownDate(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Obstacle(
                    target + " is a folder or a link, not a file; remove it or change the path of imgCIF files");
        }
        Optional<LocalDate> own = OwnImgCif.creationDate(target);
        if (own.isEmpty()) {
            throw new Obstacle(target + " was not written by icat-imgcif and is not overwritten; move it away");
        }
        return own;
    }

    /** The file as it is, if the content with the file's own date gives these very bytes. */
    private static Optional<WrittenImgCif> unchanged(Path target, LocalDate date, ImgCifContent content)
            throws IOException {
        Fingerprint wanted = new Fingerprint(OutputStream.nullOutputStream());
        try (OutputStream out = new BufferedOutputStream(wanted, BUFFER)) {
            content.writeTo(out, date);
        }
        if (Files.size(target) != wanted.size()) {
            return Optional.empty();
        }
        Fingerprint present = new Fingerprint(OutputStream.nullOutputStream());
        try (InputStream in = Files.newInputStream(target)) {
            in.transferTo(present);
        }
        String sha256 = present.sha256();
        return sha256.equals(wanted.sha256())
                ? Optional.of(written(target, present.size(), sha256, false))
                : Optional.empty();
    }

    private WrittenImgCif replaced(Path target, ImgCifContent content) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.beside(target)) {
            Fingerprint fingerprint = new Fingerprint(temporary.output());
            OutputStream out = new BufferedOutputStream(fingerprint, BUFFER);
            content.writeTo(out, LocalDate.now(clock));
            out.flush();
            temporary.force();
            milestones.accept(Milestone.PREPARED);
            ownDate(target); // somebody else may have put a file there while ours was written
            temporary.becomes(target);
            forceFolder(target);
            return written(target, fingerprint.size(), fingerprint.sha256(), true);
        }
    }

    private static WrittenImgCif written(Path target, long size, String sha256, boolean isNew) throws IOException {
        return new WrittenImgCif(
                target, size, sha256, Files.getLastModifiedTime(target).toInstant(), isNew);
    }

    private static void forceFolder(Path target) throws IOException {
        try (FileChannel folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Blocked blocked(Path place, IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return new Blocked(
                    Cause.PERMANENT, "this service may not write " + place + ": give it the right to the folder");
        }
        if (trouble instanceof FileAlreadyExistsException file) {
            return new Blocked(
                    Cause.PERMANENT,
                    "cannot write " + place + ": " + file.getFile()
                            + " is a file where a folder is needed; remove it or" + " change the path of imgCIF files");
        }
        if (trouble instanceof NoSuchFileException) {
            return new Blocked(Cause.PASSING, "the folder of " + place + " went away while the imgCIF was written");
        }
        String reason = trouble instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(trouble.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        // A disk that is full, over its quota or read-only, and a server that lost the file, are mended without us.
        boolean permanent =
                lower.contains("not permitted") || lower.contains("name too long") || lower.contains("not a directory");
        Cause passing = OF_THE_STORAGE.stream().anyMatch(lower::contains) ? Cause.STORAGE : Cause.PASSING;
        return new Blocked(permanent ? Cause.PERMANENT : passing, "cannot write " + place + ": " + reason);
    }

    /** Something that stays in the way until somebody acts. */
    private static final class Obstacle extends IOException {

        private static final long serialVersionUID = 1L;

        Obstacle(String message) {
            super(message);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
