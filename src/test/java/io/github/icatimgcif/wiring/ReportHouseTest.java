package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.knowledge.OnlyFilesOf;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.LocalFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportHouseTest {

    private final Path folder;

    ReportHouseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anImageThatIsPackedIsUnpackedNoFurtherThanTheSettingSays() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.cbf.gz")))) {
            out.write("###CBF: VERSION 1.5\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_048_576]);
        }
        ServiceConfig config = Settings.of(Map.of("imgcif.facility", "esrf", "imgcif.checks.largest-image", "1M"));
        Images images = new ReportHouse()
                .datasetEvidence(new FacilityHouse().facility(OnlyFilesOf.folder(Path.of("config")), config), config)
                .images()
                .orElseThrow();

        assertThatExceptionOfType(ImageUnreadable.class)
                .isThrownBy(() -> images.read(packed(), new LocalFolder(folder)))
                .withMessageContaining("more than 1048576 bytes, unpacked");
    }

    private static ImageLink packed() {
        return new ImageLink(
                "a.cbf.gz",
                Optional.of("CBF"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("GZ"));
    }
}
