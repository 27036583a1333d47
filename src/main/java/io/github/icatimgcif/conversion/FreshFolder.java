package io.github.icatimgcif.conversion;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What another machine has just written shows late on a network drive, which remembers for a while that there was nothing. A
 * folder that is opened and listed is asked of the server anew, and so are then the files in it.
 */
public final class FreshFolder {

    private FreshFolder() {}

    /**
     * Opens and begins to list the folder of a file that does not seem to be there.
     *
     * @return whether there is such a folder, so that it is worth while to look for the file again
     * @throws Unavailable if the storage does not answer
     */
    public static boolean wasListed(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return false;
        }
        try {
            var unused = FolderEntries.of(folder, 1); // the first piece of the listing
            return true;
        } catch (IOException e) {
            if (DataRoots.isStale(e)) {
                throw Unavailable.ofStorage("cannot list " + folder, e);
            }
            return false;
        }
    }
}
