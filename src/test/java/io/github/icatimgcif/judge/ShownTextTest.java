package io.github.icatimgcif.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShownTextTest {

    @Test
    void eightyCharactersAreShownWhole() {
        assertThat(ShownText.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(ShownText.of("")).isEmpty();
    }

    @Test
    void ofMoreTheBeginningIsShown() {
        assertThat(ShownText.of("x".repeat(81))).isEqualTo("x".repeat(80) + "...");
    }

    /** Half a character would not be text. */
    @Test
    void aCharacterOfTwoUnitsIsNotSplit() {
        assertThat(ShownText.of("x".repeat(79) + "\uD83D\uDE00 and more")).isEqualTo("x".repeat(79) + "...");
    }
}
