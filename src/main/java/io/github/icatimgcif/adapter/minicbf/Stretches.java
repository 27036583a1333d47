package io.github.icatimgcif.adapter.minicbf;

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
    static Optional<List<Stretch>> ofSamples(List<Range> ranges, SortedMap<Integer, MiniFrame> samples) {
        List<Stretch> stretches = new ArrayList<>();
        for (Range range : ranges) {
            List<MiniFrame> frames =
                    List.copyOf(samples.subMap(range.first(), range.last() + 1).values());
            boolean known = !frames.isEmpty()
                    && frames.get(0).number() == range.first()
                    && frames.get(frames.size() - 1).number() == range.last();
            Optional<List<AxisSetting>> settings = known ? regular(frames) : Optional.empty();
            if (settings.isEmpty()) {
                return Optional.empty();
            }
            stretches.add(new Stretch(List.of(range), frames.get(0), settings.get()));
        }
        return Optional.of(stretches);
    }

    /** The stretches of frames that are all known, by rising number. */
    static List<Stretch> ofAll(List<MiniFrame> frames) {
        List<Stretch> stretches = new ArrayList<>();
        int begin = 0;
        while (begin < frames.size()) {
            int end = begin + 1;
            while (end < frames.size()
                    && SameSetup.difference(frames.get(begin), frames.get(end)).isEmpty()) {
                end++;
            }
            stretches.addAll(ofOneSetup(frames.subList(begin, end)));
            begin = end;
        }
        return stretches;
    }

    private static List<Stretch> ofOneSetup(List<MiniFrame> frames) {
        List<Stretch> stretches = new ArrayList<>();
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
    private static List<Stretch> ofNeighbours(List<MiniFrame> frames) {
        return List.of(regular(frames)
                .map(settings -> new Stretch(ranges(frames), frames.get(0), settings))
                .orElseGet(() -> frameByFrame(frames)));
    }

    private static Stretch frameByFrame(List<MiniFrame> frames) {
        List<AxisSetting> settings = new ArrayList<>();
        for (String axis : axes(frames.get(0))) {
            AngleLaw law = new AngleLaw(axis, frames);
            boolean withoutGap = ranges(frames).size() == 1;
            settings.add((withoutGap ? law.regular() : standingStill(law)).orElseGet(law::eachFrame));
        }
        return new Stretch(ranges(frames), frames.get(0), settings);
    }

    /** Across a gap in the numbers start and step do not say where the frames behind it are. */
    private static Optional<AxisSetting> standingStill(AngleLaw law) {
        return law.regular().filter(setting -> setting.increment().signum() == 0);
    }

    private static Optional<List<AxisSetting>> regular(List<MiniFrame> frames) {
        List<AxisSetting> settings = new ArrayList<>();
        for (MiniFrame frame : frames) {
            if (SameSetup.difference(frames.get(0), frame).isPresent()) {
                return Optional.empty();
            }
        }
        for (String axis : axes(frames.get(0))) {
            Optional<AxisSetting> setting = new AngleLaw(axis, frames).regular();
            if (setting.isEmpty()) {
                return Optional.empty();
            }
            settings.add(setting.get());
        }
        return Optional.of(settings);
    }

    private static boolean haveSameIncrements(List<MiniFrame> frames) {
        Map<String, FrameAngle> first = frames.get(0).angles();
        return frames.stream()
                .allMatch(frame -> first.entrySet().stream()
                        .allMatch(entry -> Optional.ofNullable(frame.angles().get(entry.getKey()))
                                .filter(angle -> angle.increment()
                                                .compareTo(entry.getValue().increment())
                                        == 0)
                                .isPresent()));
    }

    /** The axes that a frame gives, in an order that is always the same. */
    private static List<String> axes(MiniFrame frame) {
        return Spindle.AXES.stream().filter(frame.angles()::containsKey).toList();
    }

    private static List<Range> ranges(List<MiniFrame> frames) {
        return Range.of(frames.stream().map(MiniFrame::number).toList());
    }
}
