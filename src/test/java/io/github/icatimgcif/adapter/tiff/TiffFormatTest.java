package io.github.icatimgcif.adapter.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TiffFormatTest {

    private final Path folder;

    TiffFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachIsRefusedByItsName() throws IOException {
        refused("II*\0", "TIFF images");
        refused("MM\0*", "TIFF images");
        refused("II*\0" + "\0".repeat(1024) + "MMX", "MAR or Rayonix CCD");
        refused("\u00d2\u0004\0\0" + " ".repeat(124) + "mar research", "MAR345");
        refused("FORMAT :        100", "Bruker");
        refused("R-AXIS IV", "R-AXIS");
    }

    @Test
    void anythingElseIsAbsent() throws IOException {
        Files.writeString(folder.resolve("x_1.tif"), "no image");

        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Absent.class,
                        absent -> assertThat(absent.lookedFor()).contains("a folder of 1 files"));
    }

    private void refused(String content, String name) throws IOException {
        Files.write(folder.resolve("x_1.tif"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read())
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .extracting(Finding::message)
                                .singleElement()
                                .asString()
                                .contains(name)
                                .contains("convert them to CBF"));
    }

    private RawReading read() {
        return new TiffFormat(new DataRoots(List.of(folder))).read(folder);
    }
}
