package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.FrameLocator;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Located;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds where the images of a master lie and what is stored there. No pixel is read. */
public final class ImageSearch {

    private static final String LINKS = "data_";

    private final Hdf5File master;
    private final DataRoots roots;
    private final Findings findings;

    /** Searches the data sets that {@code master} links to, and tells {@code findings} what is missing. */
    public ImageSearch(Hdf5File master, DataRoots roots, Findings findings) {
        this.master = master;
        this.roots = roots;
        this.findings = findings;
    }

    /**
     * The images of a group: its signal, {@code data}, or all of {@code data_000001}, {@code data_000002} and so on.
     *
     * @param wholeFrames whether all that is stored of a frame belongs to it, as modules do and channels do not
     * @throws NotUsable if no frame is there, or frames are missing before others
     */
    public ImageData in(Hdf5Group group, boolean wholeFrames) {
        return signal(group)
                .map(images -> of(images, group.path(), wholeFrames))
                .orElseGet(() -> found(FrameLocator.locate(group, LINKS), Optional.empty(), group.path()));
    }

    /** The data set of two or more dimensions that a group holds as its signal. */
    public static Optional<Hdf5Dataset> signal(Hdf5Group group) {
        String signal = Fields.attribute(group, "signal").orElse("data");
        return group.child(signal)
                .flatMap(Fields::dataset)
                .filter(images -> images.shape().length > 1)
                .filter(images -> !signal.startsWith(LINKS));
    }

    /** Whether a group has links or data sets for images. */
    public static boolean hasImages(Hdf5Group group) {
        return signal(group).isPresent()
                || group.links().stream().anyMatch(link -> link.name().matches(LINKS + "\\d+"));
    }

    /**
     * The images of one data set.
     *
     * @param subject     what a finding is about
     * @param wholeFrames whether all that is stored of a frame belongs to it
     * @throws NotUsable if no frame is there, or frames are missing before others
     */
    public ImageData of(Hdf5Dataset images, String subject, boolean wholeFrames) {
        Located located = wholeFrames ? FrameLocator.locateWhole(images) : FrameLocator.locate(images);
        ImageData found = found(located, Optional.of(images), subject);
        int[] shape = images.shape();
        boolean isCut = found.fastSize() != shape[shape.length - 1] || found.slowSize() != shape[shape.length - 2];
        if (!isCut) {
            return found;
        }
        findings.note(
                subject,
                "the virtual data set shows " + shape[shape.length - 2] + " x " + shape[shape.length - 1]
                        + " pixels of stored images of " + found.slowSize() + " x " + found.fastSize()
                        + "; the frames are described as it shows them");
        return found(FrameLocator.locateHere(images), Optional.of(images), subject);
    }

    private ImageData found(Located located, Optional<Hdf5Dataset> images, String subject) {
        if (!located.missing().isEmpty()) {
            findings.warning(
                    subject,
                    located.missing().size() + " of the data files that are linked to are not there, the first is "
                            + located.missing().get(0));
            located.missing().forEach(findings::missing);
        }
        FrameLocations frames = thatAreThere(located, subject);
        Optional<StoredArray> stored = stored(frames.runs().get(0).first());
        StoredArray array = stored.or(() -> images.map(StoredArray::of))
                .orElseThrow(() -> new NotUsable(subject, "the size of the images is not known"));
        return new ImageData(
                frames,
                array.sizes(),
                stored.map(found -> OptionalInt.of(found.bits())).orElse(OptionalInt.empty()),
                located.parts());
    }

    /** Without the frames at the end whose files were never written: a virtual data set counts them before they are. */
    private FrameLocations thatAreThere(Located located, String subject) {
        List<FrameLocations.Run> there = located.frames().runs().stream()
                .takeWhile(run -> Files.isRegularFile(run.first().file()))
                .toList();
        List<FrameLocations.Run> rest = located.frames()
                .runs()
                .subList(there.size(), located.frames().runs().size());
        if (!rest.isEmpty()) {
            findings.missing(rest.get(0).first().file() + " is not there");
        }
        if (located.hasGap()
                || rest.stream().anyMatch(run -> Files.isRegularFile(run.first().file()))) {
            throw new NotUsable(
                    subject,
                    "frames are missing before others that are there, so that the angles of the latter are not known; the"
                            + " data files must be complete up to the last one");
        }
        if (there.isEmpty()) {
            throw new NotUsable(subject, "there is no frame: none of the data files is there");
        }
        return new FrameLocations(there);
    }

    /** The data set that holds the first frame; a virtual one over it may state another type (Diamond: int32 over uint16). */
    private Optional<StoredArray> stored(FrameLocation first) {
        if (!Files.isRegularFile(first.file())) {
            return Optional.empty();
        }
        String path = first.path().orElse("/");
        if (first.file().equals(master.path())) {
            return StoredArray.in(master, path);
        }
        try (Hdf5File data = Hdf5File.open(first.file(), roots)) {
            return StoredArray.in(data, path);
        }
    }
}
