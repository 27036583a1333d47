package io.github.icatimgcif.adapter.hdf5.master;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** By how many full turns the settings of an axis that goes on past 0 or 360 degrees are short where they are written modulo 360. */
final class FullTurns {

    /** Settings that are written as they are. */
    static final FullTurns NONE = new FullTurns(new int[0]);

    private static final double TURN = 360;

    private final int[] turns;

    private FullTurns(int[] turns) {
        this.turns = turns;
    }

    /**
     * Of the settings of one axis, degrees. They go on only where a full turn more makes the change of a frame that of all others:
     * the other side of the crystal, 180 degrees on, and a new beginning elsewhere stay jumps. So does a return to where the first
     * frame stood: it is a turn made again.
     *
     * @param stated the step that the file states, of which the sign does not count
     */
    static FullTurns of(double[] settings, Optional<BigDecimal> stated) {
        if (settings.length < 2) {
            return NONE;
        }
        int[] turns = new int[settings.length];
        double step = step(settings, stated);
        for (int i = 1; i < settings.length; i++) {
            double change = settings[i] - settings[i - 1];
            boolean wraps = Math.abs(change) > TURN / 2
                    && Math.abs(settings[i] - settings[0]) > Math.abs(step) / 2
                    && Math.abs(change - Math.copySign(TURN, change) - step) <= Math.abs(step) / 2;
            turns[i] = turns[i - 1] - (wraps ? (int) Math.signum(change) : 0);
        }
        return Arrays.stream(turns).allMatch(turn -> turn == 0) ? NONE : new FullTurns(turns);
    }

    /** The change of most frames; of two frames that of the file, as there is only the one that is in question. */
    private static double step(double[] settings, Optional<BigDecimal> stated) {
        double[] changes = IntStream.range(1, settings.length)
                .mapToDouble(i -> settings[i] - settings[i - 1])
                .filter(change -> Math.abs(change) <= TURN / 2)
                .sorted()
                .toArray();
        if (changes.length > 0 || settings.length > 2) {
            return changes.length == 0 ? 0 : changes[changes.length / 2];
        }
        return stated.map(width -> Math.copySign(width.doubleValue(), settings[0] - settings[1]))
                .orElse(0.0);
    }

    /** Whether there are none. */
    boolean isNone() {
        return turns.length == 0;
    }

    /** What is to be added to the setting of a 0-based frame, degrees. */
    int degrees(int frame) {
        return frame < turns.length ? (int) TURN * turns[frame] : 0;
    }
}
