package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.RememberedUsers;
import io.github.icatimgcif.conversion.access.SignIns;
import io.github.icatimgcif.conversion.collect.CatalogueFiles;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.entrypoint.access.AccessMode;
import io.github.icatimgcif.entrypoint.access.AccessSettings;
import io.github.icatimgcif.entrypoint.access.RateSettings;
import io.github.icatimgcif.entrypoint.access.RequestKind;
import io.github.icatimgcif.entrypoint.api.DownloadSettings;
import io.github.icatimgcif.entrypoint.api.StreamSettings;
import io.github.icatimgcif.wiring.ServiceConfig.AccessConfig;
import io.github.icatimgcif.wiring.ServiceConfig.CatalogueChoice;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Makes what the doors need to know who may do what. */
@Singleton
public final class AccessHouse {

    private static final Logger LOG = Logger.getLogger(AccessHouse.class);

    @Produces
    @Singleton
    @Unremovable
    AccessSettings accessSettings(ServiceConfig config) {
        AccessConfig access = config.access();
        CatalogueChoice catalogue = CatalogueHouse.chosen(config);
        AccessMode mode =
                access.mode().orElse(catalogue == CatalogueChoice.ICAT ? AccessMode.ICAT : access.withoutIcat());
        if (mode == AccessMode.ICAT && catalogue != CatalogueChoice.ICAT) {
            throw new IllegalStateException(
                    "imgcif.access=icat needs an ICAT that knows the sessions: set imgcif.icat.url, or imgcif.access=local");
        }
        return new AccessSettings(
                mode,
                access.announcers().orElse(List.of()),
                access.operators().orElse(List.of()),
                access.administrators().orElse(List.of()));
    }

    @Produces
    @Singleton
    CatalogueUsers catalogueUsers(CatalogueParts parts, ServiceConfig config) {
        AccessConfig access = config.access();
        return new RememberedUsers(parts.users(), access.remembered(), access.mostRemembered(), System::nanoTime);
    }

    @Produces
    @Singleton
    SignIns signIns(CatalogueParts parts) {
        return parts.signIns();
    }

    @Produces
    @Singleton
    Datasets datasets(CatalogueParts parts) {
        return parts.datasets();
    }

    @Produces
    @Singleton
    DownloadSettings downloadSettings(ServiceConfig config) {
        return new DownloadSettings(
                config.access().longestWait(), config.access().mostWaiting());
    }

    @Produces
    @Singleton
    CatalogueFiles catalogueFiles(CatalogueParts parts) {
        return parts.files();
    }

    @Produces
    @Singleton
    @Unremovable
    StreamSettings streamSettings(ServiceConfig config) {
        DownloadsConfig downloads = config.downloads();
        return new StreamSettings(
                downloads.atOnce(), downloads.exportsAtOnce(), downloads.mostFrames(), downloads.stalled());
    }

    @Produces
    @Singleton
    @Unremovable
    RateSettings rateSettings(ServiceConfig config) {
        RatesConfig rates = config.rates();
        return new RateSettings(
                Map.of(
                        RequestKind.ANNOUNCEMENTS, rates.announcements(),
                        RequestKind.CHECKS, rates.checks(),
                        RequestKind.DOWNLOADS, rates.downloads(),
                        RequestKind.EXPORTS, rates.exports(),
                        RequestKind.SIGN_INS, rates.signIns(),
                        RequestKind.OTHERS, rates.others()),
                rates.unknownSessions(),
                rates.mostRemembered());
    }

    /** A mistake in the names stops the start; a service that serves everybody says so. */
    void started(@Observes StartupEvent event, AccessSettings settings) {
        switch (settings.mode()) {
            case OPEN ->
                LOG.warn("imgcif.access=open: WHOEVER REACHES THIS SERVICE MAY SEE EVERY DATASET AND THROW AWAY DEAD"
                        + " LETTERS; set imgcif.access=icat, or let nobody reach it");
            case LOCAL ->
                LOG.warn(
                        "imgcif.access=local: whoever is at this machine may do everything, others may only check files");
            case ICAT ->
                LOG.infof(
                        "who may do what is told by ICAT; operators=%s administrators=%s announcers=%s",
                        settings.operators(), settings.administrators(), settings.announcers());
        }
    }
}
