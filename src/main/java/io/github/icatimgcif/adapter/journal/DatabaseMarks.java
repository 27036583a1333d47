package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.Marks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Marks beside the journal. */
public final class DatabaseMarks implements Marks {

    private final DatabaseQuery query;
    private final Clock clock;

    /** Marks in this database. */
    public DatabaseMarks(DataSource database, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.clock = clock;
    }

    @Override
    public Optional<String> read(String name) {
        return query
                .list("look up a mark", "select value from mark where name = ?", row -> row.getString(1), name)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(String name, String value) {
        query.change("keep a mark", """
                insert into mark (name, value, changed) values (?, ?, ?)
                on conflict (name) do update set value = excluded.value, changed = excluded.changed
                """, name, value, clock.instant());
    }

    @Override
    public void forget(String beginning, Instant before) {
        query.change("forget a mark", "delete from mark where starts_with(name, ?) and changed < ?", beginning, before);
    }
}
