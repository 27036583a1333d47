package io.github.icatimgcif.adapter.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.core.BaseConnection;

/**
 * Locks of names, each held by one service at a time, over all services that share the database. Must be taken outside of a
 * transaction.
 *
 * <p>An advisory lock of a PostgreSQL session, and not a lease in a row: a service that is paused (a suspended machine, a long
 * collection of garbage) keeps its session and with it the lock, so nobody works beside it when it wakes up; a lease would have
 * run out. When the service dies, the session ends and the lock is free. Needs a session of its own for as long as it is held, so
 * a pooler between service and database must pool sessions, not transactions.
 */
public final class SessionLock {

    private static final Logger LOG = Logger.getLogger(SessionLock.class);

    // Advisory locks are numbers. Two names with the same number wait for each other, which does no harm.
    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended(?, ?))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended(?, ?))";

    private final DataSource database;

    /** Locks in this database. */
    public SessionLock(DataSource database) {
        this.database = database;
    }

    /**
     * Takes the lock of a name if nobody has it.
     *
     * @param seed sets the names of one kind apart from those of another
     * @throws SQLException if the database does not answer as it should
     */
    public Optional<Held> take(String name, long seed) throws SQLException {
        Connection session = database.getConnection();
        boolean isOurs = false;
        try {
            isOurs = ask(session, TAKE, name, seed);
            return isOurs ? Optional.of(new Held(session, name, seed)) : Optional.empty();
        } finally {
            if (!isOurs) {
                session.close();
            }
        }
    }

    private static boolean ask(Connection session, String question, String name, long seed) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, name);
            statement.setLong(2, seed);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** A lock that this service has. */
    public static final class Held implements AutoCloseable {

        private final Connection session;
        private final String name;
        private final long seed;

        private Held(Connection session, String name, long seed) {
            this.session = session;
            this.name = name;
            this.seed = seed;
        }

        /** Lets the lock go, and says no more than a line of the log if its session has ended before. */
        @Override
        public void close() {
            try (Connection closed = session) {
                released(closed);
            } catch (SQLException e) {
                // A session that is gone has no locks.
                LOG.infof("the session that held a lock has ended; name=%s cause=%s", name, e.getMessage());
            }
        }

        private void released(Connection locking) throws SQLException {
            try {
                ask(locking, RELEASE, name, seed);
            } catch (SQLException e) {
                // It must not go back to the others with its lock. The pool's connection around it is not aborted: then
                // closing it would not give it back, and its place in the pool would be lost for good.
                locking.unwrap(BaseConnection.class).abort(Runnable::run);
                throw e;
            }
        }
    }
}
