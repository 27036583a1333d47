package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.embeddedcatalogue.EmbeddedCatalogue;
import io.github.icatimgcif.adapter.icat.Icat;
import io.github.icatimgcif.adapter.icat.IcatAccess;
import io.github.icatimgcif.adapter.icat.IcatCalls;
import io.github.icatimgcif.adapter.icat.Waiting;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.access.NoCatalogueUsers;
import io.github.icatimgcif.conversion.access.NoSignIns;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.wiring.ServiceConfig.CatalogueChoice;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Makes the catalogue that was chosen. */
@Singleton
public final class CatalogueHouse {

    @Produces
    @Singleton
    CatalogueParts catalogue(
            ServiceConfig config,
            Facility facility,
            DataSource database,
            BreakerHouse breakers,
            IcatCalls calls,
            TrustedCertificates trusted,
            Clock clock) {
        return switch (chosen(config)) {
            case EMBEDDED -> {
                EmbeddedCatalogue embedded = new EmbeddedCatalogue(database);
                yield new CatalogueParts(
                        embedded,
                        embedded,
                        embedded,
                        CatalogueFiles.NONE,
                        Archive.NONE,
                        new NoCatalogueUsers(),
                        new NoSignIns(),
                        embedded,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
            case ICAT -> {
                Icat icat = new Icat(
                        access(config.icat(), trusted), facility.catalogueNames(), clock, Waiting.inRealTime(), calls);
                Archive archive = config.ids()
                        .url()
                        .map(url -> icat.archive(URI.create(url), breakers.of(WaitsFor.ARCHIVE)))
                        .orElse(Archive.NONE);
                yield new CatalogueParts(
                        icat.datasets(),
                        icat.metadata(),
                        icat.catalogue(),
                        icat.files(),
                        archive,
                        icat.users(config.icat().anonymous().map(visitor -> access(config.icat(), visitor, trusted))),
                        icat.signIns(),
                        new IcatReadiness(icat),
                        Optional.of(icat.unconverted()),
                        Optional.of(icat.selection()),
                        Optional.of(icat.changes()));
            }
        };
    }

    /** The catalogue that is asked for, else the one that there is an address of. */
    static CatalogueChoice chosen(ServiceConfig config) {
        return config.catalogue()
                .orElse(config.icat().url().isPresent() ? CatalogueChoice.ICAT : CatalogueChoice.EMBEDDED);
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

    private static IcatAccess access(ServiceConfig.Icat config, TrustedCertificates trusted) {
        return new IcatAccess(
                url(config),
                config.plugin(),
                config.credentials(),
                config.connectTimeout(),
                config.readTimeout(),
                trusted.context());
    }

    private static IcatAccess access(
            ServiceConfig.Icat config, ServiceConfig.Visitor visitor, TrustedCertificates trusted) {
        return new IcatAccess(
                url(config),
                visitor.plugin(),
                visitor.credentials(),
                config.connectTimeout(),
                config.readTimeout(),
                trusted.context());
    }

    private static URI url(ServiceConfig.Icat config) {
        String url = config.url()
                .orElseThrow(() -> new IllegalStateException("imgcif.catalogue=icat needs imgcif.icat.url"));
        return URI.create(url);
    }
}
