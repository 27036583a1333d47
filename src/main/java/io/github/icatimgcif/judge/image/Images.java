package io.github.icatimgcif.judge.image;

import io.github.icatimgcif.judge.stored.StoredFiles;

/** Reads images, whatever their format. */
public interface Images {

    /**
     * One image, undone of all compression.
     *
     * @param link   where it is
     * @param stored where the file of its URI is
     * @throws ImageUnreadable if it cannot be read, or its file is not there
     */
    Image read(ImageLink link, StoredFiles stored);
}
