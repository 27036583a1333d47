package io.github.icatimgcif.conversion.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journal as a whole. Each answer costs little, however many datasets there are. Every method throws
 * {@link io.github.icatimgcif.conversion.Unavailable} if the journal cannot be reached.
 */
public interface Overview {

    /** How many datasets stand where. */
    Flow flow();

    /**
     * Why conversions failed or were refused of datasets that came to no better end since, the most frequent cause first.
     *
     * @param since those that ended then or later
     * @param most  how many causes
     */
    List<FailureCause> failures(Instant since, int most);

    /** The conversions that ended last, the last first; not those that are only to be tried again. */
    List<RecentOutcome> lastOutcomes(int most);

    /** The dataset with this id in the catalogue; the last announced if several claim it. */
    Optional<FoundEntry> withCatalogueId(long id);

    /**
     * Datasets of a proposal, the newest first.
     *
     * @param proposal its name, without regard to case
     * @param before   only entries with numbers below this one
     */
    List<FoundEntry> ofProposal(String proposal, long before, int most);

    /**
     * Datasets whose name begins so, without regard to case, in the order of their names.
     *
     * @param after the number of the entry after which they begin; 0 for the first
     */
    List<FoundEntry> named(String beginning, long after, int most);

    /**
     * Datasets whose location begins so, in the order of their locations.
     *
     * @param after the number of the entry after which they begin; 0 for the first
     */
    List<FoundEntry> locatedAt(String beginning, long after, int most);
}
