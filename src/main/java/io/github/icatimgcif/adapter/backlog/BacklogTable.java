package io.github.icatimgcif.adapter.backlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogCounts;
import io.github.icatimgcif.backlog.BacklogCounts.Reason;
import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Backlogs;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.Prospect;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Backlogs on PostgreSQL. */
public final class BacklogTable implements Backlogs {

    private static final String CREATE = """
            insert into backlog (selection, duplicate, concurrency, rate, dry_run, started_by, state, explanation, created)
            values (cast(? as jsonb), ?, ?, ?, ?, ?, 'PLANNING', '', ?) returning *
            """;

    // One statement, so that what is let go with the cancelling is let go if and only if it was cancelled.
    private static final String CHANGE = """
            with changed as (
                update backlog set state = ?, explanation = ?,
                    planned = case when ? in ('PLANNED', 'RUNNING') then coalesce(planned, ?) else planned end,
                    begun = case when ? = 'RUNNING' then coalesce(begun, ?) else begun end,
                    finished = case when ? in ('DONE', 'CANCELLED', 'FAILED') then cast(? as timestamptz) end
                where id = ? and state = ? and (? <> 'DONE' or not exists (
                    select 1 from backlog_item i where i.backlog_id = backlog.id and i.state in ('PENDING', 'TAKEN')))
                returning id, state),
            let_go as (
                update backlog_item i set state = 'CANCELLED', settled = ?
                from changed c where c.state = 'CANCELLED' and i.backlog_id = c.id and i.state = 'PENDING' returning 1)
            select (select count(*) from changed), (select count(*) from let_go)
            """;

    /** Seconds; a backlog of ten million lets all of them go at once. As long as the driver waits for the database. */
    private static final int LONGEST_CHANGE = 600;

    private static final String HOLD = "select id from backlog where id = ? for update";

    private static final String TO_ADVANCE = "select * from backlog b where state = 'RUNNING' or exists"
            + " (select 1 from backlog_item i where i.backlog_id = b.id and i.state = 'TAKEN') order by id";

    private static final String REOPEN = """
            update backlog_item set state = 'PENDING', explanation = '', generation = null, taken = null, settled = null,
                milliseconds = null
            where backlog_id = ? and state in ('FAILED', 'REFUSED')
            """;

    private static final String COUNTS =
            "select state, prospect, count(*) as number from backlog_item where backlog_id = ? group by 1, 2";

    private static final String REASONS = """
            select prospect, left(reason, 200) as reason, count(*) as number from backlog_item where backlog_id = ?
            group by 1, 2 order by 3 desc, 2 limit 30
            """;

    private static final String PARKED =
            "select count(*) from backlog_item i join journal_dataset d using (identity_hash)"
                    + " where i.backlog_id = ? and i.state = 'TAKEN' and d.state = 'WAITING'";

    private static final String MEASURED = """
            select avg(extract(epoch from finished - started)) * 1000 as milliseconds from (
                select started, finished from journal_conversion where outcome in ('REGISTERED', 'UNCHANGED')
                order by id desc limit 500) last
            """;

    private static final String FORGET = "delete from backlog where state in ('PLANNED', 'CANCELLED', 'DONE', 'FAILED')"
            + " and coalesce(finished, planned, created) < ? and not exists"
            + " (select 1 from backlog_item i where i.backlog_id = backlog.id and i.state = 'TAKEN')";

    private final DatabaseQuery query;
    private final BacklogRow rows;
    private final BacklogLock lock;
    private final Clock clock;

    /** Backlogs in this database. */
    public BacklogTable(DataSource database, ObjectMapper json, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.rows = new BacklogRow(json);
        this.lock = new BacklogLock(database);
        this.clock = clock;
    }

    @Override
    public Backlog create(BacklogOrder order) {
        return query.list(
                        "keep a backlog",
                        CREATE,
                        rows::backlog,
                        rows.selection(order.selection()),
                        order.duplicate().name(),
                        order.concurrency(),
                        order.rate().orElse(null),
                        order.dryRun(),
                        order.startedBy(),
                        clock.instant())
                .get(0);
    }

