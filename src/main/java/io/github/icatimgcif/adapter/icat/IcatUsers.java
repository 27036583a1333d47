package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.ListedDataset;
import io.github.icatimgcif.conversion.access.SessionUser;
import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.conversion.access.Viewer;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.dataset.StoredDataset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The users of ICAT. Whether somebody may see a dataset is asked in his own session, with a query that names nothing but the dataset,
 * so that ICAT's own rules decide. What is not allowed and what is not there look the same.
 */
final class IcatUsers implements CatalogueUsers {

    /** ICAT has no longer locations. */
    private static final int LONGEST_LOCATION = 511;

    private final IcatServer server;
    private final IcatEntities entities;
    private final CatalogueNames names;
    private final IcatSession own;
    private final Optional<IcatSession> anonymous;

    IcatUsers(
            IcatServer server,
            IcatEntities entities,
            CatalogueNames names,
            IcatSession own,
            Optional<IcatSession> anonymous) {
        this.server = server;
        this.entities = entities;
        this.names = names;
        this.own = own;
        this.anonymous = anonymous;
    }

    @Override
    public Optional<SessionUser> userOf(UserSession session) {
        IcatCall call = IcatCall.onSession("GET", session.id());
        try {
            String name = server.call(call).content(call).path("userName").asText("");
            return name.isEmpty() ? Optional.empty() : Optional.of(new SessionUser(name));
        } catch (IcatRefusal refusal) {
            return unlessForSession(refusal, Optional.empty());
        }
    }

    @Override
    public Set<String> groupingsOf(String userName, Collection<String> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        String list = among.stream().map(IcatEntities::literal).collect(Collectors.joining(", "));
        Set<String> groupings = new LinkedHashSet<>();
        entities.rows("SELECT g.name, u.name FROM UserGroup m JOIN m.grouping g JOIN m.user u WHERE u.name="
                        + IcatEntities.literal(userName) + " AND g.name IN (" + list + ")")
                .forEach(row -> {
                    // Databases do not see case.
                    Optional<String> grouping = row.text(0).filter(among::contains);
                    if (row.text(1).equals(Optional.of(userName))) {
                        grouping.ifPresent(groupings::add);
                    }
                });
        return groupings;
    }

    @Override
    public boolean shows(Viewer viewer, long dataset) {
        return !rows(viewer, "SELECT ds.id FROM Dataset ds WHERE ds.id=" + dataset)
                .isEmpty();
    }

    @Override
    public List<Long> shownAt(Viewer viewer, String location) {
        if (location.length() > LONGEST_LOCATION) {
            return List.of();
        }
        String query = "SELECT ds.id, ds.location FROM Dataset ds WHERE ds.location=" + IcatEntities.literal(location)
                + " OR ds.location=" + IcatEntities.literal(location + "/") + " ORDER BY ds.id";
        return rows(viewer, query).stream()
                .filter(row -> row.text(1)
                        .filter(found -> found.equals(location) || found.equals(location + "/"))
                        .isPresent())
                .flatMap(row -> row.id(0).stream())
                .toList();
    }

    @Override
    public Optional<ListedDataset> listed(long dataset) {
        String facility =
                names.facility().isEmpty() ? "" : " AND i.facility.name=" + IcatEntities.literal(names.facility());
        return entities
                .rows("SELECT ds.id, ds.name, ds.location, i.name, s.name, t.name FROM Dataset ds JOIN ds.type t"
                        + " JOIN ds.investigation i LEFT JOIN ds.sample s WHERE ds.id=" + dataset + facility)
                .stream()
                .filter(row -> row.text(2).filter(text -> !text.isBlank()).isPresent())
                .map(this::listed)
                .findFirst();
    }

    private ListedDataset listed(IcatRow row) {
        StoredDataset announcement = StoredDataset.raw(
                row.text(1).orElse(""),
                row.text(3).orElse(""),
                row.text(4).orElse(""),
                row.text(2).orElseThrow(),
                row.id(0));
        return new ListedDataset(announcement, names.isProcessed(row.text(5).orElse("")));
    }

    private List<IcatRow> rows(Viewer viewer, String query) {
        Function<String, List<IcatRow>> search = session -> searched(session, query);
        if (viewer instanceof Viewer.InSession user) {
            try {
                return search.apply(user.session().id());
            } catch (IcatRefusal refusal) {
                return unlessForSession(refusal, List.of());
            }
        }
        return viewer instanceof Viewer.Service
                ? own.with(search)
                : anonymous.map(session -> session.with(search)).orElse(List.of());
    }

    private List<IcatRow> searched(String session, String query) {
        IcatCall call = IcatCall.search(session, query);
        List<IcatRow> rows = new ArrayList<>();
        server.call(call)
                .content(call)
                .forEach(row -> rows.add(new IcatRow(
                        row.isArray() ? row : IcatAnswer.JSON.createArrayNode().add(row))));
        return rows;
    }

    /** A session that is not known, or whose time is over, sees nothing; nor does a user who has no right at all. */
    private static <T> T unlessForSession(IcatRefusal refusal, T nothing) {
        if (refusal.code() == IcatRefusal.Code.SESSION || refusal.code() == IcatRefusal.Code.INSUFFICIENT_PRIVILEGES) {
            return nothing;
        }
        throw refusal;
    }
}
