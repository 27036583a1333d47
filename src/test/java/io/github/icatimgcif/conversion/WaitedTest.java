package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WaitedTest {

    private static final Instant ANNOUNCED = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void eachCauseIsCountedByItself() {
        Waited waited = Waited.NOT_YET
                .andFor(WaitsFor.CATALOGUE_ENTRY, at(1))
                .andFor(WaitsFor.DATA, at(3))
                .andFor(WaitsFor.DATA, at(7));

        assertThat(waited.triesFor(WaitsFor.CATALOGUE_ENTRY)).isEqualTo(1);
        assertThat(waited.triesFor(WaitsFor.DATA)).isEqualTo(2);
        assertThat(waited.triesFor(WaitsFor.TAPE)).isZero();
    }

    @Test
    void anOutageNeitherGrowsTheBackOffOfTheDatasetNorUsesItsTime() {
        Waited during = Waited.NOT_YET
                .andFor(WaitsFor.DATA, at(2))
                .andFor(WaitsFor.CATALOGUE, at(10))
                .andFor(WaitsFor.CATALOGUE, at(300));
        assertThat(during.triesFor(WaitsFor.DATA)).isEqualTo(1);
        assertThat(during.triesFor(WaitsFor.CATALOGUE)).isEqualTo(2);
        assertThat(during.countedSince(ANNOUNCED, at(610))).isEqualTo(Duration.ofMinutes(10));

        Waited after = during.andFor(WaitsFor.DATA, at(610));

        assertThat(after.triesFor(WaitsFor.DATA)).isEqualTo(2);
        assertThat(after.triesFor(WaitsFor.CATALOGUE)).isZero();
        assertThat(after.countedSince(ANNOUNCED, at(615))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aClockThatWasSetBackMakesNoTimeNegative() {
        Waited outage = Waited.NOT_YET.andFor(WaitsFor.STORAGE, at(60));

        assertThat(outage.countedSince(ANNOUNCED, at(-90))).isZero();
        assertThat(outage.andFor(WaitsFor.DATA, at(30)).outages()).isZero();
        assertThat(new Patience(Duration.ofMinutes(-7), Map.of(WaitsFor.DATA, Duration.ofMinutes(1))).waited())
                .isZero();
    }

    @Test
    void patienceLastsUntilTheDeadlineOfEachThing() {
        Patience patience = new Patience(
                Duration.ofMinutes(61),
                Map.of(WaitsFor.DATA, Duration.ofHours(24), WaitsFor.END_OF_WRITING, Duration.ofHours(1)));

        assertThat(patience.lastsFor(WaitsFor.DATA)).isTrue();
        assertThat(patience.lastsFor(WaitsFor.END_OF_WRITING)).isFalse();
        assertThat(Patience.NONE.lastsFor(WaitsFor.DATA)).isFalse();
    }

    @Test
    void nothingIsGivenUpThatWasHardlyLookedForUnlessItIsNotWaitedForAtAll() {
        Patience patience = new Patience(
                Duration.ofHours(25),
                Map.of(
                        WaitsFor.DATA, Duration.ofHours(24),
                        WaitsFor.TAPE, Duration.ofHours(24),
                        WaitsFor.END_OF_WRITING, Duration.ZERO),
                Map.of(WaitsFor.DATA, 3, WaitsFor.TAPE, 4, WaitsFor.END_OF_WRITING, 0));

        assertThat(patience.lastsFor(WaitsFor.DATA)).isTrue();
        assertThat(patience.lastsFor(WaitsFor.TAPE)).isFalse();
        assertThat(patience.lastsFor(WaitsFor.END_OF_WRITING)).isFalse();
    }

    private static Instant at(int minutes) {
        return ANNOUNCED.plus(Duration.ofMinutes(minutes));
    }
}
