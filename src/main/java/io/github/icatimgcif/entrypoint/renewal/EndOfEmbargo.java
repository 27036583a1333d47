package io.github.icatimgcif.entrypoint.renewal;

import io.github.icatimgcif.conversion.KnownDatasets;
import java.time.Clock;

/** Has datasets converted again when their release date has come: links for everybody may stand in them now. */
public final class EndOfEmbargo {

    private static final String DOOR = "release";

    private final KnownDatasets journal;
    private final Again again;
    private final int inLine;
    private final Clock clock;

    /**
     * Looks for what has been released.
     *
     * @param inLine how many datasets may wait to be converted, others included
     */
    public EndOfEmbargo(KnownDatasets journal, Again again, int inLine, Clock clock) {
        this.journal = journal;
        this.again = again;
        this.inLine = inLine;
        this.clock = clock;
    }

    /** One round. */
    public void round() {
        int room = again.room(inLine);
        if (room > 0) {
            again.announce(journal.releasedBy(clock.instant(), room), DOOR);
        }
    }
}
