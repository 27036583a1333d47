package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Optional;
import java.util.function.Consumer;

/** The datasets that lie on disk, whoever announced them or did not. */
public interface DatasetFolders {

    /**
     * Goes through the folders, one after the other, in no order.
     *
     * @param wanted  which of them
     * @param visitor is given each dataset when it is found; may throw to end it
     * @return what was met on the way
     */
    Walk walk(Wanted wanted, Consumer<StoredDataset> visitor);

    /**
     * Which datasets are wanted.
     *
     * @param proposal of this proposal; empty for all
     * @param session  of this session; empty for all
     */
    record Wanted(Optional<String> proposal, Optional<String> session) {}

    /**
     * What was met.
     *
     * @param folders    folders that were looked into
     * @param unreadable those that could not be read
     */
    record Walk(long folders, long unreadable) {}
}
