package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.service.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class JobTimesServiceTest {

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Test
    void jobsMoveWithAClockThatIsSetBack() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            // Of a task that nobody runs, farther ahead than anything of the other tests.
            sql.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " values ('nobody', 'ahead', now() + interval '90 minutes', false, 1),"
                    + " ('nobody', 'running', now() + interval '90 minutes', true, 1)");
            JobQueue queue = new JobQueue(database, journal, Duration.ofMinutes(10), Clock.systemUTC());

            queue.clockWasSetBack(Duration.ofHours(1));

            assertThat(minutesAhead(sql, "ahead")).isBetween(29L, 30L);
            assertThat(minutesAhead(sql, "running")).isBetween(89L, 90L);
            sql.execute("delete from scheduled_tasks where task_name = 'nobody'");
        }
    }

    private static long minutesAhead(Statement sql, String instance) throws SQLException {
        try (ResultSet row = sql.executeQuery("select extract(epoch from execution_time - now()) / 60 from"
                + " scheduled_tasks where task_name = 'nobody' and task_instance = '" + instance + "'")) {
            row.next();
            return Math.round(row.getDouble(1));
        }
    }
}
