package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadingConditionTest {

    private static final SourceTerm READING = SourceTerm.parse("minicbf:Oscillation_axis");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "IS, PHI, true",
                "IS, ' phi ', true",
                "IS, PHI.CW, false",
                "IS, -, false",
                "CONTAINS, X.CW PHI, true",
                "CONTAINS, X.CW, false",
                "CONTAINS, -, false",
                "PRESENT, X.CW, true",
                "PRESENT, -, false",
                "ABSENT, X.CW, false",
                "ABSENT, -, true"
            })
    void aConditionHoldsOrDoesNotWhateverTheReadingSays(
            ReadingCondition.Test test, @org.jspecify.annotations.Nullable String text, boolean holds) {
        var condition = new ReadingCondition(READING, test, List.of("Phi"));

        assertThat(condition.holds(term -> Optional.ofNullable(text).filter(said -> term.equals(READING))))
                .isEqualTo(holds);
    }
}
