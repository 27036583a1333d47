package io.github.icatimgcif.adapter.figures;

import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Unavailable;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Counts in the database, all figures by one statement. */
public final class DatabaseFigures {

    // What is announced has a time before its announcement, so that it stands before what was put off: it is due from
    // when it was announced.
    private static final String COUNT = """
            with moment as (select cast(? as timestamptz) as now)
            select 'DATASETS', state, count(*)::float8 from journal_dataset group by state
            union all
            select 'WAITING', coalesce(waits_for, ''), count(*)::float8 from journal_dataset
                where generation_received > generation_done group by waits_for
            union all
            select 'JOBS_DUE', '', count(*)::float8 from scheduled_tasks, moment
                where task_name = 'conversion' and (picked or execution_time <= now)
            union all
            (select 'OLDEST_DUE', '', extract(epoch from now - greatest(t.execution_time, d.last_received))::float8
                from scheduled_tasks t join journal_dataset d on d.identity_hash = t.task_instance, moment
                where t.task_name = 'conversion' and not t.picked and t.execution_time <= now
                order by t.execution_time limit 1)
            union all
            select 'DEAD_LETTERS', '', count(*)::float8 from dead_letter
            union all
            select 'OUTBOX', channel, count(*)::float8 from outbox_message where sent is null group by channel
            union all
            select 'OUTBOX_OLDEST', channel, extract(epoch from now - min(stored))::float8 from outbox_message, moment
                where sent is null group by channel, now
            """;

    private final Database database;
    private final Clock clock;

    /** Counts in this database. */
    public DatabaseFigures(DataSource database, Clock clock) {
        this.database = new Database(database);
        this.clock = clock;
    }

    /**
     * Counts.
     *
     * @throws Unavailable if the database does not answer
     */
    public Figures now() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.told("count what waits", COUNT, statement -> {
            statement.setObject(1, now);
            Map<Figure, Map<String, Double>> counted = new EnumMap<>(Figure.class);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counted.computeIfAbsent(Figure.valueOf(row.getString(1)), figure -> new HashMap<>())
                            .put(row.getString(2), row.getDouble(3));
                }
            }
            return new Figures(counted);
        });
    }
}
