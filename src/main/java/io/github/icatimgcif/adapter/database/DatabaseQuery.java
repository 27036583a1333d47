package io.github.icatimgcif.adapter.database;

import io.github.icatimgcif.conversion.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the service's own PostgreSQL, read and changed by statements with values. Each statement is of the transaction of its caller,
 * if there is one. Values may be moments, arrays, and null.
 */
public final class DatabaseQuery {

    private final Database database;

    /** Statements on this database. */
    public DatabaseQuery(DataSource connections) {
        this.database = new Database(connections);
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows of a query, or those that a change returns.
     *
     * @param whatFor what it is for, as in "cannot ...", for whoever reads that it failed
     * @throws Unavailable if the database does not answer as it should
     * @throws IllegalArgumentException if it will never take a value
     */
    public <T> List<T> list(String whatFor, String text, RowReader<T> reader, @Nullable Object... values) {
        return database.told(whatFor, text, statement -> {
            set(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    /**
     * Changes rows.
     *
     * @return how many
     * @throws Unavailable if the database does not answer as it should
     * @throws IllegalArgumentException if it will never take a value
     */
    public int change(String whatFor, String text, @Nullable Object... values) {
        return database.told(whatFor, text, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    /** A moment, if the column has one. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A number, if the column has one. */
    public static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    /** A text, if the column has one. */
    public static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, valueFor(statement.getConnection(), values[i]));
        }
    }

    private static @Nullable Object valueFor(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof @Nullable String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        if (value instanceof Boolean[] claims) {
            return connection.createArrayOf("boolean", claims);
        }
        return value instanceof @Nullable Long[] numbers ? connection.createArrayOf("bigint", numbers) : value;
    }
}
