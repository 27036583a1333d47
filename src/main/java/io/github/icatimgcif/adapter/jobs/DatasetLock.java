package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.adapter.database.SessionLock;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Lets one conversion of a dataset run at a time, over all services that share the database. */
final class DatasetLock {

    private static final long DATASETS = 20260711;

    private final SessionLock locks;

    DatasetLock(DataSource database) {
        this.locks = new SessionLock(database);
    }

    /**
     * Takes the lock of a dataset if nobody has it. Must be called outside of a transaction.
     *
     * @throws Unavailable if the database does not answer
     */
    Optional<SessionLock.Held> take(String identity) {
        try {
            return locks.take(identity, DATASETS);
        } catch (SQLException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot lock " + identity + ": the database does not answer as it should",
                    e);
        }
    }
}