    @Override
    public Optional<Backlog> find(long id) {
        return query.list("look up a backlog", "select * from backlog where id = ?", rows::backlog, id).stream()
                .findFirst();
    }

    @Override
    public List<Backlog> below(long id, int most) {
        return query.list(
                "list backlogs",
                "select * from backlog where id < ? order by id desc limit ?",
                rows::backlog,
                id,
                most);
    }

    @Override
    public List<Backlog> toPlan() {
        return query.list(
                "look for backlogs", "select * from backlog where state = 'PLANNING' order by id", rows::backlog);
    }

    @Override
    public List<Backlog> toAdvance() {
        return query.list("look for backlogs", TO_ADVANCE, rows::backlog);
    }

    @Override
    public boolean change(long id, BacklogState from, BacklogState to, String explanation) {
        return held(id, "change a backlog", () -> changed(id, from, to, explanation));
    }

    private boolean changed(long id, BacklogState from, BacklogState to, String explanation) {
        Instant now = clock.instant();
        String next = to.name();
        return query.list(
                                "change a backlog",
                                CHANGE,
                                row -> row.getLong(1),
                                next,
                                explanation,
                                next,
                                now,
                                next,
                                now,
                                next,
                                now,
                                id,
                                from.name(),
                                next,
                                now)
                        .get(0)
                == 1;
    }

    @Override
    public boolean retry(long id, BacklogState from, BacklogState to) {
        return held(id, "take up again what failed of a backlog", () -> {
            boolean isChanged = changed(id, from, to, "");
            if (isChanged) {
                query.change("take up again what failed of a backlog", REOPEN, id);
            }
            return isChanged;
        });
    }

    /**
     * Does all of something or nothing, while no state of this backlog changes. A statement of its own waits for those that hold it: the
     * next one begins after them and sees what they did to the datasets, which one that waits within itself does not.
     */
    private boolean held(long id, String whatFor, BooleanSupplier work) {
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_CHANGE).call(() -> {
                query.list("hold a backlog", HOLD, row -> row.getLong(1), id);
                return work.getAsBoolean();
            });
        } catch (QuarkusTransactionException e) {
            throw new Unavailable(
                    WaitsFor.SURROUNDINGS, "cannot " + whatFor + ": the database does not answer as it should", e);
        }
    }

    @Override
    public boolean exclusively(long id, Runnable work) {
        return lock.with(id, work);
    }

    @Override
    public BacklogCounts counts(long id) {
        Map<ItemState, Long> states = new EnumMap<>(ItemState.class);
        Map<Prospect, Long> prospects = new EnumMap<>(Prospect.class);
        query.list(
                "count a backlog",
                COUNTS,
                row -> {
                    states.merge(ItemState.valueOf(row.getString("state")), row.getLong("number"), Long::sum);
                    prospects.merge(Prospect.valueOf(row.getString("prospect")), row.getLong("number"), Long::sum);
                    return states;
                },
                id);
        List<Reason> reasons = query.list(
                "count the reasons of a backlog",
                REASONS,
                row -> new Reason(
                        Prospect.valueOf(row.getString("prospect")), row.getString("reason"), row.getLong("number")),
                id);
        return new BacklogCounts(states, prospects, reasons, number(PARKED, id));
    }

    @Override
    public long endedInLastMinute(long id) {
        return number(
                "select count(*) from backlog_item where backlog_id = ? and taken is not null and settled > ?",
                id,
                clock.instant().minusSeconds(60));
    }

    @Override
    public Optional<Duration> measured() {
        return query.list("ask what conversions take", MEASURED, row -> Optional.ofNullable(row.getBigDecimal(1)))
                .get(0)
                .map(milliseconds -> Duration.ofMillis(milliseconds.longValue()));
    }

    @Override
    public int forget(Duration rest) {
        return query.change("forget old backlogs", FORGET, clock.instant().minus(rest));
    }

    private long number(String text, Object... values) {
        return query.list("count a backlog", text, row -> row.getLong(1), values)
                .get(0);
    }
}
