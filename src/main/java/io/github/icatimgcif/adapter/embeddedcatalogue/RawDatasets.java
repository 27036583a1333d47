package io.github.icatimgcif.adapter.embeddedcatalogue;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The datasets that a laboratory stored. */
final class RawDatasets {

    private final Sql sql;

    RawDatasets(Sql sql) {
        this.sql = sql;
    }

    /** The entry of a dataset, made if there is none; its parameters as last announced. */
    CatalogueEntry stored(StoredDataset dataset) throws SQLException {
        long investigation = investigation(dataset.proposal());
        sql.execute(
                """
                insert into catalogue_dataset (location_hash, location, name, investigation_id, sample, type, complete, stored)
                values (?, ?, ?, ?, ?, ?, true, now())
                on conflict (location_hash) do nothing
                """,
                Sha256.of(dataset.location()),
                dataset.location(),
                dataset.name(),
                investigation,
                dataset.sample(),
                dataset.input().isEmpty() ? "raw" : "processed");
        CatalogueEntry entry = entry(dataset.location());
        for (Map.Entry<String, String> parameter : dataset.parameters().entrySet()) {
            sql.execute("""
                    insert into catalogue_parameter (dataset_id, name, text) values (?, ?, ?)
                    on conflict (dataset_id, name) do update set text = excluded.text
                    """, entry.id(), parameter.getKey(), parameter.getValue());
        }
        return entry;
    }

    private CatalogueEntry entry(String location) throws SQLException {
        return sql.first(
                        """
                        select d.id, d.name, d.location, i.id, i.name, d.complete, d.type
                        from catalogue_dataset d join catalogue_investigation i on i.id = d.investigation_id
                        where d.location_hash = ? for update of d
                        """,
                        row -> new CatalogueEntry(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                row.getBoolean(6),
                                row.getString(7).equals("processed")),
                        Sha256.of(location))
                .orElseThrow(
                        () -> new IllegalStateException("no entry of " + location + ", though it was just stored"));
    }

    private long investigation(String name) throws SQLException {
        sql.execute("insert into catalogue_investigation (name) values (?) on conflict (name) do nothing", name);
        return sql.number("select id from catalogue_investigation where name = ?", name);
    }
}
