package io.github.icatimgcif.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When which trouble comes. */
final class TroubleScheduleTest {

    @Test
    void anHourHasTwelveRoundsOfFiveMinutes() {
        TroubleSchedule hour = TroubleSchedule.of(Duration.ofHours(1));

        assertThat(hour.rounds()).isEqualTo(12);
        assertThat(hour.round()).isCloseTo(Duration.ofMinutes(5), Duration.ofMillis(100));
    }

    @Test
    void aShortRunHasEveryTroubleOnce() {
        TroubleSchedule two = TroubleSchedule.of(Duration.ofMinutes(2));

        assertThat(two.turns())
                .extracting(TroubleSchedule.Turn::trouble)
                .containsExactlyElementsOf(EnumSet.allOf(Trouble.class));
        assertThat(two.turns().get(two.turns().size() - 1).at().plus(two.slot()))
                .isLessThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aTroubleComesAtTheSameTimeOfEveryRound() {
        TroubleSchedule hour = TroubleSchedule.of(Duration.ofHours(1));

        assertThat(hour.turns())
                .filteredOn(turn -> turn.trouble() == Trouble.ICAT_REFUSING)
                .hasSize(12)
                .extracting(turn -> turn.at().minus(hour.round().multipliedBy(turn.round())))
                .containsOnly(hour.slot());
    }

    @Test
    void theElderDiesEarlyOnlyAndIsWarmBeforeItIsLookedAt() {
        TroubleSchedule hour = TroubleSchedule.of(Duration.ofHours(1));
        List<TroubleSchedule.Turn> deaths = hour.turns().stream()
                .filter(turn -> turn.trouble().endsTheElder())
                .collect(Collectors.toList());

        assertThat(deaths).extracting(TroubleSchedule.Turn::round).containsExactly(0, 1, 2);
        assertThat(hour.elderIsWarm()).isEqualTo(hour.round().multipliedBy(4));
        assertThat(deaths)
                .allSatisfy(death -> assertThat(death.at().plus(hour.round())).isLessThan(hour.elderIsWarm()));
    }

    @Test
    void threeQuartersOfAnHourLeaveEnoughRoundsToJudgeGrowthBy() {
        TroubleSchedule run = TroubleSchedule.of(Duration.ofMinutes(45));

        assertThat(run.rounds() - (int) run.elderIsWarm().dividedBy(run.round()))
                .isGreaterThanOrEqualTo(Bound.LEAST_WINDOWS);
    }
}
