package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.cbf.CbfFormat;
import io.github.icatimgcif.adapter.smv.SmvFormat;
import io.github.icatimgcif.adapter.tiff.TiffFormat;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The readers of formats of one file a frame, of single files and of archives. They never throw. */
final class ImageReaders {

    private ImageReaders() {}

    static void cbf(byte[] bytes) {
        read("x_00001.cbf", bytes, CbfFormat::new);
    }

    static void smv(byte[] bytes) {
        read("x_00001.img", bytes, SmvFormat::new);
    }

    static void tiff(byte[] bytes) {
        read("x_00001.tif", bytes, TiffFormat::new);
    }

    static void archive(byte[] bytes) {
        read("x.tgz", bytes, CbfFormat::new);
    }

    private static void read(String name, byte[] bytes, Function<DataRoots, RawFormat> format) {
        FuzzedFile.read(
                name,
                bytes,
                file -> assertThat(format.apply(roots(file)).read(file)).isNotNull());
    }

    private static DataRoots roots(Path file) {
        return new DataRoots(List.of(file.getParent()));
    }
}
