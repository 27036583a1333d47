package io.github.icatimgcif.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The file system that the datasets of a soak lie on: in memory, so that it can be made full and read-only. */
final class SoakDisk implements AutoCloseable {

    private static final String ROOM = "size=4g";

    private final Path folder;
    private final boolean mounted;

    private SoakDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** Mounts one over a folder; where this user may not mount, the folder is as it was and gets into no trouble. */
    static SoakDisk at(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return new SoakDisk(folder, run("mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", folder.toString()) == 0);
    }

    /** Whether it can be brought into trouble. */
    boolean isMounted() {
        return mounted;
    }

    /** What is written between the look and the new size makes the size too small: then it is looked again. */
    void makeFull() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    FileStore store = Files.getFileStore(folder);
                    return mountAgain("size=" + (store.getTotalSpace() - store.getUnallocatedSpace()));
                });
    }

    /** Whoever writes at this moment is let finish first. */
    void makeReadOnly() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mountAgain("ro"));
    }

    void makeWell() throws IOException, InterruptedException {
        if (!mountAgain("rw," + ROOM)) {
            throw new IOException("cannot mount " + folder + " again with room to write");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            // What a service that ends still has open goes with it.
            run("umount", "--lazy", folder.toString());
        }
    }

    private boolean mountAgain(String options) throws IOException, InterruptedException {
        return run("mount", "-o", "remount," + options, folder.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
