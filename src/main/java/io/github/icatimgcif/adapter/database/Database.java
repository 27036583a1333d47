package io.github.icatimgcif.adapter.database;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The service's own PostgreSQL, one statement at a time, each within the transaction of the thread if there is one.
 *
 * @param connections where connections come from
 */
public record Database(DataSource connections) {

    /** What is done with a statement: its values are set, it is executed, and its answer read. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(PreparedStatement statement) throws SQLException;
    }

    /**
     * Executes a statement.
     *
     * @param whatFor what it is for, as in "cannot ...", for whoever reads that it failed
     * @param text    the statement
     * @throws Unavailable if the database does not answer as it should
     */
    public <T> T told(String whatFor, String text, Work<T> work) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot " + whatFor + ": the database does not answer as it should (" + e.getMessage() + ")",
                    e);
        }
    }
}
