package io.github.icatimgcif.adapter.backlog;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Lets one service at a time be at a backlog. An advisory lock of a PostgreSQL session: a service that is paused keeps it, and one
 * that dies lets it go at once.
 */
final class BacklogLock {

    private static final Logger LOG = Logger.getLogger(BacklogLock.class);

    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended('backlog', ?))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended('backlog', ?))";

    private final DataSource database;

    BacklogLock(DataSource database) {
        this.database = database;
    }

    /** Does the work if nobody has the lock. Must be called outside of a transaction. */
    boolean with(long id, Runnable work) {
        try (Connection session = database.getConnection()) {
            if (!ask(session, TAKE, id)) {
                return false;
            }
            try {
                work.run();
            } finally {
                release(session, id);
            }
            return true;
        } catch (SQLException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot lock backlog " + id + ": the database does not answer as it should",
                    e);
        }
    }

    private static void release(Connection session, long id) {
        try {
            ask(session, RELEASE, id);
        } catch (SQLException e) {
            // A session that is gone has no locks.
            LOG.infof("the session that locked a backlog has ended; backlog=%d cause=%s", id, e.getMessage());
        }
    }

    private static boolean ask(Connection session, String question, long id) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setLong(1, id);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
