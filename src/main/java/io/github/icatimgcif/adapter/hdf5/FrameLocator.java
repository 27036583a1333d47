package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says in which file, data set and place every frame of a scan really lies, through virtual data sets and links. The slowest
 * dimension of a data set counts its frames; one of two dimensions is a single frame. No pixel is read.
 */
public final class FrameLocator {

    private static final int MOST_FRAMES = 5_000_000;
    private static final int DEEPEST = 8;

    private final Set<String> missing = new LinkedHashSet<>();

    private FrameLocator() {}

    /** The frames of one data set. */
    public static Located locate(Hdf5Dataset data) {
        FrameLocator locator = new FrameLocator();
        FrameLocations frames = locator.frames(data, 0);
        return new Located(frames, List.copyOf(locator.missing));
    }

    /**
     * The frames of all data sets of a group whose names are {@code prefix} and a number, in the order of the numbers. Where a
     * file is missing nobody knows how many frames it would have: it is left out and reported.
     */
    public static Located locate(Hdf5Group group, String prefix) {
        FrameLocator locator = new FrameLocator();
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "\\d+");
        RunCollector runs = new RunCollector();
        for (Hdf5Link link : group.links()) {
            if (name.matcher(link.name()).matches()) {
                locator.part(group, link.name()).ifPresent(data -> runs.addAll(locator.frames(data, 0)));
            }
        }
        return new Located(runs.locations(), List.copyOf(locator.missing));
    }

    private Optional<Hdf5Dataset> part(Hdf5Group group, String name) {
        if (group.resolve(name) instanceof Resolution.Lost lost) {
            missing.add(why(lost));
            return Optional.empty();
        }
        return group.at(name).filter(Hdf5Dataset.class::isInstance).map(Hdf5Dataset.class::cast);
    }

    private FrameLocations frames(Hdf5Dataset data, int depth) {
        if (!data.isVirtual()) {
            return run(data.file(), data.path(), framesOf(data.shape()));
        }
        if (depth > DEEPEST) {
            throw new Hdf5Unreadable(
                    data.path(), data.file(), "virtual data sets more than " + DEEPEST + " deep, probably in a circle");
        }
        return data.place().file().read(data.path(), () -> new VirtualFrames(data, depth).locations());
    }

    private static int framesOf(int[] shape) {
        return shape.length < 3 ? 1 : shape[0];
    }

    private static FrameLocations run(Path file, String path, int count) {
        return count == 0
                ? new FrameLocations(List.of())
                : new FrameLocations(List.of(new FrameLocations.Run(at(file, path, 0), count, 1)));
    }

    private static FrameLocation at(Path file, String path, int index) {
        return new FrameLocation(file, FrameLocation.Format.HDF5, Optional.of(path), index);
    }

    private static String why(Resolution.Lost lost) {
        if (lost.state() instanceof LinkState.Dangling dangling) {
            return dangling.reason();
        }
        return lost.state() instanceof LinkState.OutsideRoots outside
                ? outside.reason()
                : lost.path() + " is not in " + lost.file().map(Path::toString).orElse("the file");
    }

    /** A mapping's source: where its frames lie, and how many there are if the data set could be looked at. */
    private record Source(FrameLocations frames, Optional<Integer> count, String name) {

        FrameLocation at(int index) {
            return frames.at(index).orElseGet(() -> {
                FrameLocation first = frames.runs().get(0).first();
                return new FrameLocation(first.file(), first.format(), first.path(), index);
            });
        }
    }

    /** The frames of one virtual data set. */
    private final class VirtualFrames {

        private final Hdf5Dataset data;
        private final int depth;
        private final int[] shape;
        private final int count;
        private final int imageStart;
        private final List<Source> sources = new ArrayList<>();
        private final java.util.Map<String, Integer> known = new java.util.HashMap<>();
        private final int[] sourceOf;
        private final int[] indexIn;

        VirtualFrames(Hdf5Dataset data, int depth) {
            this.data = data;
            this.depth = depth;
            this.shape = data.shape();
            this.count = framesOf(shape);
            this.imageStart = Math.max(0, shape.length - 2);
            if (count > MOST_FRAMES) {
                throw new Damaged(count + " frames, more than the " + MOST_FRAMES + " that are located");
            }
            this.sourceOf = new int[count];
            this.indexIn = new int[count];
        }

        FrameLocations locations() {
            List<VirtualMapping> mappings = data.virtualMappings();
            if (!mappings.stream().allMatch(this::coversWholeFrames)) {
                // A frame put together from parts of several data sets lies nowhere else than here.
                return run(data.file(), data.path(), count);
            }
            mappings.stream().filter(this::isFirstChannel).forEach(this::place);
            RunCollector runs = new RunCollector();
            int unmapped = 0;
            for (int i = 0; i < count; i++) {
                if (sourceOf[i] == 0) {
                    unmapped++;
                } else {
                    runs.add(sources.get(sourceOf[i] - 1).at(indexIn[i]));
                }
            }
            if (unmapped > 0) {
                missing.add(unmapped + " of " + count + " frames of " + data.path() + " of " + data.file()
                        + " lie in no file");
            }
            return runs.locations();
        }

        private boolean coversWholeFrames(VirtualMapping mapping) {
            for (int d = imageStart; d < shape.length; d++) {
                if (!mapping.destination().covers(d, shape[d])) {
                    return false;
                }
            }
            return true;
        }

        /** Several channels of one exposure are stored side by side; the first stands for the frame. */
        private boolean isFirstChannel(VirtualMapping mapping) {
            for (int d = 1; d < imageStart; d++) {
                if (mapping.destination().along(d, shape[d]).stream().noneMatch(span -> span.start() == 0)) {
                    return false;
                }
            }
            return true;
        }

        private void place(VirtualMapping mapping) {
            List<Hyperslab.Span> to = shape.length < 3
                    ? List.of(new Hyperslab.Span(0, 1, 1, 1))
                    : mapping.destination().along(0, count);
            if (mapping.sourceFile().matches("(?s).*%\\d*b.*")
                    || mapping.sourcePath().matches("(?s).*%\\d*b.*")) {
                placeNumbered(mapping, to);
                return;
            }
            int source = source(mapping.sourceFile(), mapping.sourcePath());
            fill(source, places(to), sourcePlaces(mapping, sources.get(source - 1)));
        }

        /** The block number in the name of the source: one source a block. */
        private void placeNumbered(VirtualMapping mapping, List<Hyperslab.Span> to) {
            int number = 0;
            for (Hyperslab.Span span : to) {
                for (long c = 0; c < span.count() && span.start() + c * span.stride() < count; c++) {
                    String block = Integer.toString(number++);
                    int source = source(
                            mapping.sourceFile().replaceAll("%\\d*b", block),
                            mapping.sourcePath().replaceAll("%\\d*b", block));
                    int[] places =
                            places(List.of(new Hyperslab.Span(span.start() + c * span.stride(), 1, 1, span.block())));
                    fill(source, places, sourcePlaces(mapping, sources.get(source - 1)));
                }
            }
        }

        private int[] sourcePlaces(VirtualMapping mapping, Source source) {
            if (mapping.source().rank(shape.length) < 3) {
                return new int[] {0};
            }
            long size = source.count().orElse(MOST_FRAMES);
            List<Hyperslab.Span> spans =
                    mapping.source().along(0, mapping.source().isEverything() ? count : size);
            return places(spans);
        }

        /** The 0-based places of spans in order, no more than the data set has frames. */
        private int[] places(List<Hyperslab.Span> spans) {
            int[] places = new int[count];
            int used = 0;
            for (Hyperslab.Span span : spans) {
                for (long c = 0; c < span.count() && used < count; c++) {
                    for (long b = 0; b < span.block() && used < count; b++) {
                        long at = span.start() + c * span.stride() + b;
                        places[used++] = at >= 0 && at < Integer.MAX_VALUE ? (int) at : Integer.MAX_VALUE;
                    }
                }
            }
            return java.util.Arrays.copyOf(places, used);
        }

        private void fill(int source, int[] to, int[] from) {
            int mapped = Math.min(to.length, from.length);
            int most = 0;
            for (int i = 0; i < mapped; i++) {
                if (to[i] < count && from[i] < Integer.MAX_VALUE) {
                    sourceOf[to[i]] = source;
                    indexIn[to[i]] = from[i];
                    most = Math.max(most, from[i] + 1);
                }
            }
            Source used = sources.get(source - 1);
            int wanted = most;
            used.count()
                    .filter(there -> there < wanted)
                    .ifPresent(there -> missing.add(used.name() + " holds " + there + " frames, " + wanted
                            + " are expected by " + data.path() + " of " + data.file()));
        }

        /** The 1-based number of a source. */
        private int source(String file, String path) {
            String key = file + "\u0000" + path;
            Integer number = known.get(key);
            if (number == null) {
                sources.add(look(file, path));
                number = sources.size();
                known.put(key, number);
            }
            return number;
        }

        private Source look(String fileName, String path) {
            Resolution resolution = resolve(fileName, path);
            if (resolution instanceof Resolution.Found found) {
                Optional<Hdf5Node> node = NodeReader.node(found, data.follower());
                if (node.isPresent() && node.get() instanceof Hdf5Dataset source) {
                    FrameLocations frames = frames(source, depth + 1);
                    if (!frames.runs().isEmpty()) {
                        return new Source(
                                frames, Optional.of(framesOf(source.shape())), source.path() + " of " + source.file());
                    }
                }
                return new Source(run(found.file().path(), found.path(), 1), Optional.empty(), path);
            }
            Resolution.Lost lost = (Resolution.Lost) resolution;
            missing.add(why(lost));
            Path file = lost.file().orElseGet(() -> data.file().resolveSibling("unknown"));
            return new Source(run(file, lost.path(), 1), Optional.empty(), path);
        }

        private Resolution resolve(String fileName, String path) {
            String target = "/" + path.replaceFirst("^/+", "");
            OpenedFile here = data.place().file();
            if (fileName.equals(".")) {
                return data.follower().follow(LinkFollower.root(here), target);
            }
            LinkedFiles.Search search = data.follower().files().search(here, fileName);
            if (search.file().isPresent()) {
                return data.follower().follow(LinkFollower.root(search.file().get()), target);
            }
            return LinkFollower.missing(
                    search,
                    data.path() + " of " + here.path() + " takes frames from " + path + " of " + fileName,
                    target);
        }
    }
}
