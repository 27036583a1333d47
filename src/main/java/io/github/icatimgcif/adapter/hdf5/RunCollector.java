package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts frames, as they come in the order of the scan, into as few runs as possible. */
final class RunCollector {

    private final List<FrameLocations.Run> runs = new ArrayList<>();
    private Optional<FrameLocation> first = Optional.empty();
    private int count;
    private int stride;

    /** One more frame. */
    void add(FrameLocation frame) {
        if (first.isPresent() && continues(first.get(), frame)) {
            count++;
            return;
        }
        end();
        first = Optional.of(frame);
        count = 1;
        stride = 0;
    }

    /** Many more frames that are runs already. */
    void addAll(FrameLocations frames) {
        end();
        runs.addAll(frames.runs());
    }

    FrameLocations locations() {
        end();
        return new FrameLocations(runs);
    }

    private boolean continues(FrameLocation start, FrameLocation frame) {
        if (!start.file().equals(frame.file()) || !start.path().equals(frame.path())) {
            return false;
        }
        int step = frame.index() - start.index();
        if (count == 1) {
            stride = step;
            return step > 0;
        }
        return step == count * stride;
    }

    private void end() {
        first.ifPresent(frame -> runs.add(new FrameLocations.InFile(frame, count, Math.max(1, stride))));
        first = Optional.empty();
    }
}
