package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.embeddedcatalogue.EmbeddedCatalogue;
import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.wiring.ServiceConfig.CatalogueChoice;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Makes the catalogue that was chosen. */
@Singleton
public final class CatalogueHouse {

    @Produces
    @Singleton
    CatalogueParts catalogue(ServiceConfig config, DataSource database) {
        CatalogueChoice choice = config.catalogue()
                .orElse(config.icat().url().isPresent() ? CatalogueChoice.ICAT : CatalogueChoice.EMBEDDED);
        return switch (choice) {
            case EMBEDDED -> {
                EmbeddedCatalogue embedded = new EmbeddedCatalogue(database);
                yield new CatalogueParts(embedded, embedded, embedded, embedded);
            }
            // MERGE: new CatalogueParts(...) of adapter.icat.
            case ICAT ->
                throw new IllegalStateException(
                        "imgcif.catalogue=icat, but this build has no ICAT client: set imgcif.catalogue=embedded");
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck readiness(CatalogueParts parts) {
        RemotePart part = parts.remotePart();
        return () -> part.trouble()
                .map(trouble -> HealthCheckResponse.named(part.name())
                        .down()
                        .withData("trouble", trouble)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(part.name()));
    }
}
