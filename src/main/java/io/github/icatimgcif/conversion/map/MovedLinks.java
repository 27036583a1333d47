package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.conversion.collect.RawFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The links of an imgCIF, written for where its user finds the raw files. */
public final class MovedLinks implements UnaryOperator<String> {

    /** Links to raw files that lie beside the imgCIF, in a folder {@code raw} with all that is below the dataset's folder. */
    public static final String BESIDE = "raw/{below}";

    private final WrittenLinks written;
    private final RawFolder folder;
    private final ExternalUris uris;
    private final Function<Path, Optional<Long>> fileIds;
    private String before = "";
    private String after = "";

    /**
     * Links by a template.
     *
     * @param written what the present links mean
     * @param folder  where the raw files lie
     * @param uris    the links by the template
     * @param fileIds the ids of files in the catalogue, by the path below the folder; asked where a link needs one
     */
    public MovedLinks(
            WrittenLinks written, RawFolder folder, ExternalUris uris, Function<Path, Optional<Long>> fileIds) {
        this.written = written;
        this.folder = folder;
        this.uris = uris;
        this.fileIds = fileIds;
    }

    /**
     * The link in the place of another.
     *
     * @throws LinkNotMoved if this program did not write that one, or it leads out of the dataset's folder
     */
    @Override
    public String apply(String uri) {
        if (!uri.equals(before)) { // frames of one file follow one another
            after = moved(uri);
            before = uri;
        }
        return after;
    }

    private String moved(String uri) {
        Path file = written.file(uri)
                .orElseThrow(() -> new LinkNotMoved("the imgCIF links to " + uri
                        + ", which is not as this facility links to raw files now: announce the dataset again, and its"
                        + " imgCIF is written anew"));
        Path below = folder.below(file)
                .orElseThrow(() -> new LinkNotMoved(
                        "the imgCIF links to " + file + ", which does not lie in the dataset's" + " folder "
                                + folder.path() + ": only links to files there can be written in another way"));
        String link = uris.of(folder.path().resolve(below));
        if (!link.contains(LinkTemplates.FILE_ID)) {
            return link;
        }
        long id = fileIds.apply(below)
                .orElseThrow(() -> new LinkNotMoved(
                        "the catalogue has no file " + below + " of this dataset, and a link to it needs its id"));
        return link.replace(LinkTemplates.FILE_ID, Long.toString(id));
    }
}
