package io.github.icatimgcif.experiment;

import java.util.Optional;

/**
 * What is wrapped around an image file: an archive that holds it, a compression of the whole file.
 *
 * @param archive     kind of the archive that holds the image file
 * @param archivePath path of the image file inside the archive; there if and only if there is an archive
 * @param compression compression of the image file itself
 */
public record Packing(Optional<Archive> archive, Optional<String> archivePath, Optional<Compression> compression) {

    /** A plain file. */
    public static final Packing NONE = new Packing(Optional.empty(), Optional.empty(), Optional.empty());

    /** Archives, as the dictionary names them; it has no word for a tar file that is not compressed or compressed by xz. */
    public enum Archive {
        ZIP,
        TGZ,
        TBZ
    }

    /** Compressions of a single file, as the dictionary names them. */
    public enum Compression {
        GZ,
        BZ2
    }

    public Packing {
        if (archive.isPresent() != archivePath.isPresent()) {
            throw new IllegalArgumentException("an archive and a path inside it belong together");
        }
    }

    /** A file inside an archive. */
    public static Packing in(Archive archive, String path) {
        return new Packing(Optional.of(archive), Optional.of(path), Optional.empty());
    }

    /** A file compressed as a whole. */
    public static Packing compressed(Compression compression) {
        return new Packing(Optional.empty(), Optional.empty(), Optional.of(compression));
    }

    /** The same around a file with another path in the same archive. */
    Packing at(String path) {
        return new Packing(archive, archive.map(kind -> path), compression);
    }
}
