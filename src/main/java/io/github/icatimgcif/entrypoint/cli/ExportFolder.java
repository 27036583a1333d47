package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.export.FrameExport;
import io.github.icatimgcif.judge.export.FrameNumbers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.UUID;

/** The folder that frames are exported to. A file is there whole or not at all. */
final class ExportFolder {

    private static final int LONGEST_NAME = 120;

    private final Path folder;
    private final String name;

    private ExportFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** What writes one file. */
    @FunctionalInterface
    interface Content {
        /** Writes it; {@code out} need not be buffered. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * A folder, made if it is not there.
     *
     * @param imgCif the file whose name the frames get
     * @param scan   is part of the names; empty if the frames of one scan are all there are
     */
    static ExportFolder of(Path folder, Path imgCif, Optional<String> scan) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file: give a folder by --to");
        }
        Files.createDirectories(folder);
        String stem = String.valueOf(imgCif.getFileName()).replaceFirst("(?i)\\.(cif|imgcif|cbf)$", "");
        return new ExportFolder(folder, safe(stem + scan.map(id -> "_" + id).orElse("")));
    }

    private static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
        return safe.isEmpty() ? "frame" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    }

    /** Where a frame goes. */
    Path file(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%s_%05d.cbf", name, number));
    }

    /**
     * Looks whether all files that are there may be replaced.
     *
     * @throws IOException if one is not by this program
     */
    void requireOwn(FrameNumbers numbers) throws IOException {
        for (PrimitiveIterator.OfInt all = numbers.stream().iterator(); all.hasNext(); ) {
            Path file = file(all.nextInt());
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)) {
                throw new IOException(
                        file + " is there and was not written by this program: move it away, or say --overwrite");
            }
        }
    }

    private static boolean isOwn(Path file) throws IOException {
        byte[] magic = FrameExport.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }

    /** Writes a frame beside its place and moves it there. */
    void write(int number, Content content) throws IOException {
        Path file = file(number);
        Path written = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(written, StandardOpenOption.CREATE_NEW))) {
                content.write(out);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
