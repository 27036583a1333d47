package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.ElementType;
import io.github.icatimgcif.adapter.hdf5.FrameLocator;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Located;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The images of an entry: where each lies, how large they are and what their numbers are.
 *
 * @param frames   where the frames lie
 * @param fastSize pixels in a row
 * @param slowSize rows
 * @param bitDepth bits of a pixel, negative if they have a sign; 0 if not known
 */
record ImageData(FrameLocations frames, int fastSize, int slowSize, int bitDepth) {

    private static final String LINKS = "data_";

    /** Reads it from the NXdata of the entry. */
    static ImageData in(NxmxEntry entry, DataRoots roots, Findings findings) {
        Hdf5Group group = entry.at("data")
                .filter(Hdf5Group.class::isInstance)
                .map(Hdf5Group.class::cast)
                .orElseThrow(
                        () -> new NotUsable(entry.path() + "/data", "is missing; it must hold or link to the images"));
        String signal = Fields.attribute(group, "signal").orElse("data");
        Optional<Hdf5Dataset> images =
                group.child(signal).flatMap(Fields::dataset).filter(d -> d.shape().length > 1);
        Located located = images.map(FrameLocator::locate).orElseGet(() -> FrameLocator.locate(group, LINKS));
        if (!located.missing().isEmpty()) {
            findings.warning(
                    entry.path() + "/data",
                    located.missing().size() + " of the data files that are linked to are not there, the first is "
                            + located.missing().get(0));
        }
        FrameLocations frames = thatAreThere(located, entry);
        Optional<Array> stored = stored(frames.runs().get(0).first(), entry, roots);
        Array array = stored.or(() -> images.map(Array::of))
                .orElseThrow(() -> new NotUsable(entry.path() + "/data", "the size of the images is not known"));
        if (array.dimensions() > 3) {
            throw new NotUsable(
                    entry.path() + "/data",
                    "the images have " + array.dimensions()
                            + " dimensions; frames of 2 dimensions, one after the other, can be described");
        }
        compareSize(entry, array, findings);
        compareCount(entry, frames.count(), findings);
        return new ImageData(frames, array.fast(), array.slow(), bitDepth(entry, stored, images));
    }

    /** Without the frames at the end whose files were never written: a virtual data set counts them before they are. */
    private static FrameLocations thatAreThere(Located located, NxmxEntry entry) {
        List<FrameLocations.Run> there = located.frames().runs().stream()
                .takeWhile(run -> Files.isRegularFile(run.first().file()))
                .toList();
        List<FrameLocations.Run> rest = located.frames()
                .runs()
                .subList(there.size(), located.frames().runs().size());
        if (located.hasGap()
                || rest.stream().anyMatch(run -> Files.isRegularFile(run.first().file()))) {
            throw new NotUsable(
                    entry.path() + "/data",
                    "frames are missing before others that are there, so that the angles of the latter are not known; the"
                            + " data files must be complete up to the last one");
        }
        if (there.isEmpty()) {
            throw new NotUsable(entry.path() + "/data", "there is no frame: none of the data files is there");
        }
        return new FrameLocations(there);
    }

    /** Size and type of a data set of images, taken while its file is open. */
    private record Array(int dimensions, int slow, int fast, int bits) {

        static Array of(Hdf5Dataset dataset) {
            int[] shape = dataset.shape();
            ElementType type = dataset.type();
            int bits = type.kind() != ElementType.Kind.INTEGER ? 0 : type.signed() ? -type.bits() : type.bits();
            return new Array(shape.length, shape[shape.length - 2], shape[shape.length - 1], bits);
        }
    }

    /** The data set that holds the first frame; a virtual one over it may state another type (Diamond: int32 over uint16). */
    private static Optional<Array> stored(FrameLocation first, NxmxEntry entry, DataRoots roots) {
        if (!Files.isRegularFile(first.file())) {
            return Optional.empty();
        }
        String path = first.path().orElse("/");
        if (first.file().equals(entry.file().path())) {
            return array(entry.file(), path);
        }
        try (Hdf5File data = Hdf5File.open(first.file(), roots)) {
            return array(data, path);
        }
    }

    private static Optional<Array> array(Hdf5File file, String path) {
        return file.at(path)
                .flatMap(Fields::dataset)
                .filter(dataset -> dataset.shape().length > 1)
                .map(Array::of);
    }

    private static int bitDepth(NxmxEntry entry, Optional<Array> stored, Optional<Hdf5Dataset> images) {
        return stored.map(Array::bits)
                .or(() -> number(entry, "bit_depth_image"))
                .or(() -> number(entry, "bit_depth_readout"))
                .or(() -> images.map(image -> Array.of(image).bits()))
                .orElse(0);
    }

    private static Optional<Integer> number(NxmxEntry entry, String field) {
        return Fields.number(entry.inDetector(field)).map(BigDecimal::intValue);
    }

    /** {@code data_size} is (slow, fast) by definition and the other way round in many files: the shape of the images decides. */
    private static void compareSize(NxmxEntry entry, Array array, Findings findings) {
        String path = entry.module() + "/data_size";
        Optional<double[]> stated = entry.file()
                .at(path)
                .flatMap(Fields::dataset)
                .map((Hdf5Dataset d) -> d.numbers().values())
                .filter(values -> values.length >= 2);
        if (stated.isEmpty()) {
            return;
        }
        double first = stated.get()[stated.get().length - 2];
        double second = stated.get()[stated.get().length - 1];
        int slow = array.slow();
        int fast = array.fast();
        if (first == slow && second == fast) {
            return;
        }
        if (first == fast && second == slow) {
            findings.note(path, "is written fast before slow; the shape of the images is used");
            return;
        }
        throw new NotUsable(
                path,
                "says " + (long) first + " x " + (long) second + " and the images have " + slow + " x " + fast
                        + " pixels; a detector of which the module is only a part cannot be described");
    }

    private static void compareCount(NxmxEntry entry, int frames, Findings findings) {
        Optional<Integer> images = number(entry, "detectorSpecific/nimages");
        int triggers = number(entry, "detectorSpecific/ntrigger").orElse(1);
        if (images.isPresent() && (long) images.get() * triggers != frames) {
            findings.warning(
                    entry.detector() + "/detectorSpecific/nimages",
                    (long) images.get() * triggers + " images were announced and " + frames
                            + " are there; those that are there are described");
        }
    }
}
