package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.collect.FilesInCatalogue;
import io.github.icatimgcif.conversion.collect.RawFolder;
import io.github.icatimgcif.conversion.download.GivenFiles;
import io.github.icatimgcif.conversion.download.GivenFiles.GivenFile;
import io.github.icatimgcif.conversion.map.ExternalUris;
import io.github.icatimgcif.conversion.map.MovedLinks;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The raw files of a bundle.
 *
 * @param folder  where they lie
 * @param source  what opens them
 * @param files   all of them
 * @param leftOut what lies there and is not in the bundle, each with the reason
 * @param known   what the catalogue has of them
 * @param only    the file that the dataset is, where it is one, in a folder that others may share; else empty
 */
record RawContent(
        RawFolder folder,
        GivenFiles source,
        List<GivenFile> files,
        List<String> leftOut,
        FilesInCatalogue known,
        Optional<Path> only) {

    /** All files of a dataset but its imgCIF. */
    static RawContent of(
            GivenFiles source, StoredDataset dataset, RawFolder folder, WrittenImgCif imgCif, FilesInCatalogue known)
            throws IOException {
        GivenFiles.Listing listing = source.list();
        Optional<Path> itself = folder.below(imgCif.path());
        List<GivenFile> files = listing.files().stream()
                .filter(file -> !Optional.of(file.below()).equals(itself))
                .toList();
        return new RawContent(
                folder, source, files, listing.leftOut(), known, folder.below(Path.of(dataset.location())));
    }

    /**
     * The same, of a dataset that is one file only what belongs to it.
     *
     * @param links those of the imgCIF, which all must be among them
     * @throws WebApplicationException with the answer, if one is not
     */
    RawContent requireAll(Set<String> links) {
        ExternalUris uris =
                new ExternalUris(MovedLinks.BESIDE, folder.path(), folder.path(), Optional.empty(), Optional.empty());
        Set<String> missing = new HashSet<>(links);
        files.forEach(file -> missing.remove(uris.of(folder.path().resolve(file.below()))));
        if (!missing.isEmpty()) {
            String first = links.stream().filter(missing::contains).findFirst().orElse("");
            throw new WebApplicationException(Problem.response(
                    Response.Status.CONFLICT,
                    missing.size() + " of the " + links.size()
                            + " files that the imgCIF links to are not in the dataset's"
                            + " folder now, the first is " + first + ": if they are on tape have the dataset restored;"
                            + " the bundle without raw=true needs none"));
        }
        if (only.isEmpty()) {
            return this;
        }
        List<GivenFile> own = files.stream()
                .filter(file -> file.below().equals(only.get())
                        || links.contains(uris.of(folder.path().resolve(file.below()))))
                .toList();
        return new RawContent(folder, source, own, List.of(), known, only);
    }

    /** All bytes of them. */
    long bytes() {
        return files.stream().mapToLong(file -> file.state().size()).sum();
    }
}
