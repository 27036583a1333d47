package io.github.icatimgcif.backlog;

import java.util.Collection;
import java.util.List;

/** The raw datasets that the journal knows. Each method may throw {@link io.github.icatimgcif.conversion.Unavailable}. */
public interface JournalDatasets {

    /**
     * Those that a selection may be about, in the order of their entries.
     *
     * @param after entries with higher numbers
     * @param most  how many at most
     */
    List<KnownState> selected(Selection selection, long after, int most);

    /** Those of these identities, or of these ids in the catalogue. */
    List<KnownState> named(Collection<String> identities, Collection<Long> catalogueIds);
}
