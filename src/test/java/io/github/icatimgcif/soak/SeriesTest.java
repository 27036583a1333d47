package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of a row of looks. */
final class SeriesTest {

    @Test
    void theSlopeIsWhatMostPairsSayWhateverOneOutlierDoes() {
        Series series = new Series(
                "handles",
                List.of(at(0, 100), at(10, 102), at(20, 104), at(30, 9_000), at(40, 108), at(50, 110), at(60, 112)));

        assertThat(series.slope()).isEqualTo(0.02);
    }

    @Test
    void aWindowIsSummedUpByItsMedianAndTheRestThatIsNoWholeWindowIsLeftOut() {
        Series series = new Series(
                "handles", List.of(at(0, 1), at(10, 7), at(20, 3), at(30, 11), at(40, 13), at(50, 90), at(60, 5)));

        assertThat(series.medians(0, 30).points())
                .containsExactly(new Series.Point(15, 100, 3), new Series.Point(45, 400, 13));
    }

    @Test
    void windowsBeginWhereTheyAreToldTo() {
        Series series = new Series("handles", List.of(at(0, 1), at(10, 7), at(20, 3), at(30, 11)));

        assertThat(series.medians(10, 20).points()).containsExactly(new Series.Point(20, 150, 5));
    }

    @Test
    void aWindowInWhichNothingWasSeenIsLeftOut() {
        Series series = new Series("handles", List.of(at(0, 1), at(10, 2), at(60, 3), at(79, 4)));

        assertThat(series.medians(0, 20).points())
                .extracting(Series.Point::value)
                .containsExactly(1.5, 3.5);
    }

    @Test
    void halvesOfAnOddNumberShareTheOneInTheMiddle() {
        Series series = new Series(
                "handles", IntStream.range(0, 5).mapToObj(i -> at(10 * i, i)).toList());

        assertThat(series.firstHalf().points()).extracting(Series.Point::value).containsExactly(0.0, 1.0, 2.0);
        assertThat(series.lastHalf().points()).extracting(Series.Point::value).containsExactly(2.0, 3.0, 4.0);
    }

    @Test
    void aSlopeTakesTwoLooksWithDatasetsBetweenThem() {
        assertThat(new Series("handles", List.of()).slope()).isZero();
        assertThat(new Series("handles", List.of(new Series.Point(0, 50, 1), new Series.Point(10, 50, 9))).slope())
                .isZero();
    }

    /** Ten datasets a second. */
    private static Series.Point at(double seconds, double value) {
        return new Series.Point(seconds, 10 * seconds, value);
    }
}
