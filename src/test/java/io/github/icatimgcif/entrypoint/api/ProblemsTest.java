package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.WaitsFor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "CATALOGUE, cannot reach the catalogue",
        "ARCHIVE, cannot reach the archive",
        "STORAGE, cannot read the raw data now",
        "PERMISSION, may not read the raw data",
        "SURROUNDINGS, cannot reach its database"
    })
    void whoAsksIsToldWhatIsAway(WaitsFor what, String said) {
        assertThat(Problems.whyNotNow(what)).startsWith("the service " + said);
    }
}
