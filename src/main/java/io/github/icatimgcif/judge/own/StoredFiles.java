package io.github.icatimgcif.judge.own;

import java.util.Optional;

/** Where the image files of an imgCIF should be: a folder, or whatever answers to their URIs. */
public interface StoredFiles {

    /**
     * Looks for the file of a URI.
     *
     * @return why it is not there, "there is no file images/a_0001.cbf in /data"; empty if it is
     */
    Optional<String> missing(String uri);
}
