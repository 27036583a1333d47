package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.Findings;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the headers of a series together tell of the axes, where one of them alone does not. */
final class SettledAxes {

    private SettledAxes() {}

    /** The same frames, agreeing on the axis that turns, and without axes that are only another name for it. */
    static SortedMap<Integer, MiniFrame> of(SortedMap<Integer, MiniFrame> frames, String subject, Findings findings) {
        SortedMap<Integer, MiniFrame> settled = each(frames, spindle(frames.values()));
        for (String axis : Spindle.AXES) {
            if (isAnotherName(axis, settled.values())) {
                findings.warning(
                        subject,
                        axis
                                + " has the angles of the axis that turns; it is taken to be another name for it, as one sample"
                                + " does not turn twice");
                settled = each(settled, frame -> frame.without(axis));
            }
        }
        return settled;
    }

    /** A header whose angles are all 0 does not tell which axis turns; its neighbours do. */
    private static UnaryOperator<MiniFrame> spindle(Collection<MiniFrame> frames) {
        List<String> told = frames.stream()
                .filter(frame -> Spindle.isTold(frame.header()))
                .map(frame -> frame.spindle().name())
                .distinct()
                .toList();
        return frame -> told.size() == 1 && !Spindle.isTold(frame.header()) ? frame.turningAbout(told.get(0)) : frame;
    }

    private static boolean isAnotherName(String axis, Collection<MiniFrame> frames) {
        boolean turns = false;
        for (MiniFrame frame : frames) {
            Optional<FrameAngle> own = Optional.ofNullable(frame.angles().get(axis));
            Optional<FrameAngle> spindle =
                    Optional.ofNullable(frame.angles().get(frame.spindle().name()));
            if (axis.equals(frame.spindle().name())
                    || own.isEmpty()
                    || spindle.isEmpty()
                    || !same(own.get(), spindle.get())) {
                return false;
            }
            turns |= own.get().start().signum() != 0 || own.get().increment().signum() != 0;
        }
        return turns;
    }

    private static boolean same(FrameAngle own, FrameAngle spindle) {
        BigDecimal increment = own.increment();
        return own.start().compareTo(spindle.start()) == 0
                && (increment.signum() == 0 || increment.compareTo(spindle.increment()) == 0);
    }

    private static SortedMap<Integer, MiniFrame> each(
            SortedMap<Integer, MiniFrame> frames, UnaryOperator<MiniFrame> change) {
        SortedMap<Integer, MiniFrame> changed = new TreeMap<>();
        for (Map.Entry<Integer, MiniFrame> frame : frames.entrySet()) {
            changed.put(frame.getKey(), Objects.requireNonNull(change.apply(frame.getValue())));
        }
        return changed;
    }
}
