package io.github.icatimgcif.conversion;

import java.util.function.Supplier;

/** Is there while a stage of a conversion lasts: for metrics and traces. */
public interface StageWatch {

    /** Nobody looks. */
    StageWatch NONE = new StageWatch() {
        @Override
        public <T> T during(Stage stage, Supplier<T> work) {
            return work.get();
        }
    };

    /** Does the work of a stage, and gives what it gives or throws what it throws. */
    <T> T during(Stage stage, Supplier<T> work);
}
