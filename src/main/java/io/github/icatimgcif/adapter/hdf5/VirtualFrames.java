package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frames of one virtual data set. */
final class VirtualFrames implements Frames {

    /** The most frames of one data set. */
    static final int MOST_FRAMES = 5_000_000;

    private final FrameSearch search;

    private final Hdf5Dataset data;
    private final int depth;
    private final int[] shape;
    private final int count;
    private final int imageStart;
    private final List<Frames> sources = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final int[] sourceOf;
    private final int[] indexIn;
    private long work;

    private VirtualFrames(Hdf5Dataset data, int depth, FrameSearch search) {
        this.search = search;
        this.data = data;
        this.depth = depth;
        this.shape = data.shape();
        this.count = FrameSearch.framesOf(shape);
        this.imageStart = search.imageStart(shape.length);
        if (count > MOST_FRAMES) {
            throw new Damaged(count + " frames, more than the " + MOST_FRAMES + " that are located");
        }
        this.sourceOf = new int[count];
        this.indexIn = new int[count];
    }

    /** Follows the mappings of {@code data}, which lies {@code depth} virtual data sets deep. */
    static Frames of(Hdf5Dataset data, int depth, FrameSearch search) {
        VirtualFrames frames = new VirtualFrames(data, depth, search);
        List<VirtualMapping> mappings = data.virtualMappings();
        List<VirtualMapping> firstChannels =
                mappings.stream().filter(frames::isFirstChannel).toList();
        if (!mappings.stream().allMatch(frames::coversWholeFrames)
                || firstChannels.stream().anyMatch(frames::takesAnotherChannel)) {
            // A frame put together from parts of several data sets, or of another channel than the first of its data
            // set,
            // lies nowhere else than here.
            return new Own(data.file(), data.path(), Optional.of(frames.count));
        }
        firstChannels.forEach(frames::place);
        return frames;
    }

    @Override
    public Optional<FrameLocation> at(int index) {
        return index >= count || sourceOf[index] == 0
                ? Optional.empty()
                : sources.get(sourceOf[index] - 1).at(indexIn[index]);
    }

    @Override
    public Optional<Integer> count() {
        return Optional.of(count);
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

    /** Whether the frame is not the first of those that its source stores side by side. */
    private boolean takesAnotherChannel(VirtualMapping mapping) {
        int rank = mapping.source().rank(shape.length);
        for (int d = 1; d < search.imageStart(rank); d++) {
            if (mapping.source().along(d, 1).stream().anyMatch(span -> span.start() != 0)) {
                return true;
            }
        }
        return false;
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
        fill(source, places(to, count), mapping);
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
                Hyperslab.Span one = new Hyperslab.Span(span.start() + c * span.stride(), 1, 1, span.block());
                fill(source, places(List.of(one), count), mapping);
            }
        }
    }

    private int[] sourcePlaces(VirtualMapping mapping, Frames source, int most) {
        return mapping.source().rank(shape.length) < 3
                ? new int[] {0}
                : places(mapping.source().along(0, source.count().orElse(MOST_FRAMES)), most);
    }

    /** The 0-based places of spans in order, at most {@code most}. */
    private int[] places(List<Hyperslab.Span> spans, int most) {
        long total = 0;
        for (Hyperslab.Span span : spans) {
            total += Math.min(most, span.count()) * Math.min(most, span.block());
        }
        int[] places = new int[(int) Math.min(most, total)];
        int used = 0;
        for (Hyperslab.Span span : spans) {
            for (long c = 0; c < span.count() && used < places.length; c++) {
                for (long b = 0; b < span.block() && used < places.length; b++) {
                    long at = span.start() + c * span.stride() + b;
                    places[used++] = at >= 0 && at < MOST_FRAMES ? (int) at : MOST_FRAMES;
                }
            }
        }
        work += used;
        if (work > 8L * (MOST_FRAMES + count)) {
            throw new Damaged("its mappings overlap over and over");
        }
        return places;
    }

    private void fill(int number, int[] to, VirtualMapping mapping) {
        Frames source = sources.get(number - 1);
        int[] from = sourcePlaces(mapping, source, to.length);
        int there = 0;
        for (int i = 0; i < Math.min(to.length, from.length); i++) {
            boolean exists = source.count().orElse(MOST_FRAMES) > from[i];
            if (to[i] < count && exists) {
                sourceOf[to[i]] = number;
                indexIn[to[i]] = from[i];
                there++;
            }
        }
        if (there < to.length && source.count().isPresent()) {
            search.isMissing(mapping.sourcePath() + " of " + mapping.sourceFile() + " holds "
                    + source.count().get() + " frames, " + data.path() + " of " + data.file() + " expects "
                    + (to.length - there) + " more");
        }
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

    private Frames look(String fileName, String path) {
        Resolution resolution = resolve(data, fileName, path);
        if (resolution instanceof Resolution.Lost lost) {
            search.isMissing(FrameSearch.why(lost));
            return lost.file()
                    .<Frames>map(file -> new Own(file, lost.path(), Optional.empty()))
                    .orElseGet(None::new);
        }
        Resolution.Found found = (Resolution.Found) resolution;
        Optional<Hdf5Node> node = NodeReader.node(found, data.follower());
        if (node.isPresent() && node.get() instanceof Hdf5Dataset source) {
            return search.frames(source, depth + 1);
        }
        search.isMissing(found.path() + " of " + found.file().path() + " is no data set");
        return new None();
    }

    /**
     * The data set that a mapping of {@code data} names.
     *
     * @throws Damaged if it is not there
     */
    static Hdf5Dataset source(Hdf5Dataset data, String fileName, String path) {
        Resolution resolution = resolve(data, fileName, path);
        if (resolution instanceof Resolution.Lost lost) {
            throw new Damaged(FrameSearch.why(lost));
        }
        Resolution.Found found = (Resolution.Found) resolution;
        return NodeReader.node(found, data.follower())
                .filter(Hdf5Dataset.class::isInstance)
                .map(Hdf5Dataset.class::cast)
                .orElseThrow(
                        () -> new Damaged(found.path() + " of " + found.file().path() + " is no data set"));
    }

    private static Resolution resolve(Hdf5Dataset data, String fileName, String path) {
        String target = "/" + path.replaceFirst("^/+", "");
        OpenedFile here = data.place().file();
        if (fileName.equals(".")) {
            return data.follower().follow(LinkFollower.root(here), target);
        }
        LinkedFiles.Search found = data.follower().files().search(here, fileName);
        if (found.file().isPresent()) {
            return data.follower().follow(LinkFollower.root(found.file().get()), target);
        }
        return LinkFollower.missing(
                found, data.path() + " of " + here.path() + " takes frames from " + path + " of " + fileName, target);
    }
}
