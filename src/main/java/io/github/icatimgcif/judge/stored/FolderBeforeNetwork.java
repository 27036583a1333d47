package io.github.icatimgcif.judge.stored;

import java.util.Optional;

/** Files that are looked for in one place first and, where that does not have them, in another. */
public final class FolderBeforeNetwork implements StoredFiles {

    private final StoredFiles folder;
    private final StoredFiles network;

    /**
     * Both places.
     *
     * @param folder  asked first
     * @param network asked for what the folder does not have
     */
    public FolderBeforeNetwork(StoredFiles folder, StoredFiles network) {
        this.folder = folder;
        this.network = network;
    }

    /** The files of whichever of the two there is, and of both in this order if there are both. */
    public static Optional<StoredFiles> either(Optional<StoredFiles> folder, Optional<StoredFiles> network) {
        return folder.isPresent() && network.isPresent()
                ? Optional.of(new FolderBeforeNetwork(folder.get(), network.get()))
                : folder.or(() -> network);
    }

    @Override
    public Presence presence(String uri) {
        Presence here = folder.presence(uri);
        if (here instanceof Presence.There) {
            return here;
        }
        Presence there = network.presence(uri);
        return there instanceof Presence.NotAsked && here instanceof Presence.Missing ? here : there;
    }

    @Override
    public StoredFile open(String uri) {
        return folder.presence(uri) instanceof Presence.There ? folder.open(uri) : network.open(uri);
    }

    @Override
    public boolean areHere() {
        return false;
    }

    @Override
    public int mostAsked() {
        return network.mostAsked();
    }
}
