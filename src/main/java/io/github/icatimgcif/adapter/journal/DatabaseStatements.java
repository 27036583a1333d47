package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Statement;
import io.github.icatimgcif.conversion.statement.Statements;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.SourceTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements beside the journal. */
public final class DatabaseStatements implements Statements {

    private final JournalQuery query;
    private final Clock clock;

    /** Statements in this database. */
    public DatabaseStatements(DataSource database, Clock clock) {
        this.query = new JournalQuery(database);
        this.clock = clock;
    }

    @Override
    public List<Statement> of(StoredDataset dataset) {
        return query.list("""
                select id, vocabulary, name, value, unit, remark, stated_by, stated_at
                from stated_fact where dataset_hash = ? and ended_at is null order by id
                """, DatabaseStatements::statement, Sha256.of(dataset.identity()));
    }

    @Override
    public void state(StoredDataset dataset, List<StatedFact> facts, String by, Optional<String> remark) {
        String hash = Sha256.of(dataset.identity());
        for (StatedFact fact : facts) {
            // One statement: the new one holds as soon as the old one does no longer. Of two that come at the same
            // moment the
            // later one holds.
            query.change(
                    """
                    with ended as (
                        update stated_fact set ended_by = ?, ended_at = ?
                        where dataset_hash = ? and vocabulary = ? and name = ? and ended_at is null returning id)
                    insert into stated_fact
                        (dataset_hash, location, vocabulary, name, value, unit, remark, stated_by, stated_at)
                    select ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ? from (select count(*) from ended) as first
                    on conflict (dataset_hash, vocabulary, name) where ended_at is null do update
                    set value = excluded.value, unit = excluded.unit, remark = excluded.remark,
                        stated_by = excluded.stated_by, stated_at = excluded.stated_at
                    """,
                    by,
                    now(),
                    hash,
                    fact.term().vocabulary(),
                    fact.term().name(),
                    hash,
                    dataset.location(),
                    fact.term().vocabulary(),
                    fact.term().name(),
                    StorableText.of(fact.text()),
                    fact.unit().orElse(""),
                    StorableText.of(remark.orElse("")),
                    by,
                    now());
        }
    }

    @Override
    public void withdraw(StoredDataset dataset, long id, String by) {
        query.change(
                "update stated_fact set ended_by = ?, ended_at = ? where id = ? and dataset_hash = ? and ended_at is null",
                by,
                now(),
                id,
                Sha256.of(dataset.identity()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("id"),
                new StatedFact(
                        new SourceTerm(row.getString("vocabulary"), row.getString("name")),
                        row.getString("value"),
                        Optional.ofNullable(row.getString("unit"))),
                row.getString("stated_by"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("remark")));
    }
}
