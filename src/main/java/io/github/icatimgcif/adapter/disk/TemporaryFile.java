package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.OneLine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A hidden file {@code .NAME.<uuid>.icat-imgcif-tmp} beside its target. It is locked as long as somebody writes it, so what a
 * crash left behind can be told from what another service is just writing.
 */
final class TemporaryFile implements AutoCloseable {

    private static final String SUFFIX = ".icat-imgcif-tmp";

    /** How often a new name is tried when somebody cleans up in the moment between making and locking the file. */
    private static final int ATTEMPTS = 20;

    /** The largest imgCIF is written in minutes: what was not written to for so long is nobody's, also where nothing can be locked. */
    private static final Duration OLD = Duration.ofDays(1);

    /**
     * Those this process writes. Closing any second channel of a file would give up this process' lock of it (POSIX), so they
     * are never opened again.
     */
    private static final Set<Path> BEING_WRITTEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** A new one for this target. */
    static TemporaryFile beside(Path target) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<TemporaryFile> made = attempt(target);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IOException("no temporary file beside " + target + " could be kept: something removes them at once");
    }

    private static Optional<TemporaryFile> attempt(Path target) throws IOException {
        Path path = target.resolveSibling(prefix(target) + UUID.randomUUID() + SUFFIX);
        BEING_WRITTEN.add(path);
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException | RuntimeException cannotMake) {
            BEING_WRITTEN.remove(path);
            throw cannotMake;
        }
        TemporaryFile made = new TemporaryFile(path, channel);
        if (made.isLocked() && Files.exists(path)) {
            return Optional.of(made);
        }
        made.close();
        return Optional.empty();
    }

    /** Whether this process may rely on the file; a file system without locks has to do without. */
    private boolean isLocked() {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    /** Makes sure that the content survives a loss of power. */
    void force() throws IOException {
        channel.force(true);
    }

    /** Puts the content under its name in one step. */
    void becomes(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the file if it still has its temporary name. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            BEING_WRITTEN.remove(path);
        }
    }

    /** Removes what crashes left of this target; leaves what is being written, and what it cannot remove: the new file counts more. */
    static void removeLeftOvers(Path target, Instant now) {
        String prefix = prefix(target);
        try {
            FolderEntries.each(target.resolveSibling(""), file -> {
                if (isOf(prefix, file) && !BEING_WRITTEN.contains(file)) {
                    removeIfNobodyWrites(file, now);
                }
                return true;
            });
        } catch (IOException e) {
            log(Level.WARNING, "cannot look for what a crash left beside an imgCIF", target, e);
        }
    }

    private static boolean isOf(String prefix, Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(prefix)
                && name.endsWith(SUFFIX)
                && name.length() == prefix.length() + 36 + SUFFIX.length();
    }

    private static void removeIfNobodyWrites(Path file, Instant now) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            return; // its writer has finished
        } catch (OverlappingFileLockException ownThread) {
            return; // another thread of this process cleans up here
        } catch (IOException cannotLock) {
            removeIfOld(file, now, cannotLock);
        }
    }

    /** Where nothing can be locked, nobody can tell whether a file is being written but by its age. */
    private static void removeIfOld(Path file, Instant now, IOException why) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(OLD))) {
                Files.deleteIfExists(file);
            } else {
                log(Level.INFO, "left a temporary file that cannot be locked, until it is old", file, why);
            }
        } catch (IOException e) {
            log(Level.WARNING, "cannot remove a temporary file", file, e);
        }
    }

    /** By Java's own logger, and not before it is needed: the command line has no other, and starts without it. */
    private static void log(Level level, String what, Path file, IOException why) {
        System.getLogger(TemporaryFile.class.getName())
                .log(level, what + "; file=" + OneLine.of(file.toString()) + " cause=" + OneLine.of(why.toString()));
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }
}
