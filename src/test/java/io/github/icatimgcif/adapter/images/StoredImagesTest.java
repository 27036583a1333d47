package io.github.icatimgcif.adapter.images;

import static io.github.icatimgcif.adapter.images.WrittenImages.ascii;
import static io.github.icatimgcif.adapter.images.WrittenImages.byteOffsets;
import static io.github.icatimgcif.adapter.images.WrittenImages.cbf;
import static io.github.icatimgcif.adapter.images.WrittenImages.joined;
import static io.github.icatimgcif.adapter.images.WrittenImages.md5;
import static io.github.icatimgcif.adapter.images.WrittenImages.plain;
import static io.github.icatimgcif.adapter.images.WrittenImages.section;
import static io.github.icatimgcif.adapter.images.WrittenImages.smv;
import static io.github.icatimgcif.adapter.images.WrittenImages.tiff;
import static io.github.icatimgcif.adapter.images.WrittenImages.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.images.WrittenImages.Picture;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Storage;
import io.github.icatimgcif.judge.stored.LocalFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredImagesTest {

    private static final String SIGNED = "signed 32-bit integer";
    private static final String OFFSETS = "x-CBF_BYTE_OFFSET";
    private static final byte[] MINI_CBF = cbf(section(OFFSETS, SIGNED, "", byteOffsets(values(1))));

    private final Path folder;

    StoredImagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void cbfOfByteOffsets() throws IOException {
        int[] values = values(1);
        values[3] = -2;
        values[4] = 1_048_575;
        values[5] = 300;
        byte[] bytes = byteOffsets(values);

        Image image = read(cbf(section(OFFSETS, SIGNED, "Content-MD5: " + md5(bytes) + "\r\n", bytes)), "CBF", 1);

        assertThat(image.type()).isEqualTo(ElementType.SIGNED_32);
        assertThat(image.fast()).isEqualTo(7);
        assertThat(image.slow()).isEqualTo(5);
        assertThat(longs(image)).containsExactly(longs(values));
        assertThat(image.storage())
                .isEqualTo(new Storage(Optional.of(Storage.LITTLE_ENDIAN), Optional.of("byte_offset"), List.of()));
    }

    @Test
    void cbfOfByteOffsetsOverTheWholeRangeOfItsType() throws IOException {
        long[] values = new long[35];
        values[1] = 4_294_967_295L;
        values[2] = 4_294_967_294L;
        values[3] = 1;

        Image image = read(cbf(section(OFFSETS, "unsigned 32-bit integer", "", byteOffsets(values))), "CBF", 1);

        assertThat(longs(image)).containsExactly(values);
    }

    @Test
    void cbfWithoutCompressionInEitherByteOrder() throws IOException {
        String big = "X-Binary-Element-Byte-Order: BIG_ENDIAN\r\n";
        byte[] first = plain(2, ByteOrder.BIG_ENDIAN, values(1));
        byte[] second = plain(2, ByteOrder.LITTLE_ENDIAN, values(2));
        byte[] file = cbf(
                section("", "unsigned 16-bit integer", big, first),
                section("x-CBF_NONE", "unsigned 16-bit integer", "", second));

        assertThat(longs(read(file, "CBF", 1))).containsExactly(longs(values(1)));
        assertThat(longs(read(file, "CBF", 2))).containsExactly(longs(values(2)));
        assertThat(read(file, "CBF", 1).storage().byteOrder()).contains(Storage.BIG_ENDIAN);
        assertUnreadable(file, "CBF", 3, "image 3 is wanted and it has 2");
    }

    @Test
    void aCbfThatWasDamagedAfterItWasWrittenIsRefused() {
        byte[] bytes = byteOffsets(values(1));
        byte[] file = cbf(section(OFFSETS, SIGNED, "Content-MD5: " + md5(bytes) + "\r\n", bytes));
        file[file.length - 60]++;

        assertUnreadable(file, "CBF", 1, "the header says " + md5(bytes));
    }

    @Test
    void aCbfThatIsPackedIsBeyondThisProgram() {
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(cbf(section("x-CBF_PACKED", SIGNED, "", new byte[64])), "CBF", 1))
                .withMessageContaining("compressed as x-CBF_PACKED")
                .satisfies(e -> assertThat(e.isBeyondThisProgram()).isTrue());
    }

    @Test
    void aCbfThatHoldsLessThanItsHeaderSaysIsRefused() {
        assertUnreadable(
                cbf(section(70_000, 1_900, OFFSETS, SIGNED, "", byteOffsets(values(1)))),
                "CBF",
                1,
                "does not hold 70000 x 1900 pixels");
        assertUnreadable(
                cbf(section(70_000, 70_000, OFFSETS, SIGNED, "", byteOffsets(values(1)))), "CBF", 1, "more than the");
        assertUnreadable(
                cbf(section(OFFSETS, "unsigned 16-bit integer", "", byteOffsets(70_000, 1, 2))),
                "CBF",
                1,
                "does not hold 7 x 5 pixels");
        assertUnreadable(Arrays.copyOf(MINI_CBF, MINI_CBF.length - 60), "CBF", 1, "the file ends");
        assertUnreadable(ascii("###CBF: VERSION 1.5\r\ndata_a\r\n"), "CBF", 1, "no binary section");
    }

    @Test
    void aValueThatIsNoneOfTheTypeIsRefused() {
        int[] values = values(1);
        values[9] = 70_000;

        assertUnreadable(
                cbf(section(OFFSETS, "unsigned 16-bit integer", "", byteOffsets(values))),
                "CBF",
                1,
                "pixel 9 (counted from 0) is 70000, which is no unsigned 16-bit integer");
    }

    @ParameterizedTest
    @CsvSource({
        "unsigned_short, little_endian, 2, UNSIGNED_16",
        "unsigned_short, big_endian, 2, UNSIGNED_16",
        "signed short int, big_endian, 2, SIGNED_16",
        "long, little_endian, 4, SIGNED_32",
        "unsigned_int, big_endian, 4, UNSIGNED_32",
        "unsigned_char, little_endian, 1, UNSIGNED_8"
    })
    void smvOfEachType(String type, String order, int size, ElementType expected) throws IOException {
        ByteOrder bytes = order.equals("big_endian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file = smv(
                "TYPE=" + type + ";\nBYTE_ORDER=" + order + ";\nSIZE1=7;\nSIZE2=5;\n", plain(size, bytes, values(1)));

        Image image = read(file, "SMV", 1);

        assertThat(image.type()).isEqualTo(expected);
        assertThat(image.fast()).isEqualTo(7);
        assertThat(longs(image)).containsExactly(longs(values(1)));
    }

    @Test
    void anSmvThatDoesNotSayWhatItHoldsIsRefused() {
        byte[] pixels = plain(2, ByteOrder.LITTLE_ENDIAN, values(1));
        String size = "SIZE1=7;\nSIZE2=5;\n";

        assertUnreadable(smv("TYPE=unsigned_short;\n" + size, pixels), "SMV", 1, "BYTE_ORDER is not there");
        assertUnreadable(smv("BYTE_ORDER=big_endian;\n" + size, pixels), "SMV", 1, "no TYPE");
        assertUnreadable(smv("TYPE=float;\nBYTE_ORDER=big_endian;\n" + size, pixels), "SMV", 1, "TYPE is float");
        assertUnreadable(
                smv("TYPE=unsigned_short;\nBYTE_ORDER=big_endian;\nSIZE1=7;\n", pixels),
                "SMV",
                1,
                "SIZE2 is not there");
        assertUnreadable(
                smv("TYPE=long;\nBYTE_ORDER=big_endian;\n" + size, pixels), "SMV", 1, "ends before the last of 7 x 5");
        assertUnreadable(
                smv("TYPE=unsigned_short;\nBYTE_ORDER=big_endian;\n" + size, pixels), "SMV", 2, "has one image");
    }

    @Test
    void tiffInStripsOfEitherByteOrder() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] file = tiff(order, inStrips(1, 16, 1, order), inStrips(2, 32, 2, order), inStrips(3, 8, 1, order));

            assertThat(longs(read(file, "TIFF", 1))).containsExactly(longs(values(1)));
            assertThat(longs(read(file, "TIFF", 2))).containsExactly(longs(values(2)));
            assertThat(longs(read(file, "TIFF", 3))).containsExactly(longs(values(3)));
            assertThat(read(file, "TIFF", 1).type()).isEqualTo(ElementType.UNSIGNED_16);
            assertThat(read(file, "TIFF", 2).type()).isEqualTo(ElementType.SIGNED_32);
            assertThat(read(file, "TIFF", 2).storage().byteOrder())
                    .contains(order == ByteOrder.BIG_ENDIAN ? Storage.BIG_ENDIAN : Storage.LITTLE_ENDIAN);
            assertUnreadable(file, "TIFF", 4, "of 3 images, and image 4 is wanted");
        }
    }

    @Test
    void tiffInTilesThatReachOverItsEdges() throws IOException {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        byte[][] tiles = new byte[4][];
        for (int tile = 0; tile < 4; tile++) {
            int[] pixels = new int[16];
            for (int i = 0; i < 16; i++) {
                int column = tile % 2 * 4 + i % 4;
                int row = tile / 2 * 4 + i / 4;
                pixels[i] = column < 7 && row < 5 ? values(1)[row * 7 + column] : 9999;
            }
            tiles[tile] = plain(2, order, pixels);
        }

        Image image = read(tiff(order, new Picture(16, 1, 1, 1, 4, List.of(tiles))), "TIFF", 1);

        assertThat(longs(image)).containsExactly(longs(values(1)));
    }

    @Test
    void tiffThatIsDeflated() throws IOException {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        int[] differences = values(1);
        for (int i = differences.length - 1; i > 0; i--) {
            differences[i] -= i % 7 == 0 ? 0 : differences[i - 1];
        }
        List<byte[]> pieces = strips(2, order, differences).stream()
                .map(WrittenImages::deflated)
                .toList();

        Image image = read(tiff(order, new Picture(16, 1, 8, 2, 0, pieces)), "TIFF", 1);

        assertThat(longs(image)).containsExactly(longs(values(1)));
    }

    @Test
    void tiffOfOtherKindsIsBeyondThisProgram() {
        byte[] pixels = plain(2, ByteOrder.LITTLE_ENDIAN, values(1));
        List<byte[]> pieces = List.of(pixels, pixels, pixels);

        for (Picture other : List.of(
                new Picture(16, 1, 5, 1, 0, pieces), // LZW
                new Picture(32, 3, 1, 1, 0, pieces), // floating point
                new Picture(16, 1, 8, 3, 0, pieces))) {
            assertThatExceptionOfType(ImageUnreadable.class)
                    .isThrownBy(() -> read(tiff(ByteOrder.LITTLE_ENDIAN, other), "TIFF", 1))
                    .satisfies(e -> assertThat(e.isBeyondThisProgram()).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "filters_v110.h5, /gzip, 3, 31, 20, UNSIGNED_16, 2",
        "filters_v110.h5, /lz4_u4, 2, 103, 61, UNSIGNED_32, 32008",
        "filters_v110.h5, /zstd_u2, 2, 103, 61, UNSIGNED_16, 32008",
        "zstd.h5, /data, 2, 103, 61, UNSIGNED_32, 32015",
        "filters_v110.h5, /contiguous, 2, 31, 20, UNSIGNED_16, 0",
        "filters_v110.h5, big_endian, 2, 31, 20, UNSIGNED_16, 3",
        "frames_1.h5, /entry/data/data, 2, 7, 3, UNSIGNED_16, 0",
        "links.h5, /entry/data/moved, 2, 7, 3, UNSIGNED_16, 0"
    })
    void hdf5ThroughItsFilters(String name, String path, int frame, int fast, int slow, ElementType type, int filter)
            throws URISyntaxException {
        Image image = read(fixtures(), hdf5(name, path, Integer.toString(frame)));

        assertThat(image.type()).isEqualTo(type);
        assertThat(image.fast()).isEqualTo(fast);
        assertThat(image.slow()).isEqualTo(slow);
        for (int row = 0; row < slow; row++) {
            for (int column = 0; column < fast; column++) {
                assertThat(image.value(column, row)).isEqualTo((1000 * (frame - 1) + 17 * row + 3 * column) % 4096);
            }
        }
        if (filter > 0) {
            assertThat(image.storage().filters()).contains(filter);
        }
    }

    @Test
    void hdf5ThroughVirtualDataSetsInOneAnother() throws URISyntaxException {
        // The frames 2 to 5 of five, of which the last two lie in another file.
        assertThat(read(fixtures(), hdf5("nested.h5", "/entry/data/outer", "1")).value(6, 2))
                .isEqualTo(1000 + 2 * 17 + 6 * 3);
        assertThat(read(fixtures(), hdf5("nested.h5", "/entry/data/outer", "4")).value(6, 2))
                .isEqualTo(1000 + 2 * 17 + 6 * 3);
        assertThat(read(fixtures(), hdf5("nested.h5", "/entry/data/outer", "3")).value(6, 2))
                .isEqualTo(2 * 17 + 6 * 3);
        assertThat(read(fixtures(), hdf5("strided.h5", "/every_other", "2")).value(6, 2))
                .isEqualTo(2000 + 2 * 17 + 6 * 3);
    }

    @Test
    void hdf5FramesThatArePutTogetherOfParts() throws URISyntaxException {
        // The upper three rows are of the first file, the lower three of the second, which has the same values.
        Image tiles = read(fixtures(), hdf5("strided.h5", "/tiles", "2"));
        // Two layers, each the same frame of the first file.
        Image layers = read(fixtures(), hdf5("stacks.h5", "/split", "3"));

        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 7; column++) {
                assertThat(tiles.value(column, row)).isEqualTo(1000 + 17 * (row % 3) + 3 * column);
                assertThat(layers.value(column, row)).isEqualTo(2000 + 17 * (row % 3) + 3 * column);
            }
        }
    }

    @Test
    void anHdf5FrameOfSeveralLayersHasThemOneBelowTheOther() throws URISyntaxException {
        Image image = read(fixtures(), hdf5("stacks.h5", "/whole", "2"));

        assertThat(image.fast()).isEqualTo(7);
        assertThat(image.slow()).isEqualTo(6);
    }

    @Test
    void whatHdf5DoesNotHaveIsSaid() throws URISyntaxException {
        assertUnreadable(hdf5("filters_v110.h5", "/gzip", "4"), "frame 4 is wanted, and /gzip has 3");
        assertUnreadable(hdf5("filters_v110.h5", "/nothing", "1"), "it has no data set /nothing");
        assertUnreadable(hdf5("frames_1.h5", "/entry/data", "1"), "is a group and no data set");
        assertUnreadable(hdf5("filters_v110.h5", "/gzip", "0"), "counted from 1");
        assertUnreadable(hdf5("filters_v110.h5", "/gzip", "first"), "the frame is first");
        assertUnreadable(hdf5("links.h5", "/entry/data/lost", "1"), "frames_9.h5");
        assertUnreadable(hdf5("strided.h5", "/lost", "5"), "frames_9.h5, which is not there");
        assertUnreadable(hdf5("nested.h5", "/entry/data/circle", "1"), "circle");
        assertUnreadable(hdf5("tree_v110.h5", "/values/growing", "1"), "");
        assertUnreadable(
                new ImageLink(
                        "frames_1.h5",
                        Optional.of("HDF5"),
                        Optional.empty(),
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                ".path does not say which data set");
    }

    @Test
    void aFileThatIsCompressedAsAWhole() throws IOException {
        Files.write(folder.resolve("a.cbf.gz"), gz(MINI_CBF));
        Files.write(folder.resolve("a.cbf.bz2"), bz2(MINI_CBF));

        assertThat(longs(read(folder, packed("a.cbf.gz", "", "", "GZ")))).containsExactly(longs(values(1)));
        assertThat(longs(read(folder, packed("a.cbf.bz2", "", "", "BZ2")))).containsExactly(longs(values(1)));
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(folder, packed("a.cbf.gz", "", "", "BZ2")))
                .withMessage(
                        "a.cbf.gz: it is compressed as GZ, and _array_data_external_data.file_compression is BZ2; it"
                                + " must be GZ");
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(folder, packed("a.cbf.gz", "", "", "")))
                .withMessageContaining(".file_compression is not there; it must be GZ");
    }

    @Test
    void aMemberOfEachKindOfArchive() throws IOException, URISyntaxException {
        byte[] hdf5 = Files.readAllBytes(fixtures().resolve("filters_v110.h5"));
        byte[] other = cbf(section(OFFSETS, SIGNED, "", byteOffsets(values(2))));
        Files.write(
                folder.resolve("a.zip"), zip("run/a_1.cbf", MINI_CBF, "run/a_2.cbf.gz", gz(other), "run/a.h5", hdf5));
        Files.write(
                folder.resolve("a.tgz"),
                gz(tar("run/a_1.cbf", MINI_CBF, "run/a_2.cbf.gz", gz(other), "run/a.h5", hdf5)));
        Files.write(
                folder.resolve("a.tbz"),
                bz2(tar("run/a_1.cbf", MINI_CBF, "run/a_2.cbf.gz", gz(other), "run/a.h5", hdf5)));

        for (String kind : List.of("ZIP", "TGZ", "TBZ")) {
            String archive = "a." + kind.toLowerCase(Locale.ROOT);
            ImageLink inHdf5 = new ImageLink(
                    archive,
                    Optional.of("HDF5"),
                    Optional.of("/gzip"),
                    Optional.of("2"),
                    Optional.of(kind),
                    Optional.of("run/a.h5"),
                    Optional.empty());

            assertThat(longs(read(folder, packed(archive, kind, "run/a_1.cbf", ""))))
                    .containsExactly(longs(values(1)));
            assertThat(longs(read(folder, packed(archive, kind, "run/a_2.cbf.gz", "GZ"))))
                    .containsExactly(longs(values(2)));
            assertThat(read(folder, inHdf5).value(30, 19)).isEqualTo(1000 + 19 * 17 + 30 * 3);
            assertThatExceptionOfType(ImageUnreadable.class)
                    .isThrownBy(() -> read(folder, packed(archive, kind, "run/a_3.cbf", "")))
                    .withMessageContaining("there is no file run/a_3.cbf in the archive");
            assertThatExceptionOfType(ImageUnreadable.class)
                    .isThrownBy(() -> read(folder, packed(archive, "", "run/a_1.cbf", "")))
                    .withMessageContaining(".archive_format is not there; it must be " + kind);
            assertThatExceptionOfType(ImageUnreadable.class)
                    .isThrownBy(() -> read(folder, packed(archive, kind, "", "")))
                    .withMessageContaining(".archive_path does not say");
        }
    }

    @Test
    void anArchiveInAnArchiveIsRefused() throws IOException {
        Files.write(folder.resolve("a.zip"), zip("b.zip", zip("a.cbf", MINI_CBF), "b.gz", gz(gz(MINI_CBF))));

        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(folder, packed("a.zip", "ZIP", "b.zip", "")))
                .withMessageContaining("packed once more");
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(folder, packed("a.zip", "ZIP", "b.gz", "GZ")))
                .withMessageContaining("packed once more");
    }

    @Test
    void whatExpandsBeyondTheLimitIsRefused() throws IOException {
        Files.write(folder.resolve("a.cbf.gz"), gz(joined(MINI_CBF, new byte[1_000_000])));

        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(
                        () -> new StoredImages(500_000).read(packed("a.cbf.gz", "", "", "GZ"), new LocalFolder(folder)))
                .withMessageContaining("more than 500000 bytes, unpacked");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("imgcif-image-")))
                    .isEmpty();
        }
    }

    @Test
    void aFormatThatContradictsTheBytesIsSaid() {
        assertUnreadable(
                MINI_CBF,
                "SMV",
                1,
                "it is a file of CBF, and _array_data_external_data.format is SMV; both must be the same");
        assertUnreadable(ascii("no image at all"), "HDF5", 1, "it is no file of HDF5, CBF, SMV or TIFF");
    }

    @Test
    void aFormatThatIsNotStatedIsFoundOut() throws IOException {
        Files.write(folder.resolve("image"), MINI_CBF);
        ImageLink link = new ImageLink(
                "image",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(longs(read(folder, link))).containsExactly(longs(values(1)));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(folder, packed("gone.cbf", "", "", "")))
                .withMessageContaining("there is no file gone.cbf");
    }

    /** Whatever is changed in a file, it is read or refused, and nothing else comes of it. */
    @Test
    void damagedFilesAreReadOrRefused() throws IOException, URISyntaxException {
        byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, inStrips(1, 16, 1, ByteOrder.LITTLE_ENDIAN));
        byte[] smv = smv(
                "TYPE=unsigned_short;\nBYTE_ORDER=big_endian;\nSIZE1=7;\nSIZE2=5;\n",
                plain(2, ByteOrder.BIG_ENDIAN, values(1)));
        byte[] hdf5 = Files.readAllBytes(fixtures().resolve("frames_1.h5"));
        List<byte[]> files = List.of(MINI_CBF, tiff, smv, hdf5, gz(MINI_CBF), bz2(MINI_CBF));
        List<ImageLink> links = List.of(
                packed("x", "", "", ""),
                link("x", "TIFF", 1),
                link("x", "SMV", 1),
                hdf5("x", "/entry/data/data", "2"),
                packed("x", "", "", "GZ"),
                packed("x", "", "", "BZ2"));
        Random random = new Random(20240611);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            int which = round % files.size();
            byte[] bytes = files.get(which).clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
            Files.write(folder.resolve("x"), Arrays.copyOf(bytes, length));
            try {
                assertThat(read(folder, links.get(which)).count()).isPositive();
            } catch (ImageUnreadable e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static Picture inStrips(int number, int bits, int format, ByteOrder order) {
        return Picture.strips(
                bits, format, strips(bits / 8, order, values(number)).toArray(byte[][]::new));
    }

    private static List<byte[]> strips(int size, ByteOrder order, int... values) {
        return List.of(
                plain(size, order, Arrays.copyOfRange(values, 0, 14)),
                plain(size, order, Arrays.copyOfRange(values, 14, 28)),
                plain(size, order, Arrays.copyOfRange(values, 28, 35)));
    }

    private Image read(byte[] file, String format, int frame) throws IOException {
        Files.write(folder.resolve("image"), file);
        return read(folder, link("image", format, frame));
    }

    private static Image read(Path folder, ImageLink link) {
        return new StoredImages().read(link, new LocalFolder(folder));
    }

    private void assertUnreadable(byte[] file, String format, int frame, String why) {
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(file, format, frame))
                .withMessageContaining(why);
    }

    private static void assertUnreadable(ImageLink link, String why) throws URISyntaxException {
        Path fixtures = fixtures();
        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> read(fixtures, link))
                .withMessageContaining(why);
    }

    private static Path fixtures() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(StoredImagesTest.class.getResource("/hdf5"))
                .toURI());
    }

    private static ImageLink link(String uri, String format, int frame) {
        return new ImageLink(
                uri,
                Optional.of(format),
                Optional.empty(),
                Optional.of(Integer.toString(frame)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ImageLink hdf5(String uri, String path, String frame) {
        return new ImageLink(
                uri,
                Optional.of("HDF5"),
                Optional.of(path),
                Optional.of(frame),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A CBF; empty words are those that are not there. */
    private static ImageLink packed(String uri, String archive, String member, String compression) {
        return new ImageLink(
                uri,
                Optional.of("CBF"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(archive).filter(word -> !word.isEmpty()),
                Optional.of(member).filter(word -> !word.isEmpty()),
                Optional.of(compression).filter(word -> !word.isEmpty()));
    }

    private static long[] longs(Image image) {
        return LongStream.range(0, image.count()).map(i -> image.value((int) i)).toArray();
    }

    private static long[] longs(int... values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static byte[] gz(byte... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bz2(byte... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new BZip2CompressorOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    /** Names and contents in turn. */
    private static byte[] zip(Object... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) members[i]));
                zip.write((byte[]) members[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] tar(Object... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < members.length; i += 2) {
                byte[] bytes = (byte[]) members[i + 1];
                TarArchiveEntry entry = new TarArchiveEntry((String) members[i]);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }
}
