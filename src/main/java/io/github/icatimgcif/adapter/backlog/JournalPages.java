package io.github.icatimgcif.adapter.backlog;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.backlog.Candidate;
import io.github.icatimgcif.backlog.JournalDatasets;
import io.github.icatimgcif.backlog.KnownState;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The journal as backlogs see it. */
public final class JournalPages implements JournalDatasets {

    // Datasets made from others are never converted.
    private static final String SELECTED = """
            select * from journal_dataset where id > ? and input = '[]'
                and (cast(? as text) is null or lower(proposal) = lower(?))
                and (cast(? as text) is null or sample = ?)
                and starts_with(location, ?)
                and (cast(? as bigint[]) is null or catalogue_id = any(?))
            order by id limit ?
            """;

    private static final String NAMED =
            "select * from journal_dataset where identity_hash = any(?) or catalogue_id = any(?)";

    private static final int DATE = "2025-03-25".length();

    private final DatabaseQuery query;

    /** The journal in this database. */
    public JournalPages(DataSource database) {
        this.query = new DatabaseQuery(database);
    }

    @Override
    public List<KnownState> selected(Selection selection, long after, int most) {
        String proposal = selection.proposal().orElse(null);
        String sample = selection.sample().orElse(null);
        Long[] ids = selection.ids().isEmpty() ? null : selection.ids().toArray(Long[]::new);
        return query.list(
                "look for datasets in the journal",
                SELECTED,
                JournalPages::known,
                after,
                proposal,
                proposal,
                sample,
                sample,
                selection.path().map(PathGlob::literalBeginning).orElse(""),
                ids,
                ids,
                most);
    }

    @Override
    public List<KnownState> named(Collection<String> identities, Collection<Long> catalogueIds) {
        return query.list(
                "look up datasets in the journal",
                NAMED,
                JournalPages::known,
                identities.stream().map(Sha256::of).toArray(String[]::new),
                catalogueIds.toArray(Long[]::new));
    }

    private static KnownState known(ResultSet row) throws SQLException {
        boolean hasImgCif = row.getObject("registration_id") != null;
        return new KnownState(
                row.getLong("id"),
                new Candidate(
                        row.getString("name"),
                        row.getString("proposal"),
                        "",
                        DatabaseQuery.text(row, "beamline").map(Set::of).orElse(Set.of()),
                        row.getString("sample"),
                        row.getString("location"),
                        DatabaseQuery.number(row, "catalogue_id"),
                        day(row),
                        true,
                        hasImgCif),
                DatasetState.valueOf(row.getString("state")),
                row.getString("explanation"),
                row.getLong("generation_received") > row.getLong("generation_done"),
                DatabaseQuery.text(row, "waits_for").map(WaitsFor::valueOf),
                row.getLong("generation_received"),
                hasImgCif,
                DatabaseQuery.text(row, "made_by").flatMap(JournalPages::versions),
                DatabaseQuery.text(row, "imgcif_sha256"));
    }

    /** As it was recorded; of a dataset that was announced without one, the day it was first heard of. */
    private static Optional<LocalDate> day(ResultSet row) throws SQLException {
        Optional<LocalDate> recorded = DatabaseQuery.text(row, "start_date").flatMap(JournalPages::date);
        return recorded.isPresent()
                ? recorded
                : DatabaseQuery.instant(row, "first_received")
                        .map(time -> time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < DATE ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, DATE)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Versions> versions(String madeBy) {
        String[] parts = madeBy.split("\\|", -1);
        return parts.length == 3 ? Optional.of(new Versions(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
