package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderSurveyTest {

    private static final int MOST = HeaderSurvey.MOST_HEADERS;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, MOST - 1, MOST})
    void ofASeriesThatIsNotTooLongAllHeadersAreRead(int count) {
        assertThat(HeaderSurvey.samples(series(new Range(1, count)))).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 5_000, 2 * MOST - 1, 2 * MOST, 2 * MOST + 1, 100_000})
    void ofALongerOneTheFirstAndTheLastAreReadAndNoMoreThanTheMost(int count) {
        List<Integer> samples = HeaderSurvey.samples(series(new Range(1, count)));

        assertThat(samples).startsWith(1).endsWith(count).doesNotHaveDuplicates();
        assertThat(samples).hasSizeBetween(MOST / 2, MOST);
    }

    @Test
    void whatStandsBesideAGapIsReadToo() {
        assertThat(HeaderSurvey.samples(series(new Range(1, 4_002), new Range(4_010, 9_000))))
                .contains(1, 4_002, 4_010, 9_000)
                .hasSizeLessThan(MOST);
    }

    private static NumberedSeries series(Range... ranges) {
        return new NumberedSeries("x_", 5, ".img", List.of(ranges));
    }
}
