package io.github.icatimgcif.judge.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameNumbersTest {

    @Test
    void rangesAreSortedAndJoined() {
        FrameNumbers numbers = FrameNumbers.parse("9-12, 1,5,10-14,2");

        assertThat(numbers).hasToString("1-2,5,9-14");
        assertThat(numbers.count()).isEqualTo(9);
        assertThat(numbers.contains(13)).isTrue();
        assertThat(numbers.contains(6)).isFalse();
        assertThat(numbers.lastOnly()).hasToString("14");
    }

    @Test
    void piecesAreOfAThousandAtMost() {
        assertThat(FrameNumbers.parse("7,101-2250").pieces())
                .map(FrameNumbers::toString)
                .containsExactly("7", "101-1100", "1101-2100", "2101-2250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "4-", "1,,2", "a", "1-2-3", "9999999999", "5-3"})
    void whatNamesNoFrameIsRefused(String text) {
        assertThatThrownBy(() -> FrameNumbers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counted from 1");
    }
}
