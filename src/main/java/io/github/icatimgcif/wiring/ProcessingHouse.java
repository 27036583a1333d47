package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.processing.ProcessingResults;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes what listens to the results of processing; where the facility does not want them it hears and says nothing. */
@Singleton
public final class ProcessingHouse {

    private final ProcessingResults results;
    private final ProcessingConfig config;

    ProcessingHouse(DataSource database, ObjectMapper json, Clock clock, ProcessingConfig config) {
        this.results = new ProcessingResults(database, json, clock);
        this.config = config;
    }

    @Produces
    @Singleton
    Recording refinedValuesKept() {
        return config.refinedValues() ? results : (entry, ending) -> {};
    }

    @Produces
    @Singleton
    MetadataSource refinedValuesSaid() {
        return config.refinedValues() ? results : (dataset, entry) -> Metadata.NONE;
    }

    // The jobs do the chores and are the intake: each is asked for when the other is there.
    @Produces
    @Singleton
    Chore refinedValuesAnnounced(Instance<Intake> intake) {
        return new Chore(
                "processing-results",
                config.announceEvery(),
                config.refinedValues() ? () -> results.announce(intake.get()) : () -> {});
    }
}
