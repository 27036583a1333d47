package io.github.icatimgcif.conversion.write;

import java.nio.file.Path;

/** Puts an imgCIF under its name: wholly or not at all, whatever happens meanwhile. */
public interface ImgCifTarget {

    /**
     * Writes the content to a place, unless it is there already. A file that this program did not write is never overwritten.
     *
     * @param place   absolute path of the file; missing folders are made
     * @param content what to write; may be asked more than once
     */
    Writing write(Path place, ImgCifContent content);
}
