package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The datasets that wait: journal and jobs together, never one without the other. */
final class JobQueue {

    private static final Logger LOG = Logger.getLogger(JobQueue.class);

    // Those that became due while none was free go before what is announced now only if they waited longer than this.
    private static final Duration HEAD_START = Duration.ofMinutes(10);

    // The time of a clock that was set back; what runs is left alone.
    private static final String SOONER =
            "update scheduled_tasks set execution_time = execution_time - (? * interval '1 ms'),"
                    + " version = version + 1 where not picked and execution_time > ?";

    private static final String FAR_AHEAD = "update scheduled_tasks set execution_time = ?, version = version + 1"
            + " where task_name = ? and not picked and execution_time > ?";

    // Rows that somebody announces or records at this moment are none of the sweep's business.
    private static final String FORGOTTEN = """
            select location from journal_dataset d
            where generation_received > generation_done and not exists (
                select 1 from scheduled_tasks t where t.task_name = ? and t.task_instance = d.identity_hash)
            order by id limit 500 for update of d skip locked
            """;

    private final Database database;
    private final Journal journal;
    private final Duration farthest;
    private final Clock clock;

    /** @param longest the longest wait between two tries */
    JobQueue(DataSource database, Journal journal, Duration longest, Clock clock) {
        this.database = new Database(database);
        this.journal = journal;
        // Those that a breaker sends away come back one after the other, which may take longer.
        this.farthest = longest.multipliedBy(2).plus(Duration.ofHours(1));
        this.clock = clock;
    }

    /**
     * Notes an announcement and makes sure that there is a job for it: both or neither, and, where the caller is in a transaction,
     * only with all of it.
     */
    void enqueue(StoredDataset dataset, Arrival arrival, SchedulerClient jobs) {
        try {
            QuarkusTransaction.joiningExisting().run(() -> {
                journal.announce(dataset, arrival);
                scheduleNow(dataset.identity(), jobs);
            });
        } catch (SQLRuntimeException | QuarkusTransactionException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot store the job of " + dataset.location() + ": the database does not answer",
                    e);
        }
    }

    /** Gives a job to every dataset that waits and has none. Heals what should not happen: rows restored from a backup. */
    void scheduleForgotten(SchedulerClient jobs) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String identity : forgotten()) {
                LOG.warnf("a dataset waited without a job; location=%s", identity);
                scheduleNow(identity, jobs);
            }
        });
        Instant now = clock.instant();
        long brought = update(FAR_AHEAD, now, JobName.CONVERSION.getTaskName(), now.plus(farthest));
        if (brought > 0) {
            LOG.warnf("%d datasets had jobs farther ahead than anything waits; they are due now", brought);
        }
    }

    /** The clock was set back: what was to be done at a time of the old clock is done at that of the new one. */
    void clockWasSetBack(Duration step) {
        long moved = update(SOONER, step.toMillis(), clock.instant());
        LOG.warnf("the clock was set back by %s; %d waiting jobs were moved with it", step, moved);
    }

    private long update(String text, Object... values) {
        return database.told("move jobs", text, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
            }
            return (long) statement.executeUpdate();
        });
    }

    /** Whatever is announced is news: a job that waits for its next try is done now. */
    private void scheduleNow(String identity, SchedulerClient jobs) {
        TaskInstance<String> job =
                JobName.CONVERSION.instance(JobName.of(identity)).data(identity).build();
        Instant now = clock.instant();
        if (!jobs.scheduleIfNotExists(job, now.minus(HEAD_START))) {
            try {
                jobs.reschedule(job, now.minus(HEAD_START));
            } catch (TaskInstanceNotFoundException
                    | TaskInstanceCurrentlyExecutingException
                    | ExecutionException beingDone) {
                LOG.debugf("the job is being done; its end sees the announcement; location=%s", identity);
            }
        }
    }

    private List<String> forgotten() {
        return database.told("look for forgotten datasets", FORGOTTEN, statement -> {
            statement.setString(1, JobName.CONVERSION.getTaskName());
            List<String> locations = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    locations.add(result.getString(1));
                }
            }
            return locations;
        });
    }
}
