package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The jobs of this service: takes datasets in and works them off, in threads of its own, from start to stop. */
public final class Jobs implements Intake {

    // The least the library allows: whoever is silent for so many heartbeats is taken for dead.
    private static final int MISSED_HEARTBEATS = 4;

    private final Scheduler scheduler;
    private final JobQueue queue;

    /**
     * Jobs that do not run yet.
     *
     * @param database   the one that keeps the journal too
     * @param milestones hears of what the workers reach
     * @param recordings take part in the record of each conversion
     * @param breakers   know what does not answer
     * @param traces     is told of each conversion
     * @param chores     what else is to be done, again and again, by one service at a time
     */
    public Jobs(
            DataSource database,
            Journal journal,
            Converter converter,
            Milestones milestones,
            List<Recording> recordings,
            List<Chore> chores,
            JobSettings settings,
            Breakers breakers,
            MeterRegistry meters,
            Traces traces,
            Clock clock) {
        Backoff backoff =
                new Backoff(settings.waits(), () -> ThreadLocalRandom.current().nextDouble());
        Worker worker = new Worker(
                journal,
                converter,
                milestones,
                recordings,
                new DatasetLock(database),
                new EndingOfOutcome(settings.errorRetries()),
                settings.waits(),
                backoff,
                breakers,
                new ConversionTimes(meters),
                traces,
                clock);
        this.queue = new JobQueue(database, journal, settings.waits().longest(), clock);
        this.scheduler = scheduler(database, worker, backoff, chores, settings, clock);
    }

    /** Begins to work. */
    public void start() {
        scheduler.start();
    }

    /** Takes no further job, waits for those that run, and ends. What did not end in time is done by the next start. */
    public void stop() {
        scheduler.stop();
    }

    @Override
    public void accept(StoredDataset dataset, Arrival arrival) {
        queue.enqueue(dataset, arrival, scheduler);
        scheduler.triggerCheckForDueExecutions();
    }

    private Scheduler scheduler(
            DataSource database,
            Worker worker,
            Backoff backoff,
            List<Chore> chores,
            JobSettings settings,
            Clock clock) {
        var conversion = Tasks.custom(JobName.CONVERSION)
                .onFailure((complete, job) -> job.reschedule(
                        complete,
                        clock.instant()
                                .plus(backoff.after(
                                        WaitsFor.SURROUNDINGS, complete.getExecution().consecutiveFailures + 1))))
                .execute((instance, context) -> worker.work(instance.getData(), context));
        List<RecurringTask<?>> recurring = new ArrayList<>();
        recurring.add(Tasks.recurring("sweep", FixedDelay.of(settings.sweep()))
                .execute((instance, context) -> queue.scheduleForgotten(context.getSchedulerClient())));
        chores.forEach(chore -> recurring.add(Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((instance, context) -> chore.work().run())));
        return Scheduler.create(new TransactionalConnections(database), conversion)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed("icat-imgcif-" + UUID.randomUUID()))
                .threads(settings.threads())
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.shutdownWait())
                .serializer(new PlainText())
                .failureLogging(LogLevel.WARN, true)
                .clock(clock::instant)
                .addSchedulerListener(new AtEachLook(new ClockWatch(clock, System::nanoTime), queue))
                .build();
    }

    /** Looks at the clock whenever the scheduler looks for due jobs. */
    private static final class AtEachLook extends AbstractSchedulerListener {

        private final ClockWatch watch;
        private final JobQueue queue;

        AtEachLook(ClockWatch watch, JobQueue queue) {
            this.watch = watch;
            this.queue = queue;
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
                watch.setBackBy().ifPresent(queue::clockWasSetBack);
            }
        }
    }

    /** The data of a job is a location, and is kept as what it is. */
    private static final class PlainText implements Serializer {

        @Override
        public byte[] serialize(@Nullable Object data) {
            // The sweep has no data.
            return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte[] serialized) {
            return type == Void.class ? null : type.cast(new String(serialized, StandardCharsets.UTF_8));
        }
    }
}
