package io.github.icatimgcif.adapter.database;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The service's own PostgreSQL, one statement at a time, each within the transaction of the thread if there is one.
 *
 * @param connections where connections come from
 */
public record Database(DataSource connections) {

    private static final List<String> ABOUT_THE_VALUE = List.of("22", "23", "54");

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
     * @throws IllegalArgumentException if it will never take a value
     */
    public <T> T told(String whatFor, String text, Work<T> work) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException e) {
            if (isAboutTheValue(e)) {
                throw new IllegalArgumentException("cannot " + whatFor + ": the database does not take the value", e);
            }
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS,
                    "cannot " + whatFor + ": the database does not answer as it should (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Whether repeating would not help. SQL state 22: data exception; 23: a rule of the table; 54: program limit exceeded. */
    public static boolean isAboutTheValue(SQLException trouble) {
        String state = trouble.getSQLState();
        return state != null && ABOUT_THE_VALUE.stream().anyMatch(state::startsWith);
    }
}
