package io.github.icatimgcif.judge.stored;

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
    public int mostAsked() {
        return network.mostAsked();
    }
}
