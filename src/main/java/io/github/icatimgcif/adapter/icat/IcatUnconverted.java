package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.collect.UnconvertedDatasets;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import java.util.List;

/**
 * Raw datasets that no job of ours has as input. ICAT has no index for that, so a question is about a range of ids that it works
 * through along the primary key.
 */
final class IcatUnconverted implements UnconvertedDatasets {

    private final IcatEntities entities;
    private final IcatSession session;
    private final CatalogueNames names;

    IcatUnconverted(IcatEntities entities, IcatSession session, CatalogueNames names) {
        this.entities = entities;
        this.session = session;
        this.names = names;
    }

    @Override
    public List<Unconverted> between(long after, long upTo, int most) {
        String us = session.userName();
        return entities
                .rows("SELECT ds.id, ds.name, ds.location, ds.complete, i.name, s.name, ds.modTime, ds.modId"
                        + " FROM Dataset ds JOIN ds.type t JOIN ds.investigation i LEFT JOIN ds.sample s"
                        + " WHERE ds.id > " + after + " AND ds.id <= " + upTo + RawCondition.of(names)
                        + " AND NOT EXISTS (SELECT j FROM DataCollectionDataset x JOIN x.dataCollection c"
                        + " JOIN c.jobsAsInput j WHERE x.dataset = ds AND j.application.name="
                        + IcatEntities.literal(names.application()) + ") ORDER BY ds.id LIMIT 0," + most)
                .stream()
                .map(row -> unconverted(row, us))
                .toList();
    }

    @Override
    public long newestId() {
        return entities.rows("SELECT MAX(ds.id) FROM Dataset ds").stream()
                .flatMap(row -> row.id(0).stream())
                .findFirst()
                .orElse(0L);
    }

    private static Unconverted unconverted(IcatRow row, String us) {
        boolean byUs = row.text(7).orElse("").equals(us);
        return new Unconverted(
                row.id(0).orElseThrow(),
                row.text(1).orElse(""),
                row.text(4).orElse(""),
                row.text(5).orElse(""),
                row.text(2).orElse(""),
                row.isTrue(3),
                row.date(6).filter(time -> !byUs));
    }
}
