package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.cbf.FullCbfImages.Image;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.cif.CifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FullCbfImagesTest {

    private static final String NAMES =
            "loop_\n_diffrn_data_frame.id\n_diffrn_data_frame.array_id\n_diffrn_data_frame.binary_id\n";

    @Test
    void aFrameOfTwoArraysBeginsWithTheOneThatIsStoredFirst() throws IOException {
        FullCbfImages images = FullCbfImages.of(
                header(NAMES + "F1 A 3\nF1 B 1\nF2 A 7\nF2 B 5\n"),
                List.of(frame("F1"), frame("F2")),
                List.of(new Image("B", 1), new Image("A", 3), new Image("B", 5), new Image("A", 7)));

        assertThat(images.arrays()).containsExactly("B", "A");
        assertThat(images.first()).containsExactly(0, 2);
    }

    @Test
    void aFileThatNamesNoFramesIsItsFirstImage() throws IOException {
        FullCbfImages images =
                FullCbfImages.of(header("_diffrn.id 1\n"), List.of(frame("")), List.of(new Image("A", 4)));

        assertThat(images).isEqualTo(new FullCbfImages(List.of("A"), List.of(0)));
    }

    @Test
    void framesWithTheirArraysInDifferentOrdersAreRefused() throws IOException {
        FullCbfHeader header = header(NAMES + "F1 A 1\nF1 B 2\nF2 B 3\nF2 A 4\n");
        List<Image> stored = List.of(new Image("A", 1), new Image("B", 2), new Image("B", 3), new Image("A", 4));

        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> FullCbfImages.of(header, List.of(frame("F1"), frame("F2")), stored))
                .withMessageContaining("in one order");
    }

    @Test
    void aFileWithoutPixelsIsRefused() throws IOException {
        for (String rows : List.of("? A 1\n? A 2\n", "F1 A 1\nF1 B 2\n")) {
            FullCbfHeader header = header(NAMES + rows);

            assertThatExceptionOfType(NotUsable.class)
                    .isThrownBy(() -> FullCbfImages.of(header, List.of(frame("F1")), List.of()))
                    .withMessageContaining("looked for");
        }
    }

    private static FullCbfFrame frame(String id) {
        return new FullCbfFrame(id, "SCAN", 1, Map.of(), Map.of());
    }

    private static FullCbfHeader header(String rows) throws IOException {
        String text = "data_x\n" + rows;
        return new FullCbfHeader(
                "x.cbf",
                new CifReader()
                        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                        .get(0),
                text);
    }
}
