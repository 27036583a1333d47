package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.figures.DatabaseFigures;
import io.github.icatimgcif.adapter.icat.IcatCalls;
import io.github.icatimgcif.conversion.StageWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes what looks on while the service works. */
@Singleton
public final class WatchHouse {

    private final RequestLabels requests = new RequestLabels();

    @Produces
    @Singleton
    StageWatch stages(MeterRegistry meters) {
        return new MeasuredStages(meters);
    }

    @Produces
    @Singleton
    IcatCalls icatCalls(MeterRegistry meters) {
        return new MeasuredIcatCalls(meters);
    }

    @Produces
    @Singleton
    DatabaseFigures figures(DataSource database, Clock clock) {
        return new DatabaseFigures(database, clock);
    }

    @Produces
    @Singleton
    MeterFilter requestLabels() {
        return requests;
    }

    @Produces
    @Singleton
    HttpServerMetricsTagsContributor requestPaths() {
        return requests::learn;
    }
}
