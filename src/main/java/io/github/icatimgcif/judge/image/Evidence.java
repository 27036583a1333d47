package io.github.icatimgcif.judge.image;

import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.Optional;

/**
 * What a judge may look at besides the words of the file.
 *
 * @param files  where the files that it links to are; empty if nobody may look for them
 * @param images what reads the images in these files; empty if none is to be read
 */
public record Evidence(Optional<StoredFiles> files, Optional<Images> images) {

    /** Nothing but the words. */
    public static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());
}
