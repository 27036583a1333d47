package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.database.SessionLock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class SessionLockServiceTest {

    private static final long SEED = 4711;

    private static final String END_OF_SESSION = "select count(pg_terminate_backend(pid)) from pg_locks"
            + " where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint) = hashtextextended(?, ?)";

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "20")
    int poolSize;

    @Test
    void thePoolLosesNoConnectionToLocksWhoseSessionsWereEndedByTheDatabase() throws SQLException {
        SessionLock locks = new SessionLock(database);
        for (int number = 0; number <= poolSize; number++) {
            String name = "ended-" + number;
            SessionLock.Held held = locks.take(name, SEED).orElseThrow();
            assertThat(endedSessions(name)).as(name).isEqualTo(1);

            held.close();
        }

        locks.take("the next", SEED).orElseThrow().close();
    }

    private long endedSessions(String name) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(END_OF_SESSION)) {
            statement.setString(1, name);
            statement.setLong(2, SEED);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
