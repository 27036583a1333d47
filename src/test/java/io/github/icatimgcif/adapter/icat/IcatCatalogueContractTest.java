package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.contract.CatalogueContract;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.icatstub.StubDataset;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** ICAT keeps what every catalogue has to keep; each call is that of another service, which remembers nothing. */
final class IcatCatalogueContractTest extends CatalogueContract {

    private final Laboratory laboratory = new Laboratory();

    @AfterEach
    void theLaboratoryCloses() {
        laboratory.close();
    }

    @Override
    protected Catalogue catalogue() {
        return laboratory
                .client(Laboratory.names(Laboratory.judged(), false), Clock.systemUTC())
                .catalogue();
    }

    @Override
    protected CatalogueEntry entryOf(StoredDataset raw) {
        if (laboratory.stub.content().dataset(raw.name()).isEmpty()) {
            laboratory.stub.content().addDataset(laboratory.investigation, raw.name(), raw.location());
        }
        return laboratory.client().datasets().find(raw).orElseThrow();
    }

    @Override
    protected List<String> derivedFrom(CatalogueEntry raw) {
        List<Long> made = laboratory.stub.jobs().stream()
                .filter(job -> job.inputs().equals(List.of(raw.id())))
                .flatMap(job -> job.outputs().stream())
                .toList();
        return laboratory.stub.datasets().stream()
                .filter(dataset -> made.contains(dataset.id()) && dataset.complete())
                .map(StubDataset::name)
                .toList();
    }
}
