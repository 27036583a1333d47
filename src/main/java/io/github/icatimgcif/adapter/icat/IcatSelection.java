package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.backlog.Candidate;
import io.github.icatimgcif.backlog.CatalogueDatasets;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The raw datasets of a selection. Names are asked for as they were given, in capitals and in small letters: some databases see
 * case and some do not. Days are asked for with one more on each side, as ICAT takes times in its own time zone without saying
 * which that is; and what comes back is looked at again by whoever asked.
 */
final class IcatSelection implements CatalogueDatasets {

    /** As many ids as fit into a URL beside the rest of a question. */
    private static final int PAGE = 400;

    private static final int LONGEST_BEGINNING = 200;

    private static final String SELECT = "SELECT ds.id, ds.name, ds.location, ds.complete, i.name, i.visitId, s.name,"
            + " ds.startDate FROM Dataset ds JOIN ds.type t JOIN ds.investigation i LEFT JOIN ds.sample s WHERE ds.id > ";

    private final IcatEntities entities;
    private final CatalogueNames names;

    IcatSelection(IcatEntities entities, CatalogueNames names) {
        this.entities = entities;
        this.names = names;
    }

    @Override
    public Page selected(Selection selection, long after) {
        List<Long> wanted = new TreeSet<>(selection.ids())
                .stream().filter(id -> id > after).limit(PAGE).toList();
        if (!selection.ids().isEmpty() && wanted.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        List<IcatRow> rows = entities.rows(SELECT + after + RawCondition.of(names) + conditions(selection)
                + (wanted.isEmpty() ? "" : " AND ds.id IN (" + joined(wanted) + ")") + " ORDER BY ds.id LIMIT 0,"
                + PAGE);
        List<Long> ids = rows.stream().map(row -> row.id(0).orElseThrow()).toList();
        Set<Long> converted = converted(ids);
        List<Candidate> datasets =
                rows.stream().map(row -> candidate(row, selection, converted)).toList();
        // Of ids that were named the next ones follow these, whether ICAT has them or not.
        Optional<Long> last = wanted.isEmpty()
                ? Optional.of(ids).filter(found -> found.size() == PAGE).map(found -> found.get(PAGE - 1))
                : Optional.of(wanted.get(wanted.size() - 1));
        return new Page(datasets, last);
    }

    /** Those that a job of ours has as input. */
    private Set<Long> converted(List<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return entities
                .rows("SELECT DISTINCT ds.id FROM DataCollectionDataset x JOIN x.dataset ds JOIN x.dataCollection c"
                        + " JOIN c.jobsAsInput j WHERE ds.id IN (" + joined(ids) + ") AND j.application.name="
                        + IcatEntities.literal(names.application()))
                .stream()
                .flatMap(row -> row.id(0).stream())
                .collect(Collectors.toSet());
    }

    private static String conditions(Selection selection) {
        StringBuilder conditions = new StringBuilder();
        selection.proposal().ifPresent(name -> conditions.append(" AND i.name IN (" + anyCase(name) + ")"));
        selection
                .session()
                .ifPresent(name -> conditions.append(" AND (i.visitId IN (" + anyCase(name) + ") OR ds.location LIKE "
                        + IcatEntities.literal("%/" + wildcard(name) + "/%") + ")"));
        selection.beamline().ifPresent(name -> conditions.append(atBeamline(anyCase(name))));
        selection.sample().ifPresent(name -> conditions.append(" AND s.name=" + IcatEntities.literal(name)));
        selection.from().ifPresent(day -> conditions.append(" AND ds.startDate >= " + midnight(day.minusDays(1))));
        selection.to().ifPresent(day -> conditions.append(" AND ds.startDate < " + midnight(day.plusDays(2))));
        selection.path().ifPresent(glob -> conditions.append(below(glob)));
        return conditions.toString();
    }

    private static String atBeamline(String names) {
        return " AND (i.visitId IN (" + names + ") OR EXISTS (SELECT ii FROM InvestigationInstrument ii"
                + " JOIN ii.instrument n WHERE ii.investigation = i AND n.name IN (" + names + ")))";
    }

    private static String below(PathGlob glob) {
        String beginning = glob.literalBeginning();
        return " AND ds.location LIKE "
                + IcatEntities.literal(
                        wildcard(beginning.substring(0, Math.min(beginning.length(), LONGEST_BEGINNING))) + "%");
    }

    /** What a database may take for more than the character it is. */
    private static String wildcard(String text) {
        return text.replace('\\', '_');
    }

    private static String midnight(LocalDate day) {
        return "{ts " + day + " 00:00:00}";
    }

    private static String anyCase(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                .distinct()
                .map(IcatEntities::literal)
                .collect(Collectors.joining(","));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Candidate candidate(IcatRow row, Selection selection, Set<Long> converted) {
        long id = row.id(0).orElseThrow();
        // ICAT was asked for the beamline, and knows of instruments that were not read.
        Set<String> beamlines = new HashSet<>();
        row.text(5).ifPresent(beamlines::add);
        selection.beamline().ifPresent(beamlines::add);
        return new Candidate(
                row.text(1).orElse(""),
                row.text(4).orElse(""),
                row.text(5).orElse(""),
                beamlines,
                row.text(6).orElse(""),
                row.text(2).orElse(""),
                Optional.of(id),
                row.text(7).flatMap(IcatSelection::day),
                row.isTrue(3),
                converted.contains(id));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), 10))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
