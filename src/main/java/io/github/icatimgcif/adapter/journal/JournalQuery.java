package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements on the journal's database. Each is of the transaction of its caller, if there is one. */
final class JournalQuery {

    private final Database database;

    JournalQuery(DataSource database) {
        this.database = new Database(database);
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    <T> List<T> list(String text, RowReader<T> reader, Object... values) {
        return done(text, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    /** Changes rows; returns how many. */
    int change(String text, Object... values) {
        return done(text, values, PreparedStatement::executeUpdate);
    }

    private <T> T done(String text, Object[] values, Database.Work<T> work) {
        return database.told("ask the journal", text, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, valueFor(statement.getConnection(), values[i]));
            }
            return work.with(statement);
        });
    }

    private static Object valueFor(Connection connection, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value instanceof Long[] numbers ? connection.createArrayOf("bigint", numbers) : value;
    }
}
