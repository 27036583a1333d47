package io.github.icatimgcif.adapter.backlog;

import io.github.icatimgcif.adapter.database.SessionLock;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Lets one service at a time be at a backlog. */
final class BacklogLock {

    /** All backlogs have the same name; they are told apart by their ids. */
    private static final String NAME = "backlog";

    private final SessionLock locks;

    BacklogLock(DataSource database) {
        this.locks = new SessionLock(database);
    }

    /**
     * Does the work if nobody has the lock. Must be called outside of a transaction.
     *
     * @return whether it was done
     * @throws Unavailable if the database does not answer
     */
    boolean with(long id, Runnable work) {
        Optional<SessionLock.Held> taken = take(id);
        if (taken.isEmpty()) {
            return false;
        }
        try (SessionLock.Held held = taken.get()) {
            work.run();
        }
        return true;
    }

    private Optional<SessionLock.Held> take(long id) {
        try {
            return locks.take(NAME, id);
        } catch (SQLException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot lock backlog " + id + ": the database does not answer as it should",
                    e);
        }
    }
}
