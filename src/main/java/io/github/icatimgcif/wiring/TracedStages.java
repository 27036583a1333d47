package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Stage;
import io.github.icatimgcif.conversion.StageWatch;
import io.github.icatimgcif.conversion.trail.Traces;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Makes each stage of a conversion a part of its trace.
 *
 * @param others looks on too
 */
record TracedStages(Traces traces, StageWatch others) implements StageWatch {

    @Override
    public <T> T during(Stage stage, Supplier<T> work) {
        try (Traces.Step step = traces.within(stage.name().toLowerCase(Locale.ROOT))) {
            try {
                return others.during(stage, work);
            } catch (RuntimeException | Error e) {
                step.failed();
                throw e;
            }
        }
    }
}
