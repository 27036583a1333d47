package io.github.icatimgcif.experiment;

import java.util.Optional;

/**
 * What has to be undone before a file can be read as its format: an archive around it, a compression of the file itself.
 *
 * @param archive     the archive the file lies in
 * @param archivePath path of the file inside the archive; there if and only if there is an archive
 * @param compression how the file itself is compressed, inside the archive if there is one
 */
public record Packing(Optional<Archive> archive, Optional<String> archivePath, Optional<Compression> compression) {

    /** A plain file. */
    public static final Packing NONE = new Packing(Optional.empty(), Optional.empty(), Optional.empty());

    /** Archives as the dictionary names them. */
    public enum Archive {
        ZIP,
        /** A tar archive compressed by gzip. */
        TGZ,
        /** A tar archive compressed by bzip2. */
        TBZ
    }

    /** Compressions of a single file as the dictionary names them. */
    public enum Compression {
        GZ,
        BZ2
    }

    public Packing {
        if (archive.isPresent() != archivePath.isPresent()) {
            throw new IllegalArgumentException(
                    "an archive and a path inside it go together: " + archive + ", " + archivePath);
        }
    }
}
