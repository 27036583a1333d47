package io.github.icatimgcif.conversion;

import java.time.Duration;
import java.util.List;

/** The datasets that wait for their data to come from tape. Every method throws {@link Unavailable} if it cannot be reached. */
public interface TapeQueue {

    /**
     * Datasets whose data were not asked for yet, those that wait longest first.
     *
     * @param atMost how many at most
     * @param most   how many may be on their way; those that are, are taken off
     * @param again  after which time they are asked for again, if they still wait
     * @return ids in the catalogue
     */
    List<Long> next(int atMost, int most, Duration again);

    /** Notes that the data of these datasets were asked for. */
    void askedFor(List<Long> datasets);
}
