package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.KnownDatasets;
import java.time.Duration;
import java.util.function.Consumer;

/** The datasets that wait to be converted; what a scan finds joins them when few are left, so that new ones do not wait behind it. */
public final class Line {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final KnownDatasets journal;
    private final int most;
    private final Consumer<Duration> pause;
    private final Perseverance perseverance;

    /**
     * The line of this journal.
     *
     * @param most  how many may wait when others join
     * @param pause lets a while pass, or throws when the service is stopped
     */
    public Line(KnownDatasets journal, int most, Consumer<Duration> pause) {
        this.journal = journal;
        this.most = most;
        this.pause = pause;
        this.perseverance = new Perseverance(pause);
    }

    /** Returns when others may join. */
    void awaitRoom() {
        while (perseverance.untilAnswered("ask how many datasets wait", journal::inLine) >= most) {
            pause.accept(BETWEEN_LOOKS);
        }
    }

    /** How those that join wait for the database. */
    Perseverance perseverance() {
        return perseverance;
    }
}
