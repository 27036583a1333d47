package io.github.icatimgcif.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Frames that follow one another by a rule. */
    public sealed interface Run {

        /** How many frames, at least 1. */
        int count();

        /** Where its first frame lies. */
        FrameLocation first();

        /** Where the frame of this run with the 0-based number {@code i} lies. */
        FrameLocation at(int i);

        /** {@code number} of its frames, the first of them with the 0-based number {@code from}. */
        Run part(int from, int number);
    }

    /**
     * Frames that follow one another in one data set, or one file of several images.
     *
     * @param first  where the first of them lies
     * @param count  how many, at least 1
     * @param stride by how much the index grows from frame to frame; 0 if all lie at the same place is not allowed
     */
    public record InFile(FrameLocation first, int count, int stride) implements Run {

        public InFile {
            if (count < 1 || stride < 1 || first.index() < 0) {
                throw new IllegalArgumentException(
                        "not a run of frames: " + count + " from " + first + " step " + stride);
            }
        }

        @Override
        public FrameLocation at(int i) {
            return new FrameLocation(
                    first.file(), first.format(), first.path(), first.index() + i * stride, first.packing());
        }

        @Override
        public Run part(int from, int number) {
            return new InFile(at(from), number, stride);
        }
    }

    /**
     * Frames of which each is a file of its own, in a folder or in one archive, numbered without a gap.
     *
     * @param container   absolute path of the folder, or of the archive where the packing names one
     * @param names       names of the files; inside an archive their paths
     * @param firstNumber number in the name of the first of them
     * @param count       how many, at least 1
     * @param format      format of the files
     * @param packing     what is wrapped around each; the path inside an archive is that of the first
     */
    public record NumberedFiles(
            Path container,
            NumberedName names,
            int firstNumber,
            int count,
            FrameLocation.Format format,
            Packing packing)
            implements Run {

        public NumberedFiles {
            if (count < 1 || firstNumber < 0) {
                throw new IllegalArgumentException("not a run of files: " + count + " from number " + firstNumber);
            }
        }

        @Override
        public FrameLocation first() {
            return at(0);
        }

        @Override
        public FrameLocation at(int i) {
            String name = names.of(firstNumber + i);
            return packing.archive().isPresent()
                    ? new FrameLocation(container, format, Optional.empty(), 0, packing.at(name))
                    : new FrameLocation(container.resolve(name), format, Optional.empty(), 0, packing);
        }

        @Override
        public Run part(int from, int number) {
            return new NumberedFiles(container, names, firstNumber + from, number, format, at(from).packing());
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

    /** {@code number} frames of these, the first of them with the 0-based number {@code from}; fewer where the scan ends. */
    public FrameLocations part(int from, int number) {
        List<Run> parts = new ArrayList<>();
        int before = 0;
        for (Run run : runs) {
            int start = Math.max(from - before, 0);
            int end = Math.min(from + number - before, run.count());
            if (start < end) {
                parts.add(run.part(start, end - start));
            }
            before += run.count();
        }
        return new FrameLocations(parts);
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
