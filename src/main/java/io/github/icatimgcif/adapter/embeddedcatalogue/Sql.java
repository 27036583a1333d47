package io.github.icatimgcif.adapter.embeddedcatalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection, with their values apart from their text. */
final class Sql {

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    <T> List<T> list(String query, RowReader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** The first row. */
    <T> Optional<T> first(String query, RowReader<T> reader, Object... values) throws SQLException {
        return list(query, reader, values).stream().findFirst();
    }

    /** The number in the first column of the one row that the statement returns. */
    long number(String query, Object... values) throws SQLException {
        return first(query, row -> row.getLong(1), values)
                .orElseThrow(() -> new IllegalStateException("no row came back of: " + query));
    }

    void execute(String update, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(update, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String text, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }
}
