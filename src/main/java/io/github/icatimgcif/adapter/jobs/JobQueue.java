package io.github.icatimgcif.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.dataset.StoredDataset;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The datasets that wait: journal and jobs together, never one without the other. */
final class JobQueue {

    private static final Logger LOG = Logger.getLogger(JobQueue.class);

    private static final String COUNT =
            "select count(*) from journal_dataset where generation_received > generation_done";

    // Rows that somebody announces or records at this moment are none of the sweep's business.
    private static final String FORGOTTEN = """
            select location from journal_dataset d
            where generation_received > generation_done and not exists (
                select 1 from scheduled_tasks t where t.task_name = ? and t.task_instance = d.identity_hash)
            order by id limit 500 for update of d skip locked
            """;

    private final DataSource database;
    private final Journal journal;
    private final Clock clock;

    JobQueue(DataSource database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** Notes an announcement and makes sure that there is a job for it: both or neither. */
    void enqueue(StoredDataset dataset, String door, SchedulerClient jobs) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                journal.announce(dataset, door);
                schedule(dataset.identity(), jobs);
            });
        } catch (SQLRuntimeException | QuarkusTransactionException e) {
            throw new Unavailable(
                    "cannot store the job of " + dataset.location() + ": the database does not answer", e);
        }
    }

    /** Gives a job to every dataset that waits and has none. Heals what should not happen: rows restored from a backup. */
    void scheduleForgotten(SchedulerClient jobs) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String identity : forgotten()) {
                LOG.warnf("a dataset waited without a job; location=%s", identity);
                schedule(identity, jobs);
            }
        });
    }

    long waiting() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new Unavailable("cannot count the waiting datasets: the database does not answer", e);
        }
    }

    private void schedule(String identity, SchedulerClient jobs) {
        jobs.scheduleIfNotExists(
                JobName.CONVERSION.instance(JobName.of(identity)).data(identity).build(), clock.instant());
    }

    private List<String> forgotten() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGOTTEN)) {
            statement.setString(1, JobName.CONVERSION.getTaskName());
            List<String> locations = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    locations.add(result.getString(1));
                }
            }
            return locations;
        } catch (SQLException e) {
            throw new Unavailable("cannot look for forgotten datasets: the database does not answer", e);
        }
    }
}
