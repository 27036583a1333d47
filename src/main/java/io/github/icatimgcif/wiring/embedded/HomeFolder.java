package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that keeps everything the embedded servers must not forget, held by one service at a time. The operating system
 * lets go of it when the service ends, however it ends.
 */
public final class HomeFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private HomeFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is not there and takes it for this service.
     *
     * @throws CannotStart if it cannot be written or another service has it
     */
    public static HomeFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel lockFile =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(lockFile)) {
                lockFile.close();
                throw new CannotStart("the folder " + path + " is in use by another running service: stop that one, or"
                        + " give this one a folder of its own with imgcif.home");
            }
            return new HomeFolder(path, lockFile);
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write in the folder " + path + " (" + e + "): make it writable, or name another one with"
                            + " imgcif.home",
                    e);
        }
    }

    private static boolean isFree(FileChannel lockFile) throws IOException {
        try {
            // The lock lives as long as its channel, which this object keeps.
            FileLock lock = lockFile.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Absolute path of the folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot let go of " + path, e);
        }
    }
}
