package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CountedIntakeTest {

    private static final StoredDataset DATASET =
            StoredDataset.raw("run_01", "mx2532", "Therm-6", "/data/mx2532/run_01", Optional.empty());

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatIsTakenInIsCountedByItsDoor() {
        CountedIntake intake = new CountedIntake((dataset, arrival) -> {}, meters);

        intake.accept(DATASET, "backlog");
        intake.accept(DATASET, "console");
        intake.accept(DATASET, "backlog");

        assertThat(accepted("backlog")).isEqualTo(2);
        assertThat(accepted("console")).isEqualTo(1);
    }

    @Test
    void whatIsNotTakenInIsNotCounted() {
        CountedIntake intake = new CountedIntake(
                (dataset, arrival) -> {
                    throw new Unavailable(WaitsFor.SURROUNDINGS, "the database does not answer");
                },
                meters);

        assertThatThrownBy(() -> intake.accept(DATASET, "processing")).isInstanceOf(Unavailable.class);

        assertThat(accepted("processing")).isZero();
    }

    private double accepted(String door) {
        return meters.counter("imgcif.events", "door", door, "result", "accepted")
                .count();
    }
}
