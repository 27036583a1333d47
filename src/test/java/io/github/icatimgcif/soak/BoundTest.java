package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour of a service that leaks is told from one that does not: made-up series, with what every run has of ups and downs. */
final class BoundTest {

    /** As SoakIT has it for handles, threads and connections. */
    private static final Bound HANDLES = new Bound(0.002, 10);

    private static final Bound BYTES = new Bound(100, 1_000_000);

    private static final double ROUND = 300;
    private static final double WARM = 1200;
    private static final double RATE = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aHandleForgottenInAHundredDatasetsIsTooMuch(long seed) {
        // Of ten datasets a second this service does five.
        Series leaking = anHour("two handles", seed, datasets -> 180 + datasets / 2 / 100);

        assertThat(HANDLES.brokenBy(leaking))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("two handles grows by 0.00")
                        .contains("0.002000 for a dataset is allowed"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void upsAndDownsOfEachRoundAreNoGrowth(long seed) {
        assertThat(HANDLES.brokenBy(anHour("two handles", seed, datasets -> 180)))
                .isEmpty();
    }

    @Test
    void aPoolThatIsFilledOnceIsNoLeak() {
        Series filled = anHour("two threads", 7, datasets -> datasets < 20_000 ? 80 : 120);

        assertThat(HANDLES.brokenBy(filled)).isEmpty();
    }

    @Test
    void whatBecomesLessIsNoLeak() {
        assertThat(HANDLES.brokenBy(anHour("two threads", 7, datasets -> 900 - datasets / 100)))
                .isEmpty();
    }

    @Test
    void growthThatIsLessThanWhatItMovesByAnywayIsNoLeak() {
        Series few = new Series(
                "two handles",
                anHour("two handles", 7, datasets -> 180 + datasets / 200).points().stream()
                        .map(point -> new Series.Point(point.seconds(), point.datasets() / 100, point.value()))
                        .limit(6)
                        .toList());

        assertThat(new Bound(0.002, 1_000).brokenBy(few)).isEmpty();
        assertThat(new Bound(0.002, 10).brokenBy(few)).isPresent();
    }

    @Test
    void twentyKilobytesForgottenInAHundredDatasetsAreTooMuch() {
        Series leaking = anHour("two live bytes", 7, datasets -> 60e6 + 25_000 * datasets / 2 / 100);

        assertThat(BYTES.brokenBy(leaking)).isPresent();
    }

    @Test
    void aHeapThatMovesByHalfAMegabyteIsNoLeak() {
        Series moving = anHour("two live bytes", 7, datasets -> 60e6 + 5e5 * Math.sin(datasets / 1700));

        assertThat(BYTES.brokenBy(moving)).isEmpty();
    }

    @Test
    void fewRoundsAreNotJudged() {
        Series few = new Series(
                "two handles",
                anHour("two handles", 7, datasets -> 180).points().subList(0, 5));

        assertThatThrownBy(() -> HANDLES.brokenBy(few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two handles: 5 windows cannot tell growth, it takes 6");
    }

    /** The medians of the rounds of an hour, in which each round has its peak and every look its chance. */
    private static Series anHour(String name, long seed, DoubleUnaryOperator held) {
        Random chance = new Random(seed);
        List<Series.Point> points = new ArrayList<>();
        for (double seconds = 0; seconds <= 3600; seconds += 10) {
            double datasets = RATE * seconds;
            double inRound = seconds % ROUND;
            double peak = inRound > 60 && inRound < 90 ? 40 : 0;
            points.add(new Series.Point(
                    seconds, datasets, held.applyAsDouble(datasets) + peak + 6 * (chance.nextDouble() - 0.5)));
        }
        return new Series(name, points).medians(WARM, ROUND);
    }
}
