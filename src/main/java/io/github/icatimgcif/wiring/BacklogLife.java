package io.github.icatimgcif.wiring;

import io.github.icatimgcif.backlog.Advance;
import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Backlogs;
import io.github.icatimgcif.backlog.Planning;
import io.github.icatimgcif.conversion.OneLine;
import io.github.icatimgcif.conversion.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings backlogs forward, in two threads of each service: one looks for datasets, which may take minutes, the other hands them
 * over. The services share the work by a lock for each backlog; one that dies lets go of its locks, and another goes on.
 */
final class BacklogLife {

    private static final Logger LOG = Logger.getLogger(BacklogLife.class);

    private static final Duration LOOK_FOR_PLANS = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Backlogs backlogs;
    private final Planning planning;
    private final Advance advance;
    private final Duration polling;
    private final ScheduledExecutorService planner = thread("backlog-plans");
    private final ScheduledExecutorService runner = thread("backlog-runs");

    BacklogLife(Backlogs backlogs, Planning planning, Advance advance, Duration polling) {
        this.backlogs = backlogs;
        this.planning = planning;
        this.advance = advance;
        this.polling = polling;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // they end with the service
    void start() {
        planner.scheduleWithFixedDelay(this::plan, 0, LOOK_FOR_PLANS.toMillis(), TimeUnit.MILLISECONDS);
        runner.scheduleWithFixedDelay(this::run, 0, polling.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There is something to plan now. */
    void wake() {
        try {
            planner.execute(this::plan);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("a backlog was ordered as the service ended; it is planned by another");
        }
    }

    void stop() {
        planner.shutdownNow();
        runner.shutdown();
        try {
            if (!runner.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                runner.shutdownNow();
            }
        } catch (InterruptedException e) {
            runner.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void plan() {
        guarded(() -> backlogs.toPlan().forEach(backlog -> exclusively(backlog, this::planned)), "look for backlogs");
    }

    private void run() {
        guarded(
                () -> backlogs.toAdvance().forEach(backlog -> exclusively(backlog, this::advanced)),
                "look for backlogs");
    }

    private void planned(Backlog backlog) {
        try {
            planning.plan(backlog);
            LOG.infof(
                    "planned a backlog; backlog=%d startedBy=%s datasets=%d",
                    backlog.id(),
                    OneLine.of(backlog.order().startedBy()),
                    backlogs.counts(backlog.id()).total());
        } catch (Unavailable later) {
            backlogs.change(
                    backlog.id(),
                    BacklogState.PLANNING,
                    BacklogState.PLANNING,
                    "looked for again soon: " + later.getMessage());
            throw later;
        } catch (RuntimeException e) {
            backlogs.change(backlog.id(), BacklogState.PLANNING, BacklogState.FAILED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void advanced(Backlog backlog) {
        advance.step(backlog);
        if (backlog.state() == BacklogState.RUNNING) {
            backlogs.find(backlog.id())
                    .filter(now -> now.state() == BacklogState.DONE)
                    .ifPresent(done -> LOG.infof("a backlog is done; backlog=%d", done.id()));
        }
    }

    /** Its state is asked again under the lock: another service may have changed it since it was found. */
    private void exclusively(Backlog found, Consumer<Backlog> work) {
        guarded(
                () -> backlogs.exclusively(
                        found.id(),
                        () -> backlogs.find(found.id())
                                .filter(now -> now.state() == found.state())
                                .ifPresent(work)),
                "bring backlog " + found.id() + " forward");
    }

    private static void guarded(Runnable work, String what) {
        try {
            work.run();
        } catch (Unavailable | QuarkusTransactionException e) {
            LOG.warnf("cannot %s now, and try again; cause=%s", what, e.getMessage());
        } catch (RuntimeException
                | Error e) { // a door: whatever is thrown further ends the thread for good, and silently
            LOG.errorf(e, "an error of this service; it could not %s", what);
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }
}
