package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.ElementType;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Size and type of a data set of images, taken while its file is open.
 *
 * @param sizes of one frame, the fastest dimension first
 * @param bits  of a pixel, negative if it has a sign; 0 if it is no whole number
 */
record StoredArray(List<Integer> sizes, int bits) {

    static StoredArray of(Hdf5Dataset dataset) {
        int[] shape = dataset.shape();
        List<Integer> sizes = new ArrayList<>();
        for (int d = shape.length - 1; d >= (shape.length < 3 ? 0 : 1); d--) {
            sizes.add(shape[d]);
        }
        ElementType type = dataset.type();
        int bits = type.kind() != ElementType.Kind.INTEGER ? 0 : type.signed() ? -type.bits() : type.bits();
        return new StoredArray(sizes, bits);
    }

    /** Of the data set at a path, if it has two dimensions or more. */
    static Optional<StoredArray> in(Hdf5File file, String path) {
        return file.at(path)
                .flatMap(Fields::dataset)
                .filter(dataset -> dataset.shape().length > 1)
                .map(StoredArray::of);
    }
}
