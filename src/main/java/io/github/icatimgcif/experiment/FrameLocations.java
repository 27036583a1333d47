package io.github.icatimgcif.experiment;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Where every frame of a scan lies, kept as runs: 100 000 frames in 100 files take 100 entries.
 *
 * @param runs in the order of the scan
 */
public record FrameLocations(List<Run> runs) implements Iterable<FrameLocation> {

    /**
     * Frames that follow one another in one data set.
     *
     * @param first  where the first of them lies
     * @param count  how many, at least 1
     * @param stride by how much the index grows from frame to frame; 0 if all lie at the same place is not allowed
     */
    public record Run(FrameLocation first, int count, int stride) {

        public Run {
            if (count < 1 || stride < 1 || first.index() < 0) {
                throw new IllegalArgumentException(
                        "not a run of frames: " + count + " from " + first + " step " + stride);
            }
        }

        /** Where the frame of this run with the 0-based number {@code i} lies. */
        FrameLocation at(int i) {
            return new FrameLocation(first.file(), first.format(), first.path(), first.index() + i * stride);
        }
    }

    public FrameLocations {
        runs = List.copyOf(runs);
    }

    /** How many frames there are. */
    public int count() {
        return runs.stream().mapToInt(Run::count).sum();
    }

    /** A walk over the frames in the order of the scan. */
    @Override
    public Iterator<FrameLocation> iterator() {
        return new Iterator<>() {
            private int run;
            private int inRun;

            @Override
            public boolean hasNext() {
                return run < runs.size();
            }

            @Override
            public FrameLocation next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                FrameLocation location = runs.get(run).at(inRun++);
                if (inRun == runs.get(run).count()) {
                    run++;
                    inRun = 0;
                }
                return location;
            }
        };
    }

    /** Where the frame with the 0-based number {@code frame} lies; empty if the scan is shorter. */
    public Optional<FrameLocation> at(int frame) {
        int left = frame;
        for (Run run : runs) {
            if (left < run.count()) {
                return Optional.of(run.at(left));
            }
            left -= run.count();
        }
        return Optional.empty();
    }
}
