package io.github.icatimgcif.adapter.backlog;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.backlog.BacklogItems;
import io.github.icatimgcif.backlog.Candidate;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.Judged;
import io.github.icatimgcif.backlog.Prospect;
import io.github.icatimgcif.backlog.Standing;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The datasets of backlogs on PostgreSQL, beside the journal, which says how they ended. */
public final class BacklogItemTable implements BacklogItems {

    private static final String ADD = """
            insert into backlog_item (backlog_id, identity_hash, location, name, proposal, sample, catalogue_id, complete,
                registered, standing, prospect, reason, state)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (backlog_id, identity_hash) do nothing
            """;

    private static final String AFTER = """
            select * from backlog_item where backlog_id = ? and id > ? and (cast(? as text) is null or state = ?)
            order by id limit ?
            """;

    // The first conversion that came to an end and was begun for this announcement or a later one.
    private static final String SETTLE = """
            with ended as (
                select i.id, coalesce(c.outcome, d.state) as outcome, coalesce(c.cause, d.explanation) as cause,
                    c.imgcif_sha256, extract(epoch from c.finished - c.started) * 1000 as milliseconds
                from backlog_item i join journal_dataset d using (identity_hash)
                left join lateral (
                    select * from journal_conversion c where c.dataset_id = d.id and c.generation >= i.generation
                        and c.outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED', 'FAILED')
                    order by c.generation, c.id desc limit 1) c on true
                where i.backlog_id = ? and i.state = 'TAKEN' and d.generation_done >= i.generation)
            update backlog_item i set
                state = case
                    when e.outcome = 'REGISTERED' and i.sha_before <> e.imgcif_sha256 then 'CHANGED'
                    when e.outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED') then e.outcome
                    else 'FAILED' end,
                explanation = e.cause, settled = ?, milliseconds = e.milliseconds
            from ended e where e.id = i.id
            """;

    private static final String LOST = """
            select i.* from backlog_item i left join journal_dataset d using (identity_hash)
            where i.backlog_id = ? and i.state = 'TAKEN' and coalesce(d.generation_received, 0) < i.generation
            order by i.id
            """;

    private static final String UNDER_WAY = """
            select count(*) from backlog_item i left join journal_dataset d using (identity_hash)
            where i.backlog_id = ? and i.state = 'TAKEN' and d.state is distinct from 'WAITING'
            """;

    private static final String TAKEN_WITHIN = "select count(*) from backlog_item where backlog_id = ? and taken > ?";

    private static final String LEFT =
            "select count(*) from backlog_item where backlog_id = ? and state in ('PENDING', 'TAKEN')";

    private static final String TAKE = """
            update backlog_item i set state = 'TAKEN', generation = v.generation, sha_before = v.sha, taken = ?
            from unnest(?, ?, ?) as v (id, generation, sha)
            where i.id = v.id and i.state = 'PENDING'
                and exists (select 1 from backlog b where b.id = ? and b.state = 'RUNNING')
            returning i.id
            """;

    private static final String LEAVE =
            "update backlog_item set state = ?, explanation = ?, settled = ? where id = ? and state in ('PENDING', 'TAKEN')";

    private final DatabaseQuery query;
    private final Clock clock;

    /** Items in this database, which keeps the journal too. */
    public BacklogItemTable(DataSource database, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.clock = clock;
    }

    @Override
    public void clear(long backlog) {
        query.change("begin a backlog anew", "delete from backlog_item where backlog_id = ?", backlog);
    }

