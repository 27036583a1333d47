package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplingTest {

    @Test
    void aLongSeriesIsSampledAtItsEndsAndAroundItsGaps() {
        assertThat(Sampling.of(series(new Range(1, 1000), new Range(1005, 3600))))
                .contains(1, 1000, 1005, 3600)
                .doesNotContain(1001, 1002, 1003, 1004)
                .hasSize(Sampling.MOST);
    }

    @Test
    void aShortSeriesIsReadWhole() {
        assertThat(Sampling.of(series(new Range(5, 7)))).containsExactly(5, 6, 7);
    }

    @Test
    void aSeriesOfManyGapsIsReadWhole() {
        Range[] ranges = IntStream.range(0, 40)
                .mapToObj(i -> new Range(10 * i, 10 * i + 4))
                .toArray(Range[]::new);

        assertThat(Sampling.of(series(ranges))).hasSize(200);
    }

    private static NumberedSeries series(Range... ranges) {
        return new NumberedSeries("x_", 5, ".cbf", List.of(ranges));
    }
}
