package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Lets one conversion of a dataset run at a time, over all services that share the database.
 *
 * <p>An advisory lock of a PostgreSQL session, and not a lease in a row: a service that is paused (a suspended machine, a long
 * collection of garbage) keeps its session and with it the lock, so nobody works beside it when it wakes up; a lease would have
 * run out. When the service dies, the session ends and the lock is free. Needs a session of its own for as long as a conversion
 * takes, so a pooler between service and database must pool sessions, not transactions.
 */
final class DatasetLock {

    private static final Logger LOG = Logger.getLogger(DatasetLock.class);

    // Advisory locks are numbers. Two datasets with the same number wait for each other, which does no harm.
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended(?, 20260711))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended(?, 20260711))";

    private final DataSource database;

    DatasetLock(DataSource database) {
        this.database = database;
    }

    /**
     * Takes the lock of a dataset if nobody has it. Must be called outside of a transaction.
     *
     * @throws Unavailable if the database does not answer
     */
    Optional<Held> take(String identity) {
        try {
            Connection session = database.getConnection();
            boolean isOurs = false;
            try {
                isOurs = ask(session, TAKE, identity);
                return isOurs ? Optional.of(new Held(session, identity)) : Optional.empty();
            } finally {
                if (!isOurs) {
                    session.close();
                }
            }
        } catch (SQLException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot lock " + identity + ": the database does not answer as it should",
                    e);
        }
    }

    private static boolean ask(Connection session, String question, String identity) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, identity);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** A lock that this service has. */
    static final class Held implements AutoCloseable {

        private final Connection session;
        private final String identity;

        private Held(Connection session, String identity) {
            this.session = session;
            this.identity = identity;
        }

        @Override
        public void close() {
            try (Connection closed = session) {
                released(closed);
            } catch (SQLException e) {
                // A session that is gone has no locks.
                LOG.infof(
                        "the session that locked a dataset has ended; location=%s cause=%s", identity, e.getMessage());
            }
        }

        private void released(Connection locking) throws SQLException {
            try {
                ask(locking, RELEASE, identity);
            } catch (SQLException e) {
                // It must not go back to the others with its lock.
                locking.abort(Runnable::run);
                throw e;
            }
        }
    }
}
