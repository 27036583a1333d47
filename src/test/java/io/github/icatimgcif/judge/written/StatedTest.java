package io.github.icatimgcif.judge.written;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.cif.CifValue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatedTest {

    @Test
    void whatIsNotStatedIsToldWithItsRow() {
        var row = new Table.Row(7, List.of("id", "vector[3]"), List.of(CifValue.text("omega"), CifValue.UNKNOWN));

        assertThatThrownBy(() -> Stated.number(row, "vector[3]")).hasMessage(".vector[3] of row 7 is not known");
    }
}
