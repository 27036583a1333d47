package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One search for frames, and what it did not find. */
final class FrameSearch {

    private static final int DEEPEST = 8;
    private static final int MOST_SENTENCES = 1000;

    private final Map<String, Frames> known = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final boolean wholeFrames;
    private boolean hasLost;
    private boolean hasGap;

    private FrameSearch(boolean wholeFrames) {
        this.wholeFrames = wholeFrames;
    }

    /** A search for frames of two dimensions; of several channels of one exposure for the first. */
    static FrameSearch ofFirstChannels() {
        return new FrameSearch(false);
    }

    /** A search for frames of as many dimensions as are stored. */
    static FrameSearch ofWholeFrames() {
        return new FrameSearch(true);
    }

    /** The first dimension that belongs to a frame, of a data set of that rank. */
    int imageStart(int rank) {
        return wholeFrames && rank > 2 ? 1 : Math.max(0, rank - 2);
    }

    /** Notes what is not there; a thousand sentences are enough for anybody. */
    void isMissing(String sentence) {
        if (missing.size() < MOST_SENTENCES) {
            missing.add(sentence);
        } else {
            missing.add("and more");
        }
    }

    /** Notes, in the order of the scan, whether a frame is there. */
    void passed(boolean isThere) {
        hasGap |= isThere && hasLost;
        hasLost |= !isThere;
    }

    /** Whether a frame that is there came after one that is not. */
    boolean hasGap() {
        return hasGap;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /** All frames of a data set as runs. */
    FrameLocations locations(Hdf5Dataset data) {
        int reported = missing.size();
        Frames frames = frames(data, 0);
        int count = frames.count().orElse(0);
        if (frames instanceof Frames.Own && count > 0) {
            passed(true);
            return new FrameLocations(
                    List.of(new FrameLocations.InFile(frames.at(0).orElseThrow(), count, 1)));
        }
        RunCollector runs = new RunCollector();
        int nowhere = 0;
        for (int i = 0; i < count; i++) {
            Optional<FrameLocation> frame = frames.at(i);
            passed(frame.isPresent());
            frame.ifPresent(runs::add);
            nowhere += frame.isPresent() ? 0 : 1;
        }
        if (nowhere > 0 && missing.size() == reported) {
            isMissing(
                    nowhere + " of " + count + " frames of " + data.path() + " of " + data.file() + " lie in no file");
        }
        return runs.locations();
    }

    /** The frames of a data set; each data set is looked at once in a search. */
    Frames frames(Hdf5Dataset data, int depth) {
        if (!data.isVirtual()) {
            return new Frames.Own(data.file(), data.path(), Optional.of(framesOf(data.shape())));
        }
        if (depth > DEEPEST) {
            throw new Hdf5Unreadable(
                    data.path(), data.file(), "virtual data sets more than " + DEEPEST + " deep, probably in a circle");
        }
        String key = data.path() + " of " + data.file();
        Frames frames = known.get(key);
        if (frames == null) {
            frames = data.place().file().read(data.path(), () -> VirtualFrames.of(data, depth, this));
            known.put(key, frames);
        }
        return frames;
    }

    static int framesOf(int[] shape) {
        return shape.length < 3 ? 1 : shape[0];
    }

    static String why(Resolution.Lost lost) {
        if (lost.state() instanceof LinkState.Dangling dangling) {
            return dangling.reason();
        }
        return lost.state() instanceof LinkState.OutsideRoots outside
                ? outside.reason()
                : lost.path() + " is not in " + lost.file().map(Path::toString).orElse("the file");
    }
}