    @Override
    public void add(long backlog, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        query.change(
                "keep the datasets of a backlog",
                ADD,
                backlog,
                texts(found, one -> identity(one.candidate())),
                texts(found, one -> one.candidate().location()),
                texts(found, one -> one.candidate().name()),
                texts(found, one -> one.candidate().proposal()),
                texts(found, one -> one.candidate().sample()),
                found.stream()
                        .map(one -> one.candidate().catalogueId().orElse(null))
                        .toArray(Long[]::new),
                found.stream().map(one -> one.candidate().complete()).toArray(Boolean[]::new),
                found.stream().map(one -> one.candidate().registered()).toArray(Boolean[]::new),
                texts(found, one -> one.judged().standing().name()),
                texts(found, one -> one.judged().prospect().name()),
                texts(found, one -> one.judged().reason()),
                texts(found, one -> firstState(one.judged().prospect()).name()));
    }

    @Override
    public List<BacklogItem> after(long backlog, long item, Optional<ItemState> state, int most) {
        String name = state.map(ItemState::name).orElse(null);
        return query.list(
                "list the datasets of a backlog", AFTER, BacklogItemTable::item, backlog, item, name, name, most);
    }

    @Override
    public void settle(long backlog) {
        query.change("note what a backlog has done", SETTLE, backlog, clock.instant());
    }

    @Override
    public List<BacklogItem> lost(long backlog) {
        return query.list("look for what a backlog lost", LOST, BacklogItemTable::item, backlog);
    }

    @Override
    public long underWay(long backlog) {
        return number(UNDER_WAY, backlog);
    }

    @Override
    public long takenWithin(long backlog, Duration time) {
        return number(TAKEN_WITHIN, backlog, clock.instant().minus(time));
    }

    @Override
    public long left(long backlog) {
        return number(LEFT, backlog);
    }

    @Override
    public Set<Long> take(long backlog, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(query.list(
                "hand over datasets of a backlog",
                TAKE,
                row -> row.getLong(1),
                clock.instant(),
                claims.stream().map(Claim::item).toArray(Long[]::new),
                claims.stream().map(Claim::generation).toArray(Long[]::new),
                claims.stream().map(claim -> claim.sha256().orElse(null)).toArray(String[]::new),
                backlog));
    }

    @Override
    public void leave(long item, ItemState state, String explanation) {
        query.change("leave a dataset of a backlog", LEAVE, state.name(), explanation, clock.instant(), item);
    }

    private static ItemState firstState(Prospect prospect) {
        return switch (prospect) {
            case ELIGIBLE, UNDER_WAY, ON_TAPE -> ItemState.PENDING;
            case CURRENT -> ItemState.CURRENT;
            case CANNOT -> ItemState.CANNOT;
        };
    }

    private static String identity(Candidate candidate) {
        return Sha256.of(
                candidate.location().isEmpty()
                        ? "catalogue " + candidate.catalogueId().orElseThrow()
                        : candidate.location());
    }

    private static String[] texts(List<Found> found, Function<Found, String> text) {
        // PostgreSQL takes no character 0.
        return found.stream()
                .map(one -> text.apply(one).replace('\0', '\ufffd'))
                .toArray(String[]::new);
    }

    private long number(String text, Object... values) {
        return query.list("count a backlog", text, row -> row.getLong(1), values)
                .get(0);
    }

    private static BacklogItem item(ResultSet row) throws SQLException {
        @Nullable Long milliseconds = row.getObject("milliseconds", Long.class);
        return new BacklogItem(
                row.getLong("id"),
                new Candidate(
                        row.getString("name"),
                        row.getString("proposal"),
                        "",
                        Set.of(),
                        row.getString("sample"),
                        row.getString("location"),
                        DatabaseQuery.number(row, "catalogue_id"),
                        Optional.empty(),
                        row.getBoolean("complete"),
                        row.getBoolean("registered")),
                new Judged(
                        Standing.valueOf(row.getString("standing")),
                        Prospect.valueOf(row.getString("prospect")),
                        row.getString("reason")),
                ItemState.valueOf(row.getString("state")),
                row.getString("explanation"),
                DatabaseQuery.instant(row, "taken"),
                DatabaseQuery.instant(row, "settled"),
                Optional.ofNullable(milliseconds).map(Duration::ofMillis));
    }
}
