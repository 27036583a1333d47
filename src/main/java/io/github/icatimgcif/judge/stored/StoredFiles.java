package io.github.icatimgcif.judge.stored;

import java.util.Optional;

/** Where the files that an imgCIF links to should be: a folder, or whatever answers to their URIs. */
public interface StoredFiles {

    /** Looks for the file of a URI, without reading it. Where opening a file costs more than a look, this is to be overridden. */
    default Presence presence(String uri) {
        try (StoredFile found = open(uri)) {
            return new Presence.There();
        } catch (NotStored e) {
            return new Presence.Missing(String.valueOf(e.getMessage()));
        }
    }

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

    /** Whether all of them are on this machine, so that none has to be brought. */
    default boolean areHere() {
        return true;
    }
}
