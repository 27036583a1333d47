package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in which file, data set and place every frame of a scan really lies, through virtual data sets and links. The slowest
 * dimension of a data set counts its frames; one of two dimensions is a single frame. No pixel is read.
 */
public final class FrameLocator {

    private FrameLocator() {}

    /** The frames of one data set. Of several channels of an exposure, [frame, channel, slow, fast], the first is the frame. */
    public static Located locate(Hdf5Dataset data) {
        return located(data, FrameSearch.ofFirstChannels());
    }

    /**
     * The frames of one data set, each with all that is stored of it: [frame, module, slow, fast]. Where the modules of a
     * frame lie in several data sets, the frame lies nowhere else than in the virtual one over them.
     */
    public static Located locateWhole(Hdf5Dataset data) {
        return located(data, FrameSearch.ofWholeFrames());
    }

    /** The frames of one data set in itself, even if it is virtual. */
    public static Located locateHere(Hdf5Dataset data) {
        int count = FrameSearch.framesOf(data.shape());
        RunCollector runs = new RunCollector();
        Frames.Own own = new Frames.Own(data.file(), data.path(), Optional.of(count));
        own.at(0)
                .ifPresent(
                        first -> runs.addAll(new FrameLocations(List.of(new FrameLocations.InFile(first, count, 1)))));
        return new Located(runs.locations(), List.of(), false, LinkedParts.NONE);
    }

    /**
     * Where one frame lies, with all that is stored of it; of a frame whose parts lie in several data sets that is in the virtual
     * one over them.
     *
     * @param index 0-based
     * @return empty if there is no such frame, or nothing lies behind it
     */
    public static Optional<FrameLocation> frame(Hdf5Dataset data, int index) {
        return FrameSearch.ofWholeFrames().frames(data, 0).at(index);
    }

    private static Located located(Hdf5Dataset data, FrameSearch search) {
        FrameLocations frames = search.locations(data);
        return new Located(frames, search.missing(), search.hasGap(), LinkedParts.NONE);
    }

    /**
     * The frames of all data sets of a group whose names are {@code prefix} and a number, in the order of the numbers. Where a
     * file is missing nobody knows how many frames it would have: it is left out and reported.
     */
    public static Located locate(Hdf5Group group, String prefix) {
        FrameSearch search = FrameSearch.ofFirstChannels();
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "(\\d+)");
        RunCollector runs = new RunCollector();
        List<LinkedParts.Part> parts = new ArrayList<>();
        for (Hdf5Link link : group.links()) {
            Matcher numbered = name.matcher(link.name());
            if (numbered.matches()) {
                part(group, link.name(), search).ifPresent(data -> {
                    FrameLocations frames = search.locations(data);
                    runs.addAll(frames);
                    parts.add(new LinkedParts.Part(
                            link.name(),
                            new BigInteger(numbered.group(1)).longValue(),
                            firstImage(data),
                            frames.count()));
                });
            }
        }
        return new Located(runs.locations(), search.missing(), search.hasGap(), new LinkedParts(parts));
    }

    /** The number in the whole series that Dectris, and others after it, write at the data set of a data file. */
    private static Optional<Long> firstImage(Hdf5Dataset data) {
        return data.attribute("image_nr_low")
                .flatMap(number -> number.numbers().stream().findFirst().map(BigDecimal::longValue));
    }

    private static Optional<Hdf5Dataset> part(Hdf5Group group, String name, FrameSearch search) {
        if (group.resolve(name) instanceof Resolution.Lost lost) {
            search.isMissing(FrameSearch.why(lost));
            search.passed(false);
            return Optional.empty();
        }
        return group.at(name).filter(Hdf5Dataset.class::isInstance).map(Hdf5Dataset.class::cast);
    }
}
