package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.figures.DatabaseFigures;
import io.github.icatimgcif.adapter.icat.IcatCalls;
import io.github.icatimgcif.conversion.StageWatch;
import io.github.icatimgcif.conversion.trail.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what looks on while the service works. */
@Singleton
public final class WatchHouse {

    private final RequestLabels requests = new RequestLabels();

    @Produces
    @Singleton
    Traces traces(OpenTelemetry openTelemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        return isOff ? Traces.OFF : new OpenTelemetryTraces(openTelemetry.getTracer("icat-imgcif"));
    }

    @Produces
    @Singleton
    StageWatch stages(MeterRegistry meters, Traces traces) {
        return new TracedStages(traces, new MeasuredStages(meters));
    }

    @Produces
    @Singleton
    IcatCalls icatCalls(MeterRegistry meters, Traces traces) {
        return new TracedIcatCalls(traces, new MeasuredIcatCalls(meters));
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
