package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.StoredDataset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset of the journal, as whoever looks for work by himself needs to see it.
 *
 * @param entryId     its number in the journal; later entries have higher ones
 * @param name        its name
 * @param proposal    the proposal it belongs to
 * @param sample      name of its sample; empty text if there is none
 * @param location    its identity
 * @param catalogueId its id in the catalogue, where it is known
 * @param waits       whether something is still to be done for it
 * @param lookedAt    when its last conversion began, of those that ended for good; what was true then is known
 * @param publication what the catalogue said then of its publication; empty if it was not heard
 * @param lookAgainAfter how long after its last conversion it is to be looked at once more, where it was given up then because
 *                    what it lacked did not come: as long as it was waited for, doubled with each time in succession
 * @param registeredAs id of the dataset that stands for its imgCIF, where its last conversion ended with one; 0, which no dataset
 *                    of a catalogue has, where that one is known to be gone
 * @param answered    ids of all datasets of the catalogue whose conversion ended under this location
 */
public record KnownDataset(
        long entryId,
        String name,
        String proposal,
        String sample,
        String location,
        Optional<Long> catalogueId,
        boolean waits,
        Optional<Instant> lookedAt,
        Optional<Publication> publication,
        Optional<Duration> lookAgainAfter,
        Optional<Long> registeredAs,
        Set<Long> answered) {

    /** A catalogue keeps times in whole seconds, cut and not rounded: what is said to be of a second came within it. */
    private static final Duration CUT = Duration.ofSeconds(1);

    public KnownDataset {
        answered = Set.copyOf(answered);
    }

    /**
     * Whether a change came after the last conversion, so that another one may come to another end. A change that is dated later
     * than now does not count until its time has come: so each change counts once, whatever the clock of the catalogue shows.
     *
     * @param change when it happened, by a clock that shows whole seconds
     */
    public boolean hasNotSeen(Instant change, Instant now) {
        Instant end = change.plus(CUT);
        return !end.isAfter(now) && lookedAt.map(end::isAfter).orElse(true);
    }

    /**
     * Whether another look at a dataset that was given up is due: what it lacked, as a rule of the catalogue or a mount, may have
     * come since without a change of the dataset. The gaps double, so that what never comes costs less and less.
     */
    public boolean isDueAgain(Instant now) {
        return lookAgainAfter
                .flatMap(gap -> lookedAt.map(last -> !last.plus(gap).isAfter(now)))
                .orElse(false);
    }

    /** The announcement that has it converted once more, which adds nothing to what is known of it. */
    public StoredDataset again() {
        return StoredDataset.raw(name, proposal, sample, location, catalogueId);
    }
}
