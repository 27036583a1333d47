package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The files of a dataset: of a folder, a single one, or those of an archive, seen alike. Folders below the folder are not
 * looked into; those of an archive are part of its members' names. Holds nothing open between two calls; for one thread.
 *
 * <p>All methods throw {@link Unavailable} if the storage does not answer, {@link FilesUnusable} if what lies there is damaged
 * or cannot be linked to, and {@link OutsideDataRoots} if a file lies outside the folders that may be read.
 */
public interface RawFiles {

    /**
     * The files at a location, which may be a folder, a file, or an archive.
     *
     * @throws FilesUnusable if it is an archive that imgCIF has no word for (tar without compression, xz, 7z ...)
     */
    static RawFiles at(Path location, DataRoots roots) {
        return at(location, roots, Limits.DEFAULT);
    }

    /** The same with other limits. */
    static RawFiles at(Path location, DataRoots roots, Limits limits) {
        return Opening.at(location, roots, limits);
    }

    /** The folder, the file or the archive, as it was named. */
    Path location();

    /**
     * All files in natural order, none of them opened. Of a folder these are all names in it: what turns out to be no regular
     * file has no head. Costs a look at the folder, or at the directory of a zip archive; for a tar archive all of it has to be
     * decompressed, so {@link #walk} does more for the same price.
     */
    List<RawFile> list();

    /**
     * Hands over the first bytes of some files, in an order that suits the storage; an archive is read once, up to the last of them.
     *
     * @param which       files of {@link #list}
     * @param atMostBytes how many bytes of each, after decompression
     * @param taker       gets a head for each of them that is a regular file, and keeps what it needs
     */
    void heads(Collection<RawFile> which, int atMostBytes, Consumer<Head> taker);

    /**
     * Hands over the first bytes of all files, in the order they are stored, until {@code goOn} says no. One pass, nothing is
     * kept: for a tar archive the cheapest way to know its members and what they are.
     */
    void walk(int atMostBytes, Predicate<Head> goOn);

    /**
     * Hands over all bytes of one file, decompressed if it is compressed; of an archive compressed as a whole, what lies before
     * it is decompressed too.
     *
     * @param name  of the file, as {@link #list} would have it; it need not be called before
     * @param taker is handed the bytes at most once, and may leave some
     * @return whether there is such a file
     */
    boolean content(String name, ContentTaker taker);

    /** The bytes of a file at any place, to be closed by the caller; empty if it is compressed or lies in an archive. */
    Optional<FileContent> open(RawFile file);

    /** Where a file is stored, for links: its own path, or that of its archive. */
    Path path(RawFile file);

    /** What has to be undone to read a file. {@code compression} is what its head says, or that of another of its series. */
    Packing packing(RawFile file, Optional<Compression> compression);

    /**
     * The one archive in a folder that has no images beside it; empty if there is none or more than one, and for archives
     * themselves.
     */
    Optional<RawFiles> loneArchive();

    /** What was noticed about the files as such so far: members that were passed over, with the reason. */
    List<Finding> findings();

    /** What it is, for a person: {@code a folder of 3600 files}. */
    String description();
}
