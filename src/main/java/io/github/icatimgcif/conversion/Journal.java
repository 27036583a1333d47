package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.List;
import java.util.Optional;

/**
 * What became of each dataset. Every method takes part in the transaction of its caller, if there is one, and holds the dataset's
 * entry against others until that ends; each throws {@link Unavailable} if the journal cannot be reached.
 */
public interface Journal {

    /**
     * Notes an announcement: a new entry, or one more generation of the known one with the newer facts over the older ones.
     *
     * @throws IllegalArgumentException if the journal cannot hold it, now or ever
     */
    void announce(StoredDataset dataset, Arrival arrival);

    /**
     * Notes that a conversion of a dataset begins. An attempt that never ended is noted as interrupted.
     *
     * @return the entry with the generation that this conversion works for; empty if nothing is to be done (any more)
     */
    Optional<JournalEntry> begin(String identity);

    /** Notes that the imgCIF of a dataset is written and the catalogue is being told; says so to whoever looks, and no more. */
    void registering(String identity);

    /**
     * Notes that a dataset that waits was not even begun, because something that all datasets need does not answer.
     *
     * @param what  what does not answer
     * @param cause why, for a person
     */
    void postpone(String identity, WaitsFor what, String cause);

    /**
     * Notes how the conversion ended that was begun for a generation.
     *
     * @return whether the dataset was announced again meanwhile, so that it is to be converted once more
     */
    boolean end(String identity, long generation, Ending ending);

    /** The entry of a dataset, held against announcements and other workers until the caller's transaction ends. */
    Optional<JournalEntry> hold(String identity);

    /** The entry of a dataset by its identity, that is its location. */
    Optional<JournalEntry> find(String identity);

    /** The entry of a dataset by its id in the catalogue; the last announced if several claim it. */
    Optional<JournalEntry> findByCatalogueId(long catalogueId);

    /** The attempts at a dataset, the last first, at most a hundred. */
    List<Attempt> history(String identity);
}
