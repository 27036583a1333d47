package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.conversion.DataRoots;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedImagesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    private final Findings findings = new Findings();

    @Test
    void imagesThatMovedWithTheirMasterAreFound() throws IOException {
        tiff("pil/00003.tif");
        tiff("pil/00004.tif");

        ImageData images = of("/dls/i16/data/pil/00003.tif", "/dls/i16/data/pil/00004.tif");

        assertThat(images.sizes()).containsExactly(487, 195);
        assertThat(images.frames().count()).isEqualTo(2);
        assertThat(images.frames().runs()).hasSize(1);
    }

    @Test
    void imagesMissingAtTheEndAreTold() throws IOException {
        tiff("00001.tif");

        assertThat(of("00001.tif", "00002.tif", "00003.tif").frames().count()).isEqualTo(1);
        assertThat(findings.all().get(0).message())
                .contains("2 of the 3 images that are named are not there, the first is 00002.tif");
    }

    @Test
    void imagesMissingBeforeOthersAreRefused() throws IOException {
        tiff("00001.tif");
        tiff("00003.tif");

        refused("image 00002.tif is not there while later ones are", "00001.tif", "00002.tif", "00003.tif");
    }

    @Test
    void anEmptyListAndAListOfNothingAreRefused() {
        refused("lists no image");
        refused("none of the 2 images that are named is there, the first is 1.tif", "1.tif", "2.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00001.edf", "/etc/passwd", "00001.tif.exe"})
    void whatIsNoTiffByNameIsRefused(String name) {
        refused("is named as an image and is no TIFF file", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.tif", "/etc/../etc/x.tif", "a\0b.tif", "../../../../../../../../tmp/x.tif"})
    void namesThatLeadOutAreNotFollowed(String name) {
        refused("none of the 1 images", name);
    }

    @Test
    void aTextCalledTiffIsRefused() throws IOException {
        Files.writeString(folder.resolve("00001.tif"), "no image");

        refused("is no TIFF file with an image", "00001.tif");
    }

    @Test
    void aDirectoryOfTagsBeyondTheEndIsRefused() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(-1);
        Files.write(folder.resolve("00001.tif"), head.array());

        refused("is no TIFF file with an image", "00001.tif");
    }

    private ImageData of(String... names) {
        return new NamedImages(folder.resolve("x.nxs"), new DataRoots(List.of(folder)), findings)
                .of("/entry/data/image_data", List.of(names));
    }

    private void refused(String message, String... names) {
        assertThatExceptionOfType(NotUsable.class).isThrownBy(() -> of(names)).withMessageContaining(message);
    }

    /** 487 x 195 pixels of 32 bits; no pixels. */
    private void tiff(String name) throws IOException {
        int[][] tags = {{256, 487}, {257, 195}, {258, 32}};
        ByteBuffer head = ByteBuffer.allocate(10 + tags.length * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            head.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, head.array());
    }
}
