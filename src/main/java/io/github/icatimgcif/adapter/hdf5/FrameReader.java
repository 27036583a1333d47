package io.github.icatimgcif.adapter.hdf5;

import java.util.Arrays;
import java.util.Optional;

/** Reads one frame, and of a chunked data set only the chunks it lies in. */
final class FrameReader {

    private FrameReader() {}

    static int[] frame(Hdf5Dataset data, int... slow) {
        StoredType type = data.storedType();
        int[] shape = data.space().shape();
        if (type.kind() != ElementType.Kind.INTEGER || type.size() > 4 || type.members() != 1) {
            throw new Damaged("it holds no whole numbers of 8, 16 or 32 bits");
        }
        if (shape.length != slow.length + 2) {
            throw new Damaged(slow.length + " indices for a frame of a data set of " + shape.length + " dimensions");
        }
        for (int d = 0; d < slow.length; d++) {
            if (slow[d] < 0 || slow[d] >= shape[d]) {
                throw new Damaged("there is no frame " + Arrays.toString(slow) + " in " + Arrays.toString(shape));
            }
        }
        int rows = shape[slow.length];
        int columns = shape[slow.length + 1];
        if ((long) rows * columns > 1 << 27) {
            throw new Damaged("a frame of " + rows + " x " + columns + " pixels");
        }
        data.refuseExternalStorage();
        StorageLayout layout = data.layout();
        if (layout instanceof StorageLayout.Chunked chunked) {
            return chunked(data, type, chunked, slow, rows, columns);
        }
        int pixels = rows * columns;
        int frame = linear(shape, slow);
        if (layout instanceof StorageLayout.Contiguous contiguous) {
            return contiguous(data, type, contiguous, frame, pixels);
        }
        if (layout instanceof StorageLayout.Compact compact) {
            return decoded(type, compact.values().copy().rest(), frame * pixels, pixels);
        }
        throw new Damaged("it is a virtual data set: read the frame where it really lies");
    }

    private static int linear(int[] shape, int[] slow) {
        int linear = 0;
        for (int d = 0; d < slow.length; d++) {
            linear = Math.addExact(Math.multiplyExact(linear, shape[d]), slow[d]);
        }
        return linear;
    }

    private static int[] contiguous(
            Hdf5Dataset data, StoredType type, StorageLayout.Contiguous layout, int frame, int pixels) {
        if (layout.address() == Cursor.UNDEFINED) {
            return filled(data, type, pixels);
        }
        long size = (long) pixels * type.size();
        return decoded(
                type, data.bytes().read(layout.address() + frame * size, size).array(), 0, pixels);
    }

    private static int[] filled(Hdf5Dataset data, StoredType type, int pixels) {
        int[] frame = new int[pixels];
        Arrays.fill(frame, (int) type.wholeNumber(data.fill(type.size()), 0));
        return frame;
    }

    private static int[] chunked(
            Hdf5Dataset data, StoredType type, StorageLayout.Chunked layout, int[] slow, int rows, int columns) {
        Chunks chunks = data.chunks(layout);
        int[] chunk = chunks.chunkShape();
        int[] offset = new int[chunk.length];
        int inside = 0;
        for (int d = 0; d < slow.length; d++) {
            offset[d] = slow[d] / chunk[d] * chunk[d];
            inside = inside * chunk[d] + slow[d] % chunk[d];
        }
        int height = chunk[slow.length];
        int width = chunk[slow.length + 1];
        if (height == rows && width == columns) {
            // The values first: room for the frame beside all that undoing the filters takes may not be there.
            Optional<byte[]> values = chunks.values(offset);
            int pixels = rows * columns;
            return values.isEmpty() ? filled(data, type, pixels) : decoded(type, values.get(), inside * pixels, pixels);
        }
        int[] frame = filled(data, type, rows * columns);
        for (int row = 0; row < rows; row += height) {
            for (int column = 0; column < columns; column += width) {
                offset[slow.length] = row;
                offset[slow.length + 1] = column;
                Optional<byte[]> values = chunks.values(offset);
                if (values.isPresent()) {
                    int from = inside * height * width;
                    int toRow = Math.min(height, rows - row);
                    int toColumn = Math.min(width, columns - column);
                    for (int r = 0; r < toRow; r++) {
                        for (int c = 0; c < toColumn; c++) {
                            frame[(row + r) * columns + column + c] =
                                    (int) type.wholeNumber(values.get(), (from + r * width + c) * type.size());
                        }
                    }
                }
            }
        }
        return frame;
    }

    private static int[] decoded(StoredType type, byte[] bytes, int from, int pixels) {
        int[] frame = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            frame[i] = (int) type.wholeNumber(bytes, (from + i) * type.size());
        }
        return frame;
    }
}
