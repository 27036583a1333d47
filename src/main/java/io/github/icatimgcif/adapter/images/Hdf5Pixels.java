package io.github.icatimgcif.adapter.images;

import io.github.icatimgcif.adapter.hdf5.FrameLocator;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.LinkState;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Storage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/**
 * The pixels of one frame of a data set in HDF5, wherever links and virtual data sets lead to. Of more than three dimensions,
 * [frame, module, slow, fast], a frame is all its layers, one below the other.
 */
final class Hdf5Pixels {

    private static final long MOST_PIXELS = 1L << 27;

    private Hdf5Pixels() {}

    /**
     * One frame.
     *
     * @param path  of the data set
     * @param frame 1-based number along the slowest dimension; empty if the data set is one image
     */
    static Image read(ImageFile file, Optional<String> path, Optional<Integer> frame) {
        String at = path.orElseThrow(
                () -> new ImageUnreadable("_array_data_external_data.path does not say which data set has the pixels"));
        DataRoots roots = file.roots();
        try (Hdf5File opened = Hdf5File.open(file.path(), roots)) {
            Hdf5Dataset data = dataset(opened, at.startsWith("/") ? at : "/" + at);
            int[] shape = data.shape();
            int frames = shape.length < 3 ? 1 : shape[0];
            int index = frame.orElse(1) - 1;
            if (shape.length < 2) {
                throw new ImageUnreadable(at + " has " + shape.length + " dimensions; an image has two");
            }
            if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
                throw new ImageUnreadable(at + " has the extent " + Arrays.toString(shape) + " and holds no pixel");
            }
            if (index >= frames) {
                throw new ImageUnreadable("frame " + (index + 1) + " is wanted, and " + at + " has " + frames);
            }
            return data.isVirtual() ? throughVirtual(data, index, roots) : image(data, index);
        }
    }

    private static Hdf5Dataset dataset(Hdf5File file, String path) {
        Optional<Hdf5Node> node = file.at(path);
        if (node.isPresent() && node.get() instanceof Hdf5Dataset data) {
            return data;
        }
        LinkState state = file.root().state(path);
        throw new ImageUnreadable(
                state instanceof LinkState.Dangling dangling
                        ? dangling.reason()
                        : state instanceof LinkState.OutsideRoots outside
                                ? outside.reason()
                                : node.isPresent()
                                        ? path + " is a group and no data set"
                                        : "it has no data set " + path);
    }

    private static Image throughVirtual(Hdf5Dataset data, int index, DataRoots roots) {
        FrameLocation place = FrameLocator.frame(data, index)
                .orElseThrow(() -> new ImageUnreadable(
                        "frame " + (index + 1) + " of the virtual data set " + data.path() + " lies in no file"));
        String path = place.path().orElse("/");
        if (place.file().equals(data.file()) && path.equals(data.path())) {
            return image(data, index); // put together of parts
        }
        if (!Files.exists(place.file())) {
            throw new ImageUnreadable("frame " + (index + 1) + " of the virtual data set " + data.path() + " lies in "
                    + place.file() + ", which is not there");
        }
        try (Hdf5File source = Hdf5File.open(place.file(), roots)) {
            return image(dataset(source, path), place.index());
        }
    }

    private static Image image(Hdf5Dataset data, int index) {
        io.github.icatimgcif.adapter.hdf5.ElementType stored = data.type();
        ElementType type = Optional.of(stored)
                .filter(its -> its.kind() == io.github.icatimgcif.adapter.hdf5.ElementType.Kind.INTEGER)
                .flatMap(its -> ElementType.of(its.bits(), its.signed()))
                .orElseThrow(() -> ImageUnreadable.beyondThisProgram(data.path() + " holds values of " + stored.bits()
                        + " bits of the kind " + stored.kind() + "; whole numbers of 8, 16 or 32 bits are read"));
        int[] shape = data.shape();
        int fast = shape[shape.length - 1];
        long slow = Arrays.stream(shape)
                .limit(shape.length - 1)
                .skip(shape.length > 2 ? 1 : 0)
                .asLongStream()
                .reduce(1, Math::multiplyExact);
        if (shape.length > 4 || slow > MOST_PIXELS || slow * fast > MOST_PIXELS) {
            throw ImageUnreadable.beyondThisProgram(data.path() + " has the extent " + Arrays.toString(shape)
                    + "; frames of two or three dimensions are read, with " + MOST_PIXELS + " pixels at most");
        }
        Storage storage = new Storage(Storage.order(type, data.isBigEndian()), Optional.empty(), data.filters());
        return new Image(type, fast, (int) slow, data.wholeFrame(index), storage);
    }
}
