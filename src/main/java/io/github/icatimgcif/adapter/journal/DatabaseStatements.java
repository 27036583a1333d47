package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Statement;
import io.github.icatimgcif.conversion.statement.Statements;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.SourceTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Statements beside the journal. */
public final class DatabaseStatements implements Statements {

    private final DatabaseQuery query;

    /** Statements in this database. */
    public DatabaseStatements(DataSource database) {
        this.query = new DatabaseQuery(database);
    }

    @Override
    public List<Statement> of(StoredDataset dataset) {
        return query.list("list what was stated", """
                select id, vocabulary, name, value, unit, remark, stated_by, stated_at
                from stated_fact where dataset_hash = ? and ended_at is null order by id
                """, DatabaseStatements::statement, Sha256.of(dataset.identity()));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("id"),
                new StatedFact(
                        new SourceTerm(row.getString("vocabulary"), row.getString("name")),
                        row.getString("value"),
                        DatabaseQuery.text(row, "unit")),
                row.getString("stated_by"),
                DatabaseQuery.instant(row, "stated_at").orElseThrow(),
                DatabaseQuery.text(row, "remark"));
    }
}
