package io.github.icatimgcif.entrypoint.api.bundle;

import io.github.icatimgcif.conversion.collect.CatalogueFiles.Listed;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is in a bundle: sizes, checksums as they were sent, and what the catalogue says of each file. */
public final class Manifest {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CRC32 = Pattern.compile("[0-9a-f]{1,8}");

    private final StringBuilder table = new StringBuilder(
            "path\tbytes\tsha256\tbytes in the catalogue\tchecksum in the catalogue\tthe catalogue\n");
    private final StringBuilder checksums = new StringBuilder();

    /** Of an empty bundle. */
    public Manifest() {}

    /**
     * A file has been sent.
     *
     * @param path   in the bundle's folder
     * @param listed what the catalogue has of it; empty if it does not have it
     */
    public void sent(String path, long size, String sha256, long crc32, Optional<Listed> listed) {
        table.append(path)
                .append('\t')
                .append(size)
                .append('\t')
                .append(sha256)
                .append('\t')
                .append(listed.flatMap(Listed::size).map(String::valueOf).orElse("-"))
                .append('\t')
                .append(listed.flatMap(Listed::checksum)
                        .map(text -> text.replaceAll("\\s", " "))
                        .orElse("-"))
                .append('\t')
                .append(listed.map(file -> compared(file, size, sha256, crc32)).orElse("does not have it"))
                .append('\n');
        checksums.append(sha256).append("  ").append(path).append('\n');
    }

    private static String compared(Listed file, long size, String sha256, long crc32) {
        if (file.size().filter(stated -> stated != size).isPresent()) {
            return "differs in size";
        }
        String sizes = file.size().isPresent() ? "same size" : "no size";
        if (file.checksum().isEmpty()) {
            return sizes + ", no checksum";
        }
        String checksum =
                file.checksum().get().strip().toLowerCase(Locale.ROOT).replaceFirst("^(sha-?256|crc-?32):", "");
        Optional<Boolean> same = SHA256.matcher(checksum).matches()
                ? Optional.of(checksum.equals(sha256))
                : CRC32.matcher(checksum).matches()
                        ? Optional.of(Long.parseLong(checksum, 16) == crc32)
                        : Optional.empty();
        return same.map(agrees -> agrees ? sizes + ", same checksum" : "differs in checksum")
                .orElse(sizes + ", another kind of checksum");
    }

    /** A table with a heading, fields apart by tabs. */
    public String table() {
        return table.toString();
    }

    /** As {@code sha256sum -c} reads it. */
    public String checksums() {
        return checksums.toString();
    }
}
