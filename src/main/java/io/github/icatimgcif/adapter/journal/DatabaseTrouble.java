package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Tells a database that does not answer from a value that no database takes. */
final class DatabaseTrouble {

    private DatabaseTrouble() {}

    /**
     * Does something with the database.
     *
     * @throws Unavailable if the database does not answer
     * @throws IllegalArgumentException if it will never take the value
     */
    static <T> T told(String whatFor, Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException | QuarkusTransactionException e) {
            if (isAboutTheValue(e)) {
                throw new IllegalArgumentException("cannot " + whatFor + ": the database does not take the value", e);
            }
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot " + whatFor + ": the database does not answer as it should (" + innermost(e) + ")",
                    e);
        }
    }

    private static boolean isAboutTheValue(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Database.isAboutTheValue(sql);
            }
        }
        return false;
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
