package io.github.icatimgcif.backlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a person may ask of backlogs. Each method may throw {@link io.github.icatimgcif.conversion.Unavailable}. */
public final class BacklogControl {

    private final Backlogs backlogs;
    private final BacklogItems items;
    private final Runnable news;
    private final Duration look;

    /**
     * A control.
     *
     * @param news hears that there is something to do
     * @param look after which time room for more datasets is noticed
     */
    public BacklogControl(Backlogs backlogs, BacklogItems items, Runnable news, Duration look) {
        this.backlogs = backlogs;
        this.items = items;
        this.news = news;
        this.look = look;
    }

    /**
     * A backlog and how far it is.
     *
     * @param backlog  itself
     * @param counts   its sums
     * @param pace     conversions in the last minute
     * @param estimate how long it will take from now; empty if nothing was measured yet
     */
    public record Progress(Backlog backlog, BacklogCounts counts, long pace, Optional<Duration> estimate) {}

    /** What came of a command. */
    public sealed interface Answer {

        /** It is as wanted. */
        record Done(Progress progress) implements Answer {}

        /** It makes no sense now, for this reason. */
        record Refused(String reason) implements Answer {}
    }

    /** Begins one: its datasets are looked for at once. */
    public Progress begin(BacklogOrder order) {
        Backlog made = backlogs.create(order);
        news.run();
        return progress(made);
    }

    /** One of them. */
    public Optional<Progress> find(long id) {
        return backlogs.find(id).map(this::progress);
    }

    /** Those with numbers below one, the newest first, at most so many. */
    public List<Progress> below(long id, int most) {
        return backlogs.below(id, most).stream().map(this::progress).toList();
    }

    /** Datasets of a backlog after a number, of one state or all, at most so many. */
    public List<BacklogItem> items(long id, long after, Optional<ItemState> state, int most) {
        return items.after(id, after, state, most);
    }

    /** Does what a command says; empty if there is no such backlog. */
    public Optional<Answer> does(long id, Command command) {
        return backlogs.find(id).map(backlog -> done(backlog, command));
    }

    private Answer done(Backlog backlog, Command command) {
        Optional<BacklogState> next = backlog.state().after(command);
        if (next.isEmpty()) {
            return new Answer.Refused(backlog.state().refusal(command));
        }
        if (!isSo(backlog, command, next.get())) {
            return new Answer.Refused("the backlog has changed at this moment: look at it, and ask again");
        }
        news.run();
        return new Answer.Done(progress(backlogs.find(backlog.id()).orElse(backlog)));
    }

    private boolean isSo(Backlog backlog, Command command, BacklogState next) {
        if (command == Command.RETRY) {
            return backlogs.retry(backlog.id(), backlog.state(), next);
        }
        return next == backlog.state() || backlogs.change(backlog.id(), backlog.state(), next, "");
    }

    private Progress progress(Backlog backlog) {
        BacklogCounts counts = backlogs.counts(backlog.id());
        long pace = backlog.state() == BacklogState.RUNNING ? backlogs.endedInLastMinute(backlog.id()) : 0;
        // The first minute is not over: its count says nothing yet.
        boolean isFresh = backlog.begun().isEmpty();
        return new Progress(
                backlog,
                counts,
                pace,
                Estimate.of(counts.left(), backlog.order(), backlogs.measured(), isFresh ? 0 : pace, look));
    }
}
