package io.github.icatimgcif.adapter.hdf5.master;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    private static final BigDecimal TURN = BigDecimal.valueOf(360);

    private static final double HALF_TURN = 180;

    /**
     * Of an axis.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     */
    static FrameWidth of(Function<String, Optional<BigDecimal>> numberAt, RecordedAxis axis) {
        Optional<BigDecimal> stated = statedStep(numberAt, axis);
        return new FrameWidth(
                stated,
                numberAt.apply(axis.path() + END)
                        .map(end -> axis.converted(end).subtract(axis.setting(0)))
                        .map(width -> axis.turns() ? nearest(width, stated) : width));
    }

    /** The end of a frame may be written modulo 360 and its beginning before that; then the stated step tells. */
    private static BigDecimal nearest(BigDecimal width, Optional<BigDecimal> stated) {
        return stated.filter(step -> width.abs().doubleValue() > HALF_TURN)
                .flatMap(step -> Stream.of(TURN, TURN.negate())
                        .map(width::add)
                        .filter(other -> Math.abs(other.subtract(step).doubleValue()) <= ScanSettings.NOISE * 10)
                        .findFirst())
                .orElse(width);
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
