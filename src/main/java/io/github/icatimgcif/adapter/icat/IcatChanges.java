package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.collect.CatalogueChanges;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has become different of datasets. Times are compared here and not in ICAT: it takes them in its own time zone only, without
 * saying which that is, and finds them by reading whole tables. The time of the dataset itself and of its investigation are not
 * asked at all: whoever refers to them changes them.
 */
final class IcatChanges implements CatalogueChanges {

    private final IcatEntities entities;
    private final IcatSession session;

    IcatChanges(IcatEntities entities, IcatSession session) {
        this.entities = entities;
        this.session = session;
    }

    @Override
    public Map<Long, Facts> now(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String list = list(ids);
        Map<Long, Instant> changed = new HashMap<>();
        entities.rows("SELECT ds.id, MAX(p.modTime) FROM DatasetParameter p JOIN p.dataset ds WHERE ds.id IN (" + list
                        + ")" + notByUs() + " GROUP BY ds.id")
                .forEach(row ->
                        row.date(1).ifPresent(time -> changed.put(row.id(0).orElseThrow(), time)));
        Map<Long, Facts> facts = new HashMap<>();
        entities.rows("SELECT ds.id, ds.doi, i.doi, i.releaseDate FROM Dataset ds JOIN ds.investigation i"
                        + " WHERE ds.id IN (" + list + ")")
                .forEach(row -> facts.put(
                        row.id(0).orElseThrow(),
                        new Facts(
                                Optional.ofNullable(changed.get(row.id(0).orElseThrow())),
                                new Publication(row.text(1).or(() -> row.text(2)), row.date(3)))));
        return facts;
    }

    @Override
    public List<String> parametersCorrectedSince(long id, Instant time) {
        return entities
                .rows("SELECT t.name, p.modTime, p.createTime FROM DatasetParameter p JOIN p.type t WHERE p.dataset.id="
                        + id + notByUs())
                .stream()
                .filter(row -> row.date(1)
                        .filter(changed -> !changed.isBefore(time))
                        .filter(changed -> !row.date(2).equals(Optional.of(changed)))
                        .isPresent())
                .flatMap(row -> row.text(0).stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<Long> stillThere(List<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return entities.rows("SELECT ds.id FROM Dataset ds WHERE ds.id IN (" + list(ids) + ")").stream()
                .flatMap(row -> row.id(0).stream())
                .collect(Collectors.toSet());
    }

    private static String list(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String notByUs() {
        return " AND p.modId <> " + IcatEntities.literal(session.userName());
    }
}
