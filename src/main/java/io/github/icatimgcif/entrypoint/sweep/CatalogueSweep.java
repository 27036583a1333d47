package io.github.icatimgcif.entrypoint.sweep;

import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets.Unconverted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks in the catalogue for raw datasets that no job of ours has as input. Each round looks at the newest first, then goes on with
 * a pass over all of them, which begins anew from time to time; where it stopped is kept, so that another service goes on there.
 * Rounds are not to overlap.
 */
public final class CatalogueSweep {

    private static final String NEWEST = "sweep.newest";
    private static final String POSITION = "sweep.position";
    private static final String BEGUN = "sweep.begun";
    private static final String END = "sweep.end";

    private final UnconvertedDatasets catalogue;
    private final KnownDatasets journal;
    private final Marks marks;
    private final SweepDecision decision;
    private final SweepSettings settings;
    private final Clock clock;

    /** A sweep that hands over what it finds. */
    public CatalogueSweep(
            UnconvertedDatasets catalogue,
            KnownDatasets journal,
            Marks marks,
            SweepDecision decision,
            SweepSettings settings,
            Clock clock) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.marks = marks;
        this.decision = decision;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue or the database does not answer; what was done stays done
     */
    public void round() {
        long newest = catalogue.newestId();
        Round round = new Round(newest, settings.questions(), settings.inLine() - journal.inLine());
        // The first time, all that is there is for the pass over all of them.
        long seen = Math.min(newest, number(NEWEST, newest));
        round.walk(NEWEST, Math.max(beforeFirst(), seen - settings.lookBack()));
        round.walk(POSITION, position(newest));
    }

    /** A pass that takes longer than the time between two is ended before the next one begins. */
    private long position(long newest) {
        Instant now = clock.instant();
        long position = number(POSITION, beforeFirst());
        if (position < number(END, 0)) {
            return position;
        }
        boolean isDue = marks.read(BEGUN)
                .map(Instant::parse)
                .map(begun -> !begun.plus(settings.full()).isAfter(now))
                .orElse(true);
        if (!isDue) {
            return position;
        }
        marks.keep(END, Long.toString(newest));
        marks.keep(POSITION, Long.toString(beforeFirst()));
        marks.keep(BEGUN, now.toString());
        return beforeFirst();
    }

    private long beforeFirst() {
        return Math.max(0, settings.firstId() - 1);
    }

    private long number(String mark, long otherwise) {
        return marks.read(mark).map(Long::parseLong).orElse(otherwise);
    }

    /** What is left of a round. */
    private final class Round {

        private final long newest;
        private int questions;
        private long room;

        Round(long newest, int questions, long room) {
            this.newest = newest;
            this.questions = questions;
            this.room = room;
        }

        /** Goes on from a position towards the newest as far as this round may, and keeps under the mark how far that was. */
        void walk(String mark, long from) {
            long position = from;
            while (position < newest && questions > 0 && room > 0) {
                questions--;
                long end = Math.min(newest, position + settings.range());
                List<Unconverted> page = catalogue.between(position, end, settings.page());
                SweepDecision.Taken taken = decision.take(page, room);
                room -= taken.announced();
                boolean wasAll = page.size() < settings.page()
                        && (page.isEmpty()
                                || taken.upTo()
                                        .equals(Optional.of(
                                                page.get(page.size() - 1).id())));
                position = wasAll ? end : taken.upTo().orElse(position);
                marks.keep(mark, Long.toString(position));
            }
        }
    }
}
