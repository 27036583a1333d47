package io.github.icatimgcif.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionTest {

    @Test
    void aProposalIsSelectedWithoutRegardToCaseAndNoOtherOne() {
        Selection selection = Chosen.proposal("MX2405");

        assertThat(selection.selects(Chosen.candidate("mx2405", "/data/visitor/mx2405/id30b/20240611/RAW_DATA/a")))
                .isTrue();
        assertThat(selection.selects(Chosen.candidate("mx24051", "/data/visitor/mx24051/id30b/20240611/RAW_DATA/a")))
                .isFalse();
    }

    @Test
    void aSessionIsAVisitOrAFolderOnTheWayToTheData() {
        Candidate candidate = Chosen.candidate("mx2405", "/data/visitor/mx2405/id30b/20240611/RAW_DATA/a");

        assertThat(Chosen.session("id30B").selects(candidate)).isTrue();
        assertThat(Chosen.session("20240611").selects(candidate)).isTrue();
        assertThat(Chosen.session("2024061").selects(candidate)).isFalse();
    }

    @Test
    void aBeamlineIsKnownByItsLettersAndDigits() {
        assertThat(Selection.isSameBeamline("ID30A-1", "id30a1")).isTrue();
        assertThat(Selection.isSameBeamline("ID30A-1", "ID30A-3")).isFalse();
    }

    @Test
    void daysAreInclusiveAndADatasetWithoutOneIsNotWithin() {
        Selection selection = new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse("2024-06-11")),
                Optional.of(LocalDate.parse("2024-06-12")),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of());

        assertThat(selection.selects(Chosen.on("2024-06-10"))).isFalse();
        assertThat(selection.selects(Chosen.on("2024-06-11"))).isTrue();
        assertThat(selection.selects(Chosen.on("2024-06-12"))).isTrue();
        assertThat(selection.selects(Chosen.on("2024-06-13"))).isFalse();
        assertThat(selection.selects(Chosen.candidate("mx2405", "/data/a"))).isFalse();
    }

    @Test
    void everythingIsNoSelection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selection(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Set.of()))
                .withMessageContaining("nothing is selected: give a proposal");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/mx2405/**, /data/mx2405/id30b/run_01, true",
        "/data/mx2405/**/run_0?, /data/mx2405/id30b/20240611/run_07, true",
        "/data/mx2405/**/run_0?, /data/mx2405/id30b/20240611/run_17, false",
        "/data/mx2405/*, /data/mx2405/id30b/run_01, false",
        "/data/*/run_*, /data/mx2405/run_01, true",
        "/data/mx2405, /data/mx2405, true",
        "/data/mx2405, /data/mx24050, false",
        "/data/?x2405, /data//x2405, false"
    })
    void aPatternMatchesWithinFoldersOrAcrossThem(String glob, String location, boolean matches) {
        assertThat(new PathGlob(glob).matches(location)).isEqualTo(matches);
    }

    @Test
    void noPatternTakesLong() {
        PathGlob hostile = new PathGlob("/" + "*a".repeat(400) + "b");

        assertThat(hostile.matches("/" + "a".repeat(4000))).isFalse();
    }

    @Test
    void theSlowestOfThroughputAndRateDecidesHowLongItTakes() {
        BacklogOrder order = Chosen.order(Duplicate.SKIP, 4, Optional.of(60));
        Optional<Duration> measured = Optional.of(Duration.ofMillis(600));

        assertThat(Estimate.of(600, order, measured, 0, Duration.ofMillis(200))).contains(Duration.ofMinutes(10));
        assertThat(Estimate.of(
                        600, Chosen.order(Duplicate.SKIP, 4, Optional.empty()), measured, 0, Duration.ofMillis(200)))
                .contains(Duration.ofMinutes(2));
        assertThat(Estimate.of(600, order, measured, 300, Duration.ZERO)).contains(Duration.ofMinutes(2));
        assertThat(Estimate.of(600, order, Optional.empty(), 0, Duration.ZERO)).isEmpty();
    }
}
