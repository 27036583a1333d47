package io.github.icatimgcif.judge.stored;

import java.util.Optional;

/** Where the files that an imgCIF links to should be: a folder, or whatever answers to their URIs. */
public interface StoredFiles {

    /**
     * Looks for the file of a URI, without reading it.
     *
     * @return why it is not there, "there is no file images/a_0001.cbf in /data"; empty if it is
     */
    Optional<String> missing(String uri);

    /**
     * The file of a URI, to be read. A file that has to be brought here first is brought.
     *
     * @throws NotStored if it is not there, or may not be brought
     */
    StoredFile open(String uri);
}
