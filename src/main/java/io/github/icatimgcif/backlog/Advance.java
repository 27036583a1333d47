package io.github.icatimgcif.backlog;

import io.github.icatimgcif.backlog.BacklogItems.Claim;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Versions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a backlog forward by a step: notes what has ended, and hands over as many as there is room for. What is handed over is
 * noted first, with the number of the announcement that it will be, so that whoever goes on after a crash sees in the journal
 * whether it was announced. Steps of one backlog are not to overlap.
 */
public final class Advance {

    /** Through which door the datasets come, for the journal. */
    public static final String DOOR = "backlog";

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 200;

    private final Backlogs backlogs;
    private final BacklogItems items;
    private final JournalDatasets journal;
    private final KnownDatasets line;
    private final Intake intake;
    private final Versions versions;
    private final int others;

    /**
     * An advance.
     *
     * @param line     says how many datasets wait to be converted
     * @param intake   where datasets are handed over
     * @param versions by what imgCIFs are made now
     * @param others   while so many datasets wait that are not of the backlog, nothing is handed over
     */
    public Advance(
            Backlogs backlogs,
            BacklogItems items,
            JournalDatasets journal,
            KnownDatasets line,
            Intake intake,
            Versions versions,
            int others) {
        this.backlogs = backlogs;
        this.items = items;
        this.journal = journal;
        this.line = line;
        this.intake = intake;
        this.versions = versions;
        this.others = others;
    }

    /**
     * One step.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the database does not answer; what was done stays done
     */
    public void step(Backlog backlog) {
        items.settle(backlog.id());
        items.lost(backlog.id()).forEach(this::announce);
        if (backlog.state() != BacklogState.RUNNING) {
            return;
        }
        handOver(backlog);
        if (items.left(backlog.id()) == 0) {
            backlogs.change(backlog.id(), BacklogState.RUNNING, BacklogState.DONE, "");
        }
    }

    private void handOver(Backlog backlog) {
        long room = room(backlog);
        long after = 0;
        while (room > 0) {
            List<BacklogItem> next = items.after(
                    backlog.id(), after, Optional.of(ItemState.PENDING), (int) Math.min(room, MOST_AT_ONCE));
            if (next.isEmpty()) {
                return;
            }
            after = next.get(next.size() - 1).id();
            room -= taken(backlog, next);
        }
    }

    private long room(Backlog backlog) {
        long underWay = items.underWay(backlog.id());
        long atOnce = backlog.order().concurrency() - underWay;
        if (atOnce <= 0 || line.inLine() - underWay >= others) {
            return 0;
        }
        Optional<Long> inMinute = backlog.order().rate().map(rate -> rate - items.takenWithin(backlog.id(), A_MINUTE));
        return Math.min(atOnce, inMinute.orElse(atOnce));
    }

    /** Takes those that are still to be done; returns how many. */
    private int taken(Backlog backlog, List<BacklogItem> next) {
        Appraisal appraisal = new Appraisal(versions, backlog.order().duplicate());
        Map<String, KnownState> known = new HashMap<>();
        journal.named(next.stream().map(item -> item.candidate().location()).toList(), List.of())
                .forEach(state -> known.put(state.candidate().location(), state));
        List<Claim> claims = new ArrayList<>();
        Map<Long, BacklogItem> news = new HashMap<>();
        for (BacklogItem item : next) {
            Optional<KnownState> state =
                    Optional.ofNullable(known.get(item.candidate().location()));
            Judged judged = appraisal.of(item.candidate(), state);
            if (judged.prospect().isToBeDone()) {
                claims.add(claim(item, state));
                if (state.filter(KnownState::waits).isEmpty()) {
                    news.put(item.id(), item);
                }
            } else {
                items.leave(item.id(), left(judged), judged.reason());
            }
        }
        Set<Long> taken = items.take(backlog.id(), claims);
        taken.stream()
                .sorted()
                .flatMap(id -> Optional.ofNullable(news.get(id)).stream())
                .forEach(this::announce);
        return taken.size();
    }

    /** What waits already is not announced again: the end of that announcement is its end here too. */
    private static Claim claim(BacklogItem item, Optional<KnownState> state) {
        long announced = state.map(KnownState::generation).orElse(0L);
        boolean waits = state.filter(KnownState::waits).isPresent();
        return new Claim(item.id(), waits ? announced : announced + 1, state.flatMap(KnownState::sha256));
    }

    private static ItemState left(Judged judged) {
        return judged.prospect() == Prospect.CURRENT ? ItemState.CURRENT : ItemState.CANNOT;
    }

    private void announce(BacklogItem item) {
        try {
            intake.accept(item.announcement(), DOOR);
        } catch (IllegalArgumentException e) {
            // Nothing that waiting would change; the next ones must come.
            items.leave(item.id(), ItemState.FAILED, String.valueOf(e.getMessage()));
        }
    }
}
