package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A database that grows with its datasets is told from one that grows faster. */
final class LinearTest {

    private static final Linear LINEAR = new Linear(1.25);

    @Test
    void soMuchForEachDatasetIsAsExpected() {
        assertThat(LINEAR.brokenBy(size(datasets -> 9e6 + 21_000 * datasets))).isEmpty();
    }

    @Test
    void theSquareOfTheDatasetsIsTooMuch() {
        assertThat(LINEAR.brokenBy(size(datasets -> 9e6 + datasets * datasets)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("database bytes grows faster and faster: by"));
    }

    @Test
    void whatGrowsLessAndLessIsFine() {
        assertThat(LINEAR.brokenBy(size(datasets -> 9e6 + 1e6 * Math.sqrt(datasets))))
                .isEmpty();
    }

    private static Series size(DoubleUnaryOperator bytes) {
        return new Series(
                "database bytes",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(
                                round -> new Series.Point(300 * round, 3000 * round, bytes.applyAsDouble(3000 * round)))
                        .toList());
    }
}
