package io.github.icatimgcif.adapter.embeddedcatalogue;

import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A catalogue on PostgreSQL. A dataset is in it as soon as it is asked for: its announcement is its storing. */
public final class EmbeddedCatalogue implements Datasets, MetadataSource, Catalogue, RemotePart {

    private final DataSource database;

    /** A catalogue in this database. */
    public EmbeddedCatalogue(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<CatalogueEntry> find(StoredDataset dataset) {
        return inTransaction(
                "store dataset " + dataset.location(), sql -> Optional.of(new RawDatasets(sql).stored(dataset)));
    }

    @Override
    public Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        if (entry.isEmpty()) {
            return Metadata.NONE;
        }
        List<Reading> readings = inTransaction(
                "read the parameters of " + dataset.location(),
                sql -> sql.list(
                        "select name, text from catalogue_parameter where dataset_id = ? order by name",
                        row -> new Reading(Source.CATALOGUE, SourceTerm.parameter(row.getString(1)), row.getString(2)),
                        entry.get().id()));
        return new Metadata(readings, List.of());
    }

    @Override
    public Registration register(RegistrationRequest request) {
        return inTransaction("register " + request.name(), sql -> new DerivedDatasets(sql).registered(request));
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Optional<String> trouble() {
        try {
            return inTransaction("ask the embedded catalogue", sql -> {
                sql.number("select count(*) from (select 1 from catalogue_dataset limit 1) any_row");
                return Optional.empty();
            });
        } catch (Unavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * SQL state 22: data exception; 54: program limit exceeded. Repeating would not help. It does where a rule of a table (23) was
     * broken, other than in the rest of the database: of two that register imgCIFs of one path at the same moment the second is told
     * by its next try which dataset has that path.
     */
    private static boolean isAboutTheValue(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return state.startsWith("22") || state.startsWith("54");
    }

    private interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    private <T> T inTransaction(String whatFor, Work<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = database.getConnection()) {
                    return work.in(new Sql(connection));
                } catch (SQLException e) {
                    if (isAboutTheValue(e)) {
                        throw new IllegalArgumentException(
                                "cannot " + whatFor + ": the embedded catalogue does not take so long a value", e);
                    }
                    throw new Unavailable(
                            WaitsFor.CATALOGUE,
                            "cannot " + whatFor + ": the embedded catalogue does not answer as it should ("
                                    + e.getMessage() + ")",
                            e);
                }
            });
        } catch (QuarkusTransactionException e) {
            throw new Unavailable(
                    WaitsFor.CATALOGUE,
                    "cannot " + whatFor + ": the embedded catalogue does not answer as it should",
                    e);
        }
    }
}
