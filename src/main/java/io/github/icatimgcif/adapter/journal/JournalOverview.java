package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.overview.FailureCause;
import io.github.icatimgcif.conversion.overview.Flow;
import io.github.icatimgcif.conversion.overview.FoundEntry;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.conversion.overview.RecentOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The journal as a whole. Each question goes along an index of V13 and reads a bounded part of it. */
public final class JournalOverview implements Overview {

    /** So many failures are summed up; of more, those that ended last. */
    private static final int MOST_FAILURES = 50_000;

    /** As much of a text as is in the indexes: an entry of an index has an end. */
    private static final int INDEXED_NAME = 200;

    private static final int INDEXED_LOCATION = 400;

    /** The greatest character there is, so that a beginning has an end: every text that begins so is below this. */
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private static final String ENTRY = """
            select id, name, proposal, location, state, left(explanation, 500) as explanation, last_received
            from journal_dataset
            """;

    private static final String BY_NAME = "left(lower(name), 200) collate \"C\"";
    private static final String BY_LOCATION = "left(location, 400) collate \"C\"";

    private static final String FAILURES = """
            with failed as (
                select c.id, c.dataset_id, c.outcome,
                    regexp_replace(left(c.cause, 1000), '/[^] ,;:()[]+', '...', 'g') as why
                from journal_conversion c join journal_dataset d on d.id = c.dataset_id
                where c.outcome in ('REFUSED', 'FAILED') and c.finished >= ? and d.state in ('REFUSED', 'FAILED')
                order by c.finished desc
                limit ?),
            counted as (
                select outcome, left(why, 300) as why, count(distinct dataset_id) as datasets, max(id) as last
                from failed group by 1, 2 order by 3 desc, 4 desc limit ?)
            select n.outcome, n.why, n.datasets, d.location
            from counted n join journal_conversion c on c.id = n.last join journal_dataset d on d.id = c.dataset_id
            order by n.datasets desc, n.last desc
            """;

    private static final String LAST = """
            select d.name, d.proposal, d.location, c.outcome, left(c.cause, 300) as cause, c.finished
            from journal_conversion c join journal_dataset d on d.id = c.dataset_id
            where c.outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED', 'FAILED') and c.finished is not null
            order by c.finished desc
            limit ?
            """;

    private static final String TO_BE_DONE = """
            select waits_for, count(*), min(last_received) from journal_dataset
            where generation_received > generation_done group by waits_for
            """;

    private final DatabaseQuery query;

    /** The journal in this database. */
    public JournalOverview(DataSource database) {
        this.query = new DatabaseQuery(database);
    }

    private record Counted(Optional<WaitsFor> waitsFor, long count, Instant oldest) {}

    @Override
    public Flow flow() {
        Map<DatasetState, Long> states = new EnumMap<>(DatasetState.class);
        query.list(
                        "count what becomes of datasets",
                        "select state, count(*) from journal_dataset group by state",
                        row -> Map.entry(DatasetState.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        Map<WaitsFor, Long> waiting = new EnumMap<>(WaitsFor.class);
        List<Counted> toBeDone = query.list(
                "count what is to be done",
                TO_BE_DONE,
                row -> new Counted(
                        Optional.ofNullable(row.getString(1)).map(WaitsFor::valueOf),
                        row.getLong(2),
                        DatabaseQuery.instant(row, "min").orElseThrow()));
        toBeDone.forEach(counted -> counted.waitsFor().ifPresent(what -> waiting.put(what, counted.count())));
        Optional<Counted> inLine = toBeDone.stream()
                .filter(counted -> counted.waitsFor().isEmpty())
                .findFirst();
        return new Flow(states, waiting, inLine.map(Counted::count).orElse(0L), inLine.map(Counted::oldest));
    }

    @Override
    public List<FailureCause> failures(Instant since, int most) {
        return query.list(
                "list causes of failures",
                FAILURES,
                row -> new FailureCause(
                        DatasetState.valueOf(row.getString(1)), row.getString(2), row.getLong(3), row.getString(4)),
                since,
                MOST_FAILURES,
                most);
    }

    @Override
    public List<RecentOutcome> lastOutcomes(int most) {
        return query.list(
                "list what became of datasets",
                LAST,
                row -> new RecentOutcome(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        DatabaseQuery.instant(row, "finished").orElseThrow()),
                most);
    }

    @Override
    public Optional<FoundEntry> withCatalogueId(long id) {
        return query
                .list(
                        "look up a dataset in the journal",
                        ENTRY + " where catalogue_id = ? order by last_received desc, id desc limit 1",
                        JournalOverview::found,
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public List<FoundEntry> ofProposal(String proposal, long before, int most) {
        return query.list(
                "list the datasets of a proposal",
                ENTRY + " where left(lower(proposal), 200) = left(lower(?), 200) and lower(proposal) = lower(?)"
                        + " and id < ? order by id desc limit ?",
                JournalOverview::found,
                proposal,
                proposal,
                before,
                most);
    }

    @Override
    public List<FoundEntry> named(String beginning, long after, int most) {
        return beginning(BY_NAME, INDEXED_NAME, "lower(name)", "lower(?)", beginning, after, most);
    }

    @Override
    public List<FoundEntry> locatedAt(String beginning, long after, int most) {
        return beginning(BY_LOCATION, INDEXED_LOCATION, "location", "?", beginning, after, most);
    }

    private List<FoundEntry> beginning(
            String key, int indexed, String whole, String value, String beginning, long after, int most) {
        // Lower case is made by the database on both sides: it may differ from ours.
        String first = after == 0
                ? ""
                : query
                        .list(
                                "look for datasets in the journal",
                                "select " + key + " from journal_dataset where id = ?",
                                row -> row.getString(1),
                                after)
                        .stream()
                        .findFirst()
                        .orElse("");
        String start = beginning.substring(
                0, beginning.offsetByCodePoints(0, Math.min(indexed, beginning.codePointCount(0, beginning.length()))));
        return query.list(
                "look for datasets in the journal",
                ENTRY + " where " + key + " >= " + value + " and " + key + " < " + value + " || ? and (" + key
                        + ", id) > (?, ?) and starts_with(" + whole + ", " + value + ") order by " + key
                        + ", id limit ?",
                JournalOverview::found,
                start,
                start,
                AFTER_ALL,
                first,
                after,
                beginning,
                most);
    }

    private static FoundEntry found(ResultSet row) throws SQLException {
        return new FoundEntry(
                row.getLong("id"),
                row.getString("name"),
                row.getString("proposal"),
                row.getString("location"),
                DatasetState.valueOf(row.getString("state")),
                row.getString("explanation"),
                DatabaseQuery.instant(row, "last_received").orElseThrow());
    }
}
