package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.TapeQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The datasets in the journal that wait for tape. */
public final class DatabaseTapeQueue implements TapeQueue {

    private static final String ON_THE_WAY = "select count(*) from journal_dataset where generation_received >"
            + " generation_done and waits_for = 'TAPE' and restore_asked >= ?";

    private static final String NEXT = """
            select catalogue_id from journal_dataset
            where generation_received > generation_done and waits_for = 'TAPE' and catalogue_id is not null
                and (restore_asked is null or restore_asked < ?)
            order by last_received, id limit ?
            """;

    // Whatever it does by now: one that is just being looked at would else be asked for twice.
    private static final String ASKED = "update journal_dataset set restore_asked = ?"
            + " where generation_received > generation_done and catalogue_id = any (?)";

    private final DatabaseQuery query;
    private final Clock clock;

    /** A queue in the journal's database. */
    public DatabaseTapeQueue(DataSource database, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.clock = clock;
    }

    @Override
    public List<Long> next(int atMost, int most, Duration again) {
        Instant since = clock.instant().minus(again);
        long onTheWay = query.list("count what is asked of the archive", ON_THE_WAY, row -> row.getLong(1), since)
                .get(0);
        long room = Math.max(0, Math.min(atMost, most - onTheWay));
        return room == 0
                ? List.of()
                : query.list("look for datasets on tape", NEXT, row -> row.getLong(1), since, room);
    }

    @Override
    public void askedFor(List<Long> datasets) {
        query.change("note what was asked of the archive", ASKED, clock.instant(), datasets.toArray(Long[]::new));
    }
}
