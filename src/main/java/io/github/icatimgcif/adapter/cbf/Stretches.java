package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import io.github.icatimgcif.experiment.AxisSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Cuts a series into stretches in which every axis stands still or advances regularly. */
final class Stretches {

    /** Frames a stretch has on average at least; where jumps come more often the angles are told frame by frame. */
    private static final int SHORTEST = 3;

    /** So few stretches are scans of their own, however short. */
    private static final int FEW = 8;

    private Stretches() {}

    /**
     * A stretch for each range of numbers, by some of its frames; empty if these do not show one law, so that all have to be
     * read.
     *
     * @param samples by number; the first and the last of each range among them
     */
    static <F extends Frame> Optional<List<Stretch<F>>> ofSamples(List<Range> ranges, SortedMap<Integer, F> samples) {
        List<Stretch<F>> stretches = new ArrayList<>();
        for (Range range : ranges) {
            List<F> frames =
                    List.copyOf(samples.subMap(range.first(), range.last() + 1).values());
            boolean known = !frames.isEmpty()
                    && frames.get(0).number() == range.first()
                    && frames.get(frames.size() - 1).number() == range.last();
            Optional<List<AxisSetting>> settings = known ? regular(frames) : Optional.empty();
            if (settings.isEmpty()) {
                return Optional.empty();
            }
            stretches.add(new Stretch<>(List.of(range), frames.get(0), settings.get()));
        }
        return Optional.of(stretches);
    }

    /** The stretches of frames that are all known, by rising number. */
    static <F extends Frame> List<Stretch<F>> ofAll(List<F> frames) {
        List<Stretch<F>> stretches = new ArrayList<>();
        int begin = 0;
        while (begin < frames.size()) {
            int end = begin + 1;
            while (end < frames.size()
                    && frames.get(begin).difference(frames.get(end)).isEmpty()) {
                end++;
            }
            stretches.addAll(ofOneSetup(frames.subList(begin, end)));
            begin = end;
        }
        return stretches;
    }

    private static <F extends Frame> List<Stretch<F>> ofOneSetup(List<F> frames) {
        List<Stretch<F>> stretches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= frames.size(); end++) {
            boolean ends = end == frames.size()
                    || frames.get(end).number() != frames.get(end - 1).number() + 1
                    || regular(frames.subList(Math.max(begin, end - 1), end + 1))
                            .isEmpty();
            if (ends) {
                stretches.addAll(ofNeighbours(frames.subList(begin, end)));
                begin = end;
            }
        }
        boolean torn = stretches.size() > FEW && frames.size() < SHORTEST * stretches.size();
        return torn && haveSameIncrements(frames) ? List.of(frameByFrame(frames)) : stretches;
    }

    /** Frames of which each keeps to the step from the one before; small errors may still add up. */
    private static <F extends Frame> List<Stretch<F>> ofNeighbours(List<F> frames) {
        return List.of(regular(frames)
                .map(settings -> new Stretch<>(ranges(frames), frames.get(0), settings))
                .orElseGet(() -> frameByFrame(frames)));
    }

    private static <F extends Frame> Stretch<F> frameByFrame(List<F> frames) {
        List<AxisSetting> settings = new ArrayList<>();
        for (String axis : frames.get(0).axes()) {
            AngleLaw law = new AngleLaw(axis, frames);
            boolean withoutGap = ranges(frames).size() == 1;
            settings.add((withoutGap ? law.regular() : standingStill(law)).orElseGet(law::eachFrame));
        }
        return new Stretch<>(ranges(frames), frames.get(0), settings);
    }

    /** Across a gap in the numbers start and step do not say where the frames behind it are. */
    private static Optional<AxisSetting> standingStill(AngleLaw law) {
        return law.regular().filter(setting -> setting.increment().signum() == 0);
    }

    private static Optional<List<AxisSetting>> regular(List<? extends Frame> frames) {
        List<AxisSetting> settings = new ArrayList<>();
        for (Frame frame : frames) {
            if (frames.get(0).difference(frame).isPresent()) {
                return Optional.empty();
            }
        }
        for (String axis : frames.get(0).axes()) {
            Optional<AxisSetting> setting = new AngleLaw(axis, frames).regular();
            if (setting.isEmpty()) {
                return Optional.empty();
            }
            settings.add(setting.get());
        }
        return Optional.of(settings);
    }

    private static boolean haveSameIncrements(List<? extends Frame> frames) {
        Map<String, FrameAngle> first = frames.get(0).angles();
        return frames.stream()
                .allMatch(frame -> first.entrySet().stream()
                        .allMatch(entry -> Optional.ofNullable(frame.angles().get(entry.getKey()))
                                .filter(angle -> angle.increment()
                                                .compareTo(entry.getValue().increment())
                                        == 0)
                                .isPresent()));
    }

    private static List<Range> ranges(List<? extends Frame> frames) {
        List<Range> ranges = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= frames.size(); i++) {
            if (i == frames.size()
                    || frames.get(i).number() != frames.get(i - 1).number() + 1) {
                ranges.add(
                        new Range(frames.get(begin).number(), frames.get(i - 1).number()));
                begin = i;
            }
        }
        return ranges;
    }
}
