package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import io.github.icatimgcif.conversion.DataRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NumberedSeriesTest {

    @Test
    void numbersAreThoseOfTheNamesAndGapsAreListed() {
        List<NumberedSeries> series = NumberedSeries.of(
                List.of("th1_0011.cbf", "th1_0005.cbf", "th1_0007.cbf", "th1_0006.cbf", "th1_0009.cbf"));

        assertThat(series)
                .containsExactly(new NumberedSeries(
                        "th1_", 4, ".cbf", List.of(new Range(5, 7), new Range(9, 9), new Range(11, 11))));
        assertThat(series.get(0).gaps()).containsExactly(new Range(8, 8), new Range(10, 10));
        assertThat(series.get(0).count()).isEqualTo(5);
    }

    @Test
    void theThousandthFollowsWithoutZeros() {
        List<NumberedSeries> series = NumberedSeries.of(List.of("x_999.img", "x_1000.img", "x_001.img"));

        assertThat(series)
                .containsExactly(new NumberedSeries("x_", 3, ".img", List.of(new Range(1, 1), new Range(999, 1000))));
        assertThat(series.get(0).name(1000)).isEqualTo("x_1000.img");
        assertThat(series.get(0).name(2)).isEqualTo("x_002.img");
    }

    @Test
    void namesWithoutZerosAreOneSeries() {
        assertThat(NumberedSeries.of(List.of("x_10.tif", "x_9.tif", "x_11.tif")))
                .containsExactly(new NumberedSeries("x_", 1, ".tif", List.of(new Range(9, 11))));
    }

    @Test
    void otherZerosAreAnotherSeries() {
        assertThat(NumberedSeries.of(List.of("x_01.tif", "x_0001.tif", "x_1.tif", "x_12.tif")))
                .extracting(NumberedSeries::template)
                .containsExactlyInAnyOrder("x_#.tif", "x_##.tif", "x_####.tif");
    }

    @Test
    void wedgesAreSeriesOfTheirOwn() {
        List<NumberedSeries> series = NumberedSeries.of(
                List.of("w_10_0002.cbf", "w_2_0001.cbf", "w_10_0001.cbf", "w_2_0002.cbf", "w_2_0003.cbf"));

        assertThat(series).extracting(NumberedSeries::template).containsExactly("w_2_####.cbf", "w_10_####.cbf");
        assertThat(series).extracting(NumberedSeries::count).containsExactly(3, 2);
    }

    @Test
    void theNumberThatDiffersCounts() {
        assertThat(NumberedSeries.of(List.of("img_0007_12keV.mar2300", "img_0008_12keV.mar2300")))
                .containsExactly(new NumberedSeries("img_", 4, "_12keV.mar2300", List.of(new Range(7, 8))));
    }

    @Test
    void anEarlierNumberWithZerosCountsBeforeALaterOneWithout() {
        assertThat(NumberedSeries.of(
                        List.of("f_0001_run_1.img", "f_0002_run_1.img", "f_0001_run_2.img", "f_0002_run_2.img")))
                .extracting(NumberedSeries::template)
                .containsExactly("f_####_run_1.img", "f_####_run_2.img");
    }

    @Test
    void aLoneFileIsASeriesOfOne() {
        assertThat(NumberedSeries.of(List.of("x_2_0042.cbf.bz2", "still.img", "lyso.0007")))
                .containsExactly(
                        new NumberedSeries("lyso.", 4, "", List.of(new Range(7, 7))),
                        new NumberedSeries("still.img", 0, "", List.of(new Range(0, 0))),
                        new NumberedSeries("x_2_", 4, ".cbf.bz2", List.of(new Range(42, 42))));
        assertThat(NumberedSeries.of(List.of("still.img")).get(0).name(0)).isEqualTo("still.img");
    }

    @Test
    void timesAreNoFrameNumbers() {
        assertThat(NumberedSeries.of(List.of("x_01_20240611101112.tif", "x_02_20240611101112.tif")))
                .containsExactly(new NumberedSeries("x_", 2, "_20240611101112.tif", List.of(new Range(1, 2))));
    }

    @Test
    void aHundredThousandNamesAreOneRange() {
        List<String> names = IntStream.rangeClosed(1, 100_000)
                .mapToObj(i -> String.format("scan_1_%06d.cbf", i))
                .toList();

        assertThat(NumberedSeries.of(names))
                .containsExactly(new NumberedSeries("scan_1_", 6, ".cbf", List.of(new Range(1, 100_000))));
    }

    @Test
    void moreSeriesThanADatasetHasAreRefused(@TempDir Path folder) throws IOException {
        for (String name : List.of("a_1.cbf", "a_2.cbf", "b_1.cbf")) {
            Files.writeString(folder.resolve(name), "");
        }
        RawFiles files = RawFiles.at(folder, new DataRoots(List.of(folder)));

        assertThat(NumberedSeries.of(files, new Limits(10, 10, 10, 10, 2, 1000)))
                .hasSize(2);
        assertThatThrownBy(() -> NumberedSeries.of(files, new Limits(10, 10, 10, 10, 1, 1000)))
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("more than 1 series");
    }
}
