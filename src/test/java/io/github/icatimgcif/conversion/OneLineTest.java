package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {

    @Test
    void nobodyWritesLinesOfHisOwn() {
        assertThat(OneLine.of("run_07\r\n2026-01-01 INFO done\u0085\u2028\u2029x"))
                .isEqualTo("run_07  2026-01-01 INFO done   x");
    }

    @Test
    void whatSteersATerminalOrTurnsTheWritingIsTakenOut() {
        assertThat(OneLine.of("\u001B[2J\u202Egnp.exe\u2066")).isEqualTo(" [2J gnp.exe ");
    }

    @Test
    void allElseStays() {
        assertThat(OneLine.of("/data/visitor/mx2463/Jürgen 試料")).isEqualTo("/data/visitor/mx2463/Jürgen 試料");
    }
}
