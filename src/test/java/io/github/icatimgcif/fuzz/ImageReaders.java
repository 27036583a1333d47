package io.github.icatimgcif.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.cbf.CbfFormat;
import io.github.icatimgcif.adapter.images.StoredImages;
import io.github.icatimgcif.adapter.smv.SmvFormat;
import io.github.icatimgcif.adapter.tiff.TiffFormat;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.stored.BesideTheFile;
import io.github.icatimgcif.judge.stored.LocalFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The readers of formats of one file a frame, of single files and of archives, which never throw, and the reader of their pixels,
 * which refuses what it cannot read and throws nothing else.
 */
final class ImageReaders {

    private ImageReaders() {}

    static void cbf(byte[] bytes) {
        read("x_00001.cbf", bytes, roots -> new CbfFormat(roots, false));
    }

    static void smv(byte[] bytes) {
        read("x_00001.img", bytes, SmvFormat::new);
    }

    static void tiff(byte[] bytes) {
        read("x_00001.tif", bytes, TiffFormat::new);
    }

    static void archive(byte[] bytes) {
        read("x.tgz", bytes, roots -> new CbfFormat(roots, false));
    }

    /** The first image of a file of whatever format reads as it says it is, or says what is wrong with it. */
    static void pixels(byte[] bytes) {
        FuzzedFile.read("x.bin", bytes, file -> {
            ImageLink link = new ImageLink(
                    "x.bin",
                    Optional.empty(),
                    Optional.of("/entry/data/data"),
                    Optional.of("1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            try {
                Image image = new StoredImages().read(link, new BesideTheFile(file));
                assertThat(image.value(image.count() - 1)).isBetween((long) Integer.MIN_VALUE, 1L << 32);
            } catch (ImageUnreadable declared) {
                assertThat(declared).hasMessageContaining("x.bin");
            }
        });
    }

    private static void read(String name, byte[] bytes, Function<DataRoots, RawFormat> format) {
        FuzzedFile.read(name, bytes, file -> {
            assertThat(format.apply(roots(file)).read(file)).isNotNull();
            pixels(file, Optional.empty(), Optional.empty());
            pixels(file, Optional.of("TGZ"), Optional.of("x_00001.cbf"));
            pixels(file, Optional.of("ZIP"), Optional.of("x_00001.cbf"));
        });
    }

    private static void pixels(Path file, Optional<String> archive, Optional<String> member) {
        ImageLink link = new ImageLink(
                String.valueOf(file.getFileName()),
                Optional.empty(),
                Optional.of("/entry/data/data"),
                Optional.empty(),
                archive,
                member,
                Optional.empty());
        try {
            Image image = new StoredImages()
                    .read(link, new LocalFolder(file.resolveSibling("").normalize()));
            assertThat(image.count()).isPositive();
        } catch (ImageUnreadable e) {
            assertThat(e).hasMessageContaining(link.uri());
        }
    }

    private static DataRoots roots(Path file) {
        return new DataRoots(List.of(file.getParent()));
    }
}
