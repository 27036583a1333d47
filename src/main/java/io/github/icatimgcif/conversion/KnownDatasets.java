package io.github.icatimgcif.conversion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Looks at many datasets of the journal at once, for those who look for work by themselves. A dataset that waits is never among
 * those that are listed for another reason than their names. Each method may throw {@link Unavailable}.
 */
public interface KnownDatasets {

    /** Those of these identities, or of these ids in the catalogue. */
    List<KnownDataset> named(Collection<String> identities, Collection<Long> catalogueIds);

    /** Those that the catalogue has, with entry ids below one, the newest first, at most so many; nothing that was skipped. */
    List<KnownDataset> inCatalogueBelow(long entryId, int most);

    /** Those whose last conversion was made by other versions than these, the newest first, at most so many. */
    List<KnownDataset> madeByOtherThan(Versions versions, int most);

    /** Those that were under embargo at their last conversion and are no more, at most so many. */
    List<KnownDataset> releasedBy(Instant now, int most);

    /** How many wait to be converted for the first time since they were announced: the line that others have to join. */
    long inLine();

    /** Forgets these parameters of an announcement, so that newer values are heard. */
    void forgetAnnounced(String identity, Collection<String> parameters);

    /**
     * Forgets what stands for the imgCIF of a dataset, as the catalogue does not have it any longer. Until the dataset is converted
     * again, it is listed as one whose registration is gone.
     *
     * @param identity     of the raw dataset
     * @param registration id of the dataset that stood for its imgCIF; where another one stands for it by now, nothing is forgotten
     */
    void forgetRegistration(String identity, long registration);
}
