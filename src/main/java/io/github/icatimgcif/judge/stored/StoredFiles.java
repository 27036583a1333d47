package io.github.icatimgcif.judge.stored;

/** Where the files that an imgCIF links to should be: a folder, or whatever answers to their URIs. */
public interface StoredFiles {

    /** Looks for the file of a URI, without reading it. */
    Presence presence(String uri);

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
