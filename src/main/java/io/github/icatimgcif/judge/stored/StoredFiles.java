package io.github.icatimgcif.judge.stored;

import java.util.Optional;

/** Where the files that an imgCIF links to should be: a folder, or whatever answers to their URIs. */
public interface StoredFiles {

    /** Looks for the file of a URI, without reading it. */
    Presence presence(String uri);

    /** Why the file of a URI is not to be had, for whoever need not tell the reasons apart; empty if it is there. */
    default Optional<String> missing(String uri) {
        return presence(uri).reason();
    }

    /**
     * The file of a URI, to be read. A file that has to be brought here first is brought.
     *
     * @throws NotStored if it is not there, or may not be brought
     */
    StoredFile open(String uri);

    /** How many URIs of one imgCIF may be asked for: a folder answers at once, a server is not to be asked for each of 10 000. */
    default int mostAsked() {
        return Integer.MAX_VALUE;
    }
}
