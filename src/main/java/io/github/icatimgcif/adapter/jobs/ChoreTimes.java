package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.adapter.database.Database;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** When each chore was last done to its end, by whichever service. */
public final class ChoreTimes {

    private static final String SUCCEEDED =
            "select task_name, last_success from scheduled_tasks where task_name <> ? and last_success is not null";

    private final Database database;

    /** Times in the database that the jobs use. */
    public ChoreTimes(DataSource database) {
        this.database = new Database(database);
    }

    /**
     * The end of the last success of each chore that ever had one, by the name of the chore.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the database does not answer
     */
    public Map<String, Instant> lastSuccesses() {
        return database.told("look when chores were done", SUCCEEDED, statement -> {
            statement.setString(1, JobName.CONVERSION.getTaskName());
            Map<String, Instant> times = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Timestamp success = rows.getTimestamp(2);
                    times.put(rows.getString(1), success.toInstant());
                }
            }
            return times;
        });
    }
}
