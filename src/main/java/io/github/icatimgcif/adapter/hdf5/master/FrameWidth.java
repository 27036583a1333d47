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
 * @param recorded where the first frame ends, less where it begins; empty if its end is not recorded
 * @param measured the same, with the end taken a full turn further where it is written modulo 360
 */
record FrameWidth(Optional<BigDecimal> stated, Optional<BigDecimal> recorded, Optional<BigDecimal> measured) {

    /** Of an axis beside which nothing stands. */
    static final FrameWidth UNKNOWN = new FrameWidth(Optional.empty(), Optional.empty(), Optional.empty());

    /** What follows the name of an axis in the name of its step: NXmx, Dectris, MXCuBE. */
    private static final List<String> INCREMENTS = List.of("_increment_set", "_increment", "_range_average");

    private static final String END = "_end";

    private static final BigDecimal TURN = BigDecimal.valueOf(360);

    private static final double HALF_TURN = 180;

    /** No single frame of a rotation is as wide, degrees: what would turn by more to an end of 0 has an end that nobody set. */
    private static final double WIDEST = 10;

    /** An end that differs by no more from the stated step, degrees or mm, confirms it. */
    private static final double NOISE_OF_END = 10 * ScanSettings.NOISE;

    /**
     * Of an axis.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     */
    static FrameWidth of(Function<String, Optional<BigDecimal>> numberAt, RecordedAxis axis) {
        Optional<BigDecimal> stated = statedStep(numberAt, axis);
        Optional<BigDecimal> recorded =
                numberAt.apply(pathOfEnd(axis)).map(end -> axis.converted(end).subtract(axis.setting(0)));
        FrameWidth width =
                new FrameWidth(stated, recorded, axis.turns() ? recorded.map(any -> nearest(any, stated)) : recorded);
        return axis.turns() && width.endsUnset(axis)
                ? new FrameWidth(stated, Optional.empty(), Optional.empty())
                : width;
    }

    /** Whether the end is 0 as a field that nobody filled in: the stated step says otherwise, or the frame would be too wide. */
    private boolean endsUnset(RecordedAxis axis) {
        return endsAtZero(axis)
                && (stated.filter(FrameWidth::advances).isPresent()
                        || measured.filter(width -> Math.abs(width.doubleValue()) > WIDEST)
                                .isPresent());
    }

    /** Whether the frame ends at 0, where it does not begin, and no stated step confirms it; one without its sign does not. */
    boolean endsAtZero(RecordedAxis axis) {
        return recorded.filter(FrameWidth::advances)
                        .filter(width -> width.add(axis.setting(0)).signum() == 0)
                        .isPresent()
                && !(isConfirmed(NOISE_OF_END) && confirmed(NOISE_OF_END).equals(stated));
    }

    /** What the end alone says of an axis: nothing where nobody set it, or where it is too far, as that of a whole scan. */
    Optional<BigDecimal> byEndAlone(RecordedAxis axis) {
        return measured.filter(width -> !endsAtZero(axis) && Math.abs(width.doubleValue()) <= WIDEST);
    }

    /**
     * The end of a frame may be written modulo 360 and its beginning before that; then the stated step tells. Where it does not, a
     * frame of more than half a turn is one that passes a full turn; one of a whole turn is no angle modulo 360.
     */
    private static BigDecimal nearest(BigDecimal width, Optional<BigDecimal> stated) {
        if (Math.abs(width.doubleValue()) <= HALF_TURN) {
            return width;
        }
        BigDecimal shorter = width.signum() > 0 ? width.subtract(TURN) : width.add(TURN);
        return stated.flatMap(step -> Stream.of(width, shorter)
                        .filter(other -> Math.abs(other.subtract(step).doubleValue()) <= NOISE_OF_END)
                        .findFirst())
                .orElse(width.abs().compareTo(TURN) < 0 ? shorter : width);
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

    /** Where a file says where the frames of the axis at a path end. */
    static String pathOfEnd(RecordedAxis axis) {
        return axis.path() + END;
    }

    /** Whether the end of the first frame is the stated step away, to {@code tolerance}. */
    boolean isConfirmed(double tolerance) {
        return confirmed(tolerance).isPresent();
    }

    /**
     * The stated step if the end of the first frame is as far away, to {@code tolerance}; with its sign turned if the frame turns
     * the other way, as some state it without a sign.
     */
    Optional<BigDecimal> confirmed(double tolerance) {
        return stated.flatMap(step -> Stream.of(step, step.negate())
                .filter(either -> measured.filter(
                                width -> Math.abs(either.subtract(width).doubleValue()) <= tolerance)
                        .isPresent())
                .findFirst());
    }

    /** Whether the end of the first frame was taken a full turn further although no stated step confirms it. */
    boolean isOnlyLikely() {
        return !recorded.equals(measured) && !isConfirmed(NOISE_OF_END);
    }

    /** Whether a frame turns by more than half a turn, so that frames that begin as far apart may be neighbours. */
    boolean isBeyondHalfATurn() {
        // One end may be that of the whole scan; a step that is stated goes before it.
        return stated.filter(FrameWidth::advances)
                .or(() -> measured)
                .filter(width -> Math.abs(width.doubleValue()) > HALF_TURN)
                .isPresent();
    }

    /** Whether a width is more than an encoder's noise. */
    static boolean advances(BigDecimal width) {
        return Math.abs(width.doubleValue()) > ScanSettings.NOISE;
    }
}
