package io.github.icatimgcif.adapter.backlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Duplicate;
import io.github.icatimgcif.backlog.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of the table of backlogs. */
final class BacklogRow {

    private final ObjectMapper json;

    BacklogRow(ObjectMapper json) {
        this.json = json;
    }

    String selection(Selection selection) {
        try {
            return json.writeValueAsString(SelectionJson.of(selection));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + selection, e);
        }
    }

    Backlog backlog(ResultSet row) throws SQLException {
        return new Backlog(
                row.getLong("id"),
                new BacklogOrder(
                        selection(row.getString("selection")),
                        Duplicate.valueOf(row.getString("duplicate")),
                        row.getInt("concurrency"),
                        Optional.ofNullable(row.getObject("rate", Integer.class)),
                        row.getBoolean("dry_run"),
                        row.getString("started_by")),
                BacklogState.valueOf(row.getString("state")),
                row.getString("explanation"),
                DatabaseQuery.instant(row, "created").orElseThrow(),
                DatabaseQuery.instant(row, "planned"),
                DatabaseQuery.instant(row, "begun"),
                DatabaseQuery.instant(row, "finished"));
    }

    private Selection selection(String text) {
        try {
            return json.readValue(text, SelectionJson.class).selection();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a selection that was stored cannot be read: " + text, e);
        }
    }
}
