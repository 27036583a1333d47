package io.github.icatimgcif.judge.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.adapter.cbf.CbfPixels;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameExportTest {

    @Test
    void theHeaderTellsOfTheFrameAlone() throws IOException {
        DataBlock written = read(exported("two_theta", 7, FirstPixel.CORNER, images(2463, 2527)));

        assertThat(values(written, "diffrn_scan", "frames")).containsExactly("1");
        assertThat(values(written, "diffrn_scan", "frame_id_start")).containsExactly("FRAME7");
        assertThat(values(written, "diffrn_scan_frame", "frame_id")).containsExactly("FRAME7");
        assertThat(values(written, "diffrn_scan_axis", "axis_id")).containsExactly("omega", "two_theta", "det_z");
        assertThat(values(written, "diffrn_scan_axis", "angle_start")).containsExactly("31.2", "20.0", ".");
        assertThat(values(written, "diffrn_scan_axis", "angle_range")).containsExactly("0.2", "0", ".");
        assertThat(values(written, "diffrn_scan_frame_axis", "displacement")).containsExactly(".", ".", "182.4375");
        assertThat(values(written, "array_structure", "encoding_type")).containsExactly("signed 32-bit integer");
        assertThat(values(written, "diffrn_radiation", "wavelength_id")).containsExactly("WAVELENGTH1");
        assertThat(values(written, "diffrn_radiation_wavelength", "wavelength")).containsExactly("0.976223");
        assertThat(written.category("array_data_external_data")).isEmpty();
    }

    @Test
    void thePixelsComeBack() throws IOException {
        byte[] file = exported("two_theta", 7, FirstPixel.CORNER, images(2463, 2527));

        Image image = CbfPixels.read(new ByteArrayInputStream(file), 1);

        assertThat(image.fast()).isEqualTo(2463);
        assertThat(image.slow()).isEqualTo(2527);
        assertThat(image.value(5, 0)).isEqualTo(65535);
        assertThat(image.value(2462, 2526)).isEqualTo((2463L * 2527 - 1) % 771);
    }

    @Test
    void indexZeroIsTheCornerOrTheCentre() throws IOException {
        DataBlock corner = read(exported("two_theta", 1, FirstPixel.CORNER, images(2463, 2527)));
        DataBlock centre = read(exported("two_theta", 1, FirstPixel.CENTRE, images(2463, 2527)));

        assertThat(values(corner, "array_structure_list_axis", "displacement")).containsExactly("0", "0");
        assertThat(values(centre, "array_structure_list_axis", "displacement")).containsExactly("0.086", "0.0855");
    }

    @Test
    void sectionsBecomeArraysOfTheirOwn() throws IOException {
        byte[] file = exported("shots_of_modules", 2, FirstPixel.CORNER, images(2463, 2526));
        DataBlock written = read(file);

        assertThat(values(written, "array_structure_list", "dimension"))
                .containsExactly("2463", "1263", "2463", "1263");
        assertThat(values(written, "diffrn_data_frame", "binary_id")).containsExactly("1", "2");
        Image second = CbfPixels.read(new ByteArrayInputStream(file), 2);
        assertThat(second.slow()).isEqualTo(1263);
        assertThat(second.value(0, 0)).isEqualTo(2463L * 1263 % 771);
    }

    @Test
    void theDateIsToldByTheScan() throws IOException {
        DataBlock written = read(exported("two_theta", 11, FirstPixel.CORNER, images(2463, 2527)));

        assertThat(values(written, "diffrn_scan_frame", "date")).containsExactly("2025-03-25T17:59:43.199+01:00");
    }

    @Test
    void aFrameThatIsNotThereIsRefused() throws IOException {
        FrameExport export = new FrameExport(golden("two_theta"), FirstPixel.CORNER);

        assertThatThrownBy(() -> export.frames("SCAN1", FrameNumbers.parse("11-14")))
                .isInstanceOf(NotStated.class)
                .hasMessage("no frame 13 in SCAN1, whose frames are 1 to 12");
    }

    @Test
    void oneOfSeveralScansMustBeNamed() throws IOException {
        assertThatThrownBy(() -> new FrameExport(golden("irregular"), FirstPixel.CORNER).onlyScan())
                .isInstanceOf(NotStated.class)
                .hasMessage("no choice among the scans SCAN1, SCAN2: name one of them");
    }

    @Test
    void anImageOfOtherDimensionsIsRefusedBeforeAnythingIsWritten() throws IOException {
        FrameExport export = new FrameExport(golden("two_theta"), FirstPixel.CORNER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> export.write(
                        export.frames("SCAN1", FrameNumbers.parse("1")).get(0), images(2527, 2463), nowhere(), out))
                .isInstanceOf(ImageUnreadable.class)
                .hasMessageContaining("2527 x 2463")
                .hasMessageContaining("[2463, 2527]");
        assertThat(out.size()).isZero();
    }

    private static byte[] exported(String golden, int number, FirstPixel firstPixel, Images images) throws IOException {
        FrameExport export = new FrameExport(golden(golden), firstPixel);
        List<ExportFrame> frames = export.frames(export.onlyScan(), FrameNumbers.parse(String.valueOf(number)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(frames.get(0), images, nowhere(), out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith(FrameExport.MAGIC + "\n");
        return out.toByteArray();
    }

    private static LocalFolder nowhere() {
        return new LocalFolder(Path.of("nowhere"));
    }

    /** Each value tells its place; the sixth is the mark of EIGER detectors. */
    private static Images images(int fast, int slow) {
        int[] values = new int[fast * slow];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 5 ? 65535 : i % 771;
        }
        return (link, stored) -> new Image(ElementType.UNSIGNED_16, fast, slow, values);
    }

    private static DataBlock read(byte[] file) throws IOException {
        return new CifReader().read(new ByteArrayInputStream(file)).get(0);
    }

    private static List<String> values(DataBlock block, String category, String object) {
        return Table.of(block, category).rows().stream()
                .map(row -> row.text(object).orElse("."))
                .toList();
    }

    private static DataBlock golden(String name) throws IOException {
        Path file = Path.of("src/test/resources/golden", name, "expected.cif");
        try (InputStream in = Files.newInputStream(file)) {
            return new CifReader().read(in).get(0);
        }
    }
}
