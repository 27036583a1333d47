package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.collect.Archive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks for data that are on tape: many datasets at once, so that a tape is mounted once, and not too many. */
public final class Restoring implements Runnable {

    private final TapeQueue queue;
    private final Archive archive;
    private final int batch;
    private final int most;
    private final Duration again;

    /**
     * A restoring.
     *
     * @param batch how many datasets are asked for at once
     * @param most  how many datasets may be on their way
     * @param again after which time a dataset that still waits is asked for again
     */
    public Restoring(TapeQueue queue, Archive archive, int batch, int most, Duration again) {
        this.queue = queue;
        this.archive = archive;
        this.batch = batch;
        this.most = most;
        this.again = again;
    }

    /**
     * Asks for the next. One that the archive refuses does not keep the others back; it is asked for again after a while.
     *
     * @throws Unavailable if the archive or the queue does not answer
     * @throws IllegalStateException if the archive refuses some, with its reasons, after the others were asked for
     */
    @Override
    public void run() {
        List<Long> next = queue.next(batch, most, again);
        if (next.isEmpty()) {
            return;
        }
        try {
            archive.restore(next);
            queue.askedFor(next);
        } catch (IllegalStateException refused) {
            oneByOne(next);
        }
    }

    private void oneByOne(List<Long> datasets) {
        List<String> refusals = new ArrayList<>();
        for (Long dataset : datasets) {
            try {
                archive.restore(List.of(dataset));
            } catch (IllegalStateException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
            queue.askedFor(List.of(dataset));
        }
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(String.join("; ", refusals));
        }
    }
}
