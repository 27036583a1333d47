package io.github.icatimgcif.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which trouble comes when: all kinds one after the other, each in a slot of its own, again and again in rounds of one length.
 * What ends the service that is to grow old comes in the first third of the rounds only.
 *
 * @param rounds how many, of equal length
 * @param slot   what each trouble has, recovery included
 * @param turns  in the order of their time
 */
public record TroubleSchedule(int rounds, Duration slot, List<Turn> turns) {

    /** A round of this length has time for every trouble and its recovery. */
    private static final Duration ROUND = Duration.ofMinutes(5);

    /** A trouble and when it begins, counted from the start of the run. */
    public record Turn(Duration at, int round, Trouble trouble) {}

    /** Copies what it is given. */
    public TroubleSchedule {
        turns = List.copyOf(turns);
    }

    /** Rounds of five minutes, or of little less or more so that whole ones fill the time; at least one. */
    public static TroubleSchedule of(Duration whole) {
        int rounds = (int) Math.max(1, Math.round((double) whole.toMillis() / ROUND.toMillis()));
        Trouble[] all = Trouble.values();
        Duration slot = whole.dividedBy((long) rounds * all.length);
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < all.length; i++) {
                if (!all[i].endsTheElder() || round < youngRounds(rounds)) {
                    turns.add(new Turn(slot.multipliedBy((long) round * all.length + i), round, all[i]));
                }
            }
        }
        return new TroubleSchedule(rounds, slot, turns);
    }

    /** How long one round is. */
    public Duration round() {
        return slot.multipliedBy(Trouble.values().length);
    }

    /** When the elder was started for the last time and has had a round to grow warm. */
    public Duration elderIsWarm() {
        return round().multipliedBy(youngRounds(rounds) + 1L);
    }

    private static int youngRounds(int rounds) {
        return Math.max(1, rounds / 4);
    }
}
