package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.shared.SharedFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FramePixelsTest {

    @ParameterizedTest
    @CsvSource({
        "lz4_u2, 61, 103, 1",
        "lz4_u4, 61, 103, 1",
        "zstd_u2, 61, 103, 1",
        "zstd_u4, 61, 103, 1",
        "tiny, 1, 5, 1",
        "one_chunk, 61, 103, 0",
        "growing, 61, 103, 2",
        "growing_twice, 8, 9, 1",
        "left_plain, 61, 103, 0",
        "left_plain, 61, 103, 1",
        "contiguous, 20, 31, 2",
        "gzip, 20, 31, 2",
        "big_endian, 20, 31, 1",
        "implicit, 20, 31, 2",
        "first_only, 20, 31, 0"
    })
    void everyPixelOfAFrameIsRight(String name, int rows, int columns, int frame) {
        for (String file : List.of("filters_earliest.h5", "filters_v110.h5")) {
            try (Hdf5File opened = Fixtures.open(file)) {
                assertThat(Fixtures.dataset(opened, "/" + name).frame(frame)).isEqualTo(pixels(frame, rows, columns));
            }
        }
    }

    @Test
    void pixelsOfEightBitsAndWithASignAreRight() {
        try (Hdf5File file = Fixtures.open("filters_v110.h5")) {
            int[] bytes =
                    Arrays.stream(pixels(1, 61, 103)).map(pixel -> pixel & 0xFF).toArray();
            int[] signed =
                    Arrays.stream(pixels(0, 20, 31)).map(pixel -> pixel - 100).toArray();

            assertThat(Fixtures.dataset(file, "/lz4_u1").frame(1)).isEqualTo(bytes);
            assertThat(Fixtures.dataset(file, "/signed").frame(0)).isEqualTo(signed);
        }
    }

    @Test
    void aFrameThatWasNeverWrittenHasTheFillValue() {
        try (Hdf5File file = Fixtures.open("filters_v110.h5")) {
            assertThat(Fixtures.dataset(file, "/first_only").frame(2))
                    .hasSize(620)
                    .containsOnly(65535);
        }
    }

    @Test
    void aFrameThatIsNotThereIsRefused() {
        try (Hdf5File file = Fixtures.open("filters_v110.h5")) {
            Hdf5Dataset data = Fixtures.dataset(file, "/gzip");

            assertThatExceptionOfType(Hdf5Unreadable.class)
                    .isThrownBy(() -> data.frame(3))
                    .withMessageContaining("no frame [3]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bslz4_data_000001.h5", "bslz4_data_000002.h5", "lz4_data_000001.h5", "lz4_data_000002.h5"})
    void framesOfARealDetectorHaveTheCountsThatH5pyFinds(String name) {
        Path folder = SharedFolder.at("data/raw/eiger_pixels");
        Path path = folder.resolve("eiger1_testmode10_2datafiles_4images_" + name);
        try (Hdf5File file = Hdf5File.open(path, new DataRoots(List.of(folder)))) {
            assertThat(Fixtures.dataset(file, "/entry/data/data").shape()).containsExactly(2, 1065, 1030);
            for (int frame = 0; frame < 2; frame++) {
                int[] pixels = Fixtures.dataset(file, "/entry/data/data").frame(frame);

                LongSummaryStatistics counts =
                        Arrays.stream(pixels).asLongStream().summaryStatistics();
                assertThat(counts.getCount()).isEqualTo(1096950);
                assertThat(counts.getSum()).isEqualTo(2511479273L);
                assertThat(counts.getMin()).isZero();
                assertThat(counts.getMax()).isEqualTo(65535);
            }
        }
    }

    private static int[] pixels(int frame, int rows, int columns) {
        int[] pixels = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                pixels[row * columns + column] = (1000 * frame + 17 * row + 3 * column) % 4096;
            }
        }
        return pixels;
    }
}
