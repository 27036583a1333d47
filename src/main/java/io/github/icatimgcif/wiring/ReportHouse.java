package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.images.StoredImages;
import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.entrypoint.api.CheckSettings;
import io.github.icatimgcif.entrypoint.api.DatasetEvidence;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes what the reports over HTTP need. */
@Singleton
public final class ReportHouse {

    /** A check may hold the values for its tests and the keys for the dictionary, and all checks half of the heap. */
    private static final int SHARES = 2 * 2;

    /** Enough for any dataset; with less heap larger files are refused sooner. */
    private static final long LEAST_KEPT = 16L << 20;

    /** So much more than a message other bodies may have, so that the answer can say why a message is refused. */
    private static final long TIMES_MESSAGE = 2;

    @Produces
    @Singleton
    CheckSettings checkSettings(ServiceConfig config) {
        ServiceConfig.ChecksConfig checks = config.checks();
        long share = Runtime.getRuntime().maxMemory() / checks.atOnce() / SHARES;
        return new CheckSettings(
                checks.largest().asLongValue(),
                checks.largestUnpacked().asLongValue(),
                TIMES_MESSAGE * config.messages().largest(),
                checks.atOnce(),
                checks.longest(),
                Math.max(LEAST_KEPT, Math.min(CifLimits.LARGE.keptBytes(), share)));
    }

    @Produces
    @Singleton
    DatasetEvidence datasetEvidence(Facility facility, ServiceConfig config) {
        // Whoever looks at a page has a file unpacked here: the temporary folder of a container is small.
        StoredImages images = new StoredImages(config.checks().largestImage().asLongValue());
        return new DatasetEvidence(new DataRoots(facility.dataRoots()), Optional.of(images));
    }
}
