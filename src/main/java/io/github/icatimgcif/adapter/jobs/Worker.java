package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.github.icatimgcif.adapter.database.SessionLock;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.OneLine;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.Traces;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does one job: takes the dataset, has it converted, records how it ended.
 *
 * <p>Recording, and the end or the next time of the job, are one transaction that holds the journal's entry. An announcement
 * either comes before it, and then is seen as a newer generation, or after it, and then finds no job and makes one.
 */
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    // Somebody else has the dataset; it is rarely worth looking sooner.
    private static final Duration LOCKED = Duration.ofSeconds(5);

    private final Journal journal;
    private final Converter converter;
    private final Milestones milestones;
    private final List<Recording> recordings;
    private final DatasetLock lock;
    private final EndingOfOutcome endings;
    private final Waits waits;
    private final Backoff backoff;
    private final Breakers breakers;
    private final ConversionTimes times;
    private final Traces traces;
    private final Clock clock;

    Worker(
            Journal journal,
            Converter converter,
            Milestones milestones,
            List<Recording> recordings,
            DatasetLock lock,
            EndingOfOutcome endings,
            Waits waits,
            Backoff backoff,
            Breakers breakers,
            ConversionTimes times,
            Traces traces,
            Clock clock) {
        this.journal = journal;
        this.converter = converter;
        this.milestones = milestones;
        this.recordings = List.copyOf(recordings);
        this.lock = lock;
        this.endings = endings;
        this.waits = waits;
        this.backoff = backoff;
        this.breakers = breakers;
        this.times = times;
        this.traces = traces;
        this.clock = clock;
    }

    /** Does the job of a dataset; what is returned records it. */
    CompletionHandler<String> work(String identity, ExecutionContext context) {
        Breakers.Admission admission = breakers.enter(identity);
        if (!(admission instanceof Breakers.Admitted letIn)) {
            return putBack(identity, (Breakers.Blocked) admission);
        }
        try (letIn) {
            return admitted(identity, context, letIn);
        }
    }

    /** Neither a lock nor an attempt: the conversion would only wait for a time-out. */
    private CompletionHandler<String> putBack(String identity, Breakers.Blocked blocked) {
        return (complete, job) -> inTransaction(() -> {
            journal.postpone(identity, blocked.what(), blocked.cause());
            job.reschedule(complete, clock.instant().plus(blocked.after()));
            return true;
        });
    }

    private CompletionHandler<String> admitted(String identity, ExecutionContext context, Breakers.Admitted admitted) {
        Optional<SessionLock.Held> held = lock.take(identity);
        if (held.isEmpty()) {
            return (complete, job) -> job.reschedule(complete, clock.instant().plus(LOCKED));
        }
        boolean handedOver = false;
        try {
            Optional<JournalEntry> entry = journal.begin(identity);
            CompletionHandler<String> recorded =
                    entry.isEmpty() ? nothingToDo(identity) : followed(entry.get(), context, admitted);
            handedOver = true;
            return (complete, job) -> {
                try (SessionLock.Held released = held.get()) {
                    recorded.complete(complete, job);
                }
            };
        } finally {
            if (!handedOver) {
                held.get().close();
            }
        }
    }

    /** Converts; the log says whose lines are whose until what came of it is recorded. */
    private CompletionHandler<String> followed(
            JournalEntry entry, ExecutionContext context, Breakers.Admitted admitted) {
        LogFields fields = new LogFields(entry);
        Traces.Step step = traces.begin("convert", entry.trail().trace());
        boolean handedOver = false;
        try {
            CompletionHandler<String> recorded = record(entry, convert(entry, context, admitted, fields, step));
            handedOver = true;
            return (complete, job) -> {
                try (fields;
                        step) {
                    recorded.complete(complete, job);
                }
            };
        } finally {
            if (!handedOver) {
                step.close();
                fields.close();
            }
        }
    }

    private Ending convert(
            JournalEntry entry,
            ExecutionContext context,
            Breakers.Admitted admitted,
            LogFields fields,
            Traces.Step step) {
        milestones.accept(Milestone.TAKEN);
        times.began(Duration.between(dueSince(entry, context), clock.instant()));
        long started = System.nanoTime();
        Ending ending = outcomeOf(entry, context, admitted);
        String outcome = ending.state().name().toLowerCase(Locale.ROOT);
        times.ended(ending, Duration.ofNanos(System.nanoTime() - started));
        step.note("imgcif.outcome", outcome);
        fields.ended(outcome, ending.conversion().catalogueId());
        LOG.infof(
                "converted a dataset; location=%s proposal=%s attempt=%d outcome=%s correlation=%s cause=%s",
                OneLine.of(entry.dataset().location()),
                OneLine.of(entry.dataset().proposal()),
                entry.attempts(),
                outcome,
                entry.trail().correlation().map(CorrelationId::text).orElse(""),
                OneLine.of(ending.cause()));
        return ending;
    }

    /** What is announced has a time before its announcement, so that it stands before what was put off. */
    private static Instant dueSince(JournalEntry entry, ExecutionContext context) {
        Instant due = context.getExecution().executionTime;
        return due.isBefore(entry.lastReceived()) ? entry.lastReceived() : due;
    }

    private Ending outcomeOf(JournalEntry entry, ExecutionContext context, Breakers.Admitted admitted) {
        return endings.interrupted(entry).orElseGet(() -> tried(entry, context, admitted));
    }

    private Ending tried(JournalEntry entry, ExecutionContext context, Breakers.Admitted admitted) {
        String identity = entry.dataset().identity();
        Patience patience = waits.patience(entry, clock.instant());
        try {
            Ending ending = endings.of(
                    converter.convert(entry.dataset(), patience, steps(identity, admitted)), patience, entry);
            admitted.ended(ending);
            return ending;
        } catch (Unavailable e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            admitted.unavailable(e.what(), cause);
            return endings.unavailable(e.what(), cause, patience, entry);
        } catch (RuntimeException | Error e) { // a door: one dataset must not stop the others
            if (context.getSchedulerState().isShuttingDown()) {
                return endings.unavailable(
                        WaitsFor.SERVICE, "the service was stopped during the conversion", patience, entry);
            }
            LOG.errorf(
                    e,
                    "a conversion ended by an error of this service; location=%s",
                    OneLine.of(entry.dataset().location()));
            return endings.broken(e, entry);
        }
    }

    private Milestones steps(String identity, Breakers.Admitted admitted) {
        return milestone -> {
            admitted.reached(milestone);
            if (milestone == Milestone.WRITTEN) {
                registering(identity);
            }
            milestones.accept(milestone);
        };
    }

    /** Tells whoever looks; nothing depends on it. */
    private void registering(String identity) {
        try {
            journal.registering(identity);
        } catch (Unavailable e) {
            LOG.debugf("could not note that a dataset is being registered: %s", e.getMessage());
        }
    }

    private CompletionHandler<String> record(JournalEntry entry, Ending ending) {
        String identity = entry.dataset().identity();
        return (complete, job) -> {
            try {
                record(entry, ending, recordings, complete, job);
                if (ending.state() == DatasetState.REGISTERED) {
                    times.registered(Duration.between(entry.lastReceived(), clock.instant()));
                }
            } catch (Unavailable | SQLRuntimeException | QuarkusTransactionException e) {
                // The database is away, which is no error of ours and uses up no try: the job is found dead and taken
                // again.
                throw e;
            } catch (RuntimeException e) {
                // Else it would be converted again and again, and its end never be recorded.
                LOG.errorf(e, "the end of a conversion cannot be recorded; location=%s", OneLine.of(identity));
                record(entry, endings.broken(e, entry), List.of(), complete, job);
            }
            milestones.accept(Milestone.RECORDED);
        };
    }

    private void record(
            JournalEntry entry,
            Ending ending,
            List<Recording> takingPart,
            ExecutionComplete complete,
            ExecutionOperations<String> job) {
        String identity = entry.dataset().identity();
        inTransaction(() -> {
            boolean announcedAgain = journal.end(identity, entry.generation(), ending);
            takingPart.forEach(recording -> recording.recorded(entry, ending));
            Optional<Instant> next = next(announcedAgain, ending, entry);
            if (next.isPresent()) {
                job.reschedule(complete, next.get());
            } else {
                remove(job);
            }
            return true;
        });
    }

    private Optional<Instant> next(boolean announcedAgain, Ending ending, JournalEntry entry) {
        if (announcedAgain) {
            return Optional.of(clock.instant());
        }
        Instant now = clock.instant();
        return ending.waitsFor()
                .map(what ->
                        backoff.after(what, entry.waited().andFor(what, now).triesFor(what)))
                .map(now::plus);
    }

    private CompletionHandler<String> nothingToDo(String identity) {
        return (complete, job) -> inTransaction(() -> {
            if (journal.hold(identity).filter(JournalEntry::isWaiting).isPresent()) {
                job.reschedule(complete, clock.instant());
            } else {
                remove(job);
            }
            return true;
        });
    }

    /** Fails, and with it the transaction, if the job was taken over by another service meanwhile. */
    private static void remove(ExecutionOperations<String> job) {
        job.remove();
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
