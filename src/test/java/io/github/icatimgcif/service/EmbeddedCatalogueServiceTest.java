package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.contract.CatalogueContract;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.wiring.CatalogueParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class EmbeddedCatalogueServiceTest extends CatalogueContract {

    @Inject
    CatalogueParts parts;

    @Inject
    DataSource database;

    @Test
    void aDatasetThatIsAskedForIsStoredOnce() {
        var dataset = new StoredDataset(
                "run_07",
                "mx-2464",
                "Insulin-3",
                "/data/catalogue/run_07",
                Map.of("MX_flux", "3.20e11"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        CatalogueEntry first = parts.datasets().find(dataset).orElseThrow();
        CatalogueEntry second = parts.datasets().find(dataset).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(first.proposal()).isEqualTo("mx-2464");
        assertThat(first.processed()).isFalse();
        assertThat(parts.metadata().read(dataset, Optional.of(first)).readings())
                .containsExactly(new Reading(Source.CATALOGUE, SourceTerm.parameter("MX_flux"), "3.20e11"));
    }

    @Override
    protected Catalogue catalogue() {
        return parts.catalogue();
    }

    @Override
    protected CatalogueEntry entryOf(StoredDataset raw) {
        return parts.datasets().find(raw).orElseThrow();
    }

    @Override
    protected List<String> derivedFrom(CatalogueEntry raw) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select d.name from catalogue_derivation v"
                        + " join catalogue_dataset d on d.id = v.derived_id where v.raw_id = ? and d.complete")) {
            statement.setLong(1, raw.id());
            List<String> names = new ArrayList<>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new AssertionError("cannot look into the catalogue", e);
        }
    }
}
