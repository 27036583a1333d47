package io.github.icatimgcif.adapter.hdf5.master;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far an axis advances in one frame by what stands beside its settings, degrees or mm.
 *
 * @param stated   the step that the file states; empty if it states none
 * @param measured where the first frame ends, less where it begins; empty if its end is not recorded
 */
record FrameWidth(Optional<BigDecimal> stated, Optional<BigDecimal> measured) {

    /** What follows the name of an axis in the name of its step: NXmx, Dectris, MXCuBE. */
    private static final List<String> INCREMENTS = List.of("_increment_set", "_increment", "_range_average");

    private static final String END = "_end";

    /**
     * Of an axis.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     */
    static FrameWidth of(Function<String, Optional<BigDecimal>> numberAt, RecordedAxis axis) {
        return new FrameWidth(
                statedStep(numberAt, axis),
                numberAt.apply(axis.path() + END).map(end -> axis.converted(end).subtract(axis.setting(0))));
    }

    /** The step that a file states of an axis, degrees or mm. */
    static Optional<BigDecimal> statedStep(Function<String, Optional<BigDecimal>> numberAt, RecordedAxis axis) {
        return INCREMENTS.stream()
                .flatMap(suffix -> numberAt.apply(axis.path() + suffix).stream())
                .findFirst()
                .map(axis::converted);
    }

    /** Where a file states the step of the axis at a path. */
    static String pathOfStep(RecordedAxis axis) {
        return axis.path() + INCREMENTS.get(0);
    }

    /** Whether the end of the first frame is the stated step away, to {@code tolerance}. */
    boolean isConfirmed(double tolerance) {
        return stated.isPresent()
                && measured.isPresent()
                && Math.abs(stated.get().subtract(measured.get()).doubleValue()) <= tolerance;
    }

    /** Whether a width is more than an encoder's noise. */
    static boolean advances(BigDecimal width) {
        return Math.abs(width.doubleValue()) > ScanSettings.NOISE;
    }
}
