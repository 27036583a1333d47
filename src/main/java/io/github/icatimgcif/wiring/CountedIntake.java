package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what is handed in, by its door: here and not at the doors, so that none is left out. What a transaction around it undoes
 * was handed in all the same.
 */
final class CountedIntake implements Intake {

    private final Intake intake;
    private final MeterRegistry meters;

    CountedIntake(Intake intake, MeterRegistry meters) {
        this.intake = intake;
        this.meters = meters;
    }

    @Override
    public void accept(StoredDataset dataset, Arrival arrival) {
        intake.accept(dataset, arrival);
        meters.counter("imgcif.events", "door", arrival.door(), "result", "accepted")
                .increment();
    }
}
