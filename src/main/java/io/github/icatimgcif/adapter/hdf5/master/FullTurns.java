package io.github.icatimgcif.adapter.hdf5.master;

import java.util.Arrays;
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
     * frame stood: it is a turn made again. An axis that trembles around 0 passes it again and again.
     *
     * @param beside what the file says of the width of a frame
     */
    static FullTurns of(double[] settings, FrameWidth beside) {
        if (settings.length < 2
                || ScanSettings.span(settings) > TURN + ScanSettings.TREMBLING
                || beside.isBeyondHalfATurn()) {
            return NONE;
        }
        int[] turns = new int[settings.length];
        double step = step(settings, beside);
        for (int i = 1; i < settings.length; i++) {
            double change = settings[i] - settings[i - 1];
            boolean goesOn = Math.abs(change) > TURN / 2
                    && Math.abs(settings[i] - settings[0]) > Math.abs(step) / 2
                    && Math.abs(aTurnLess(change) - step) <= Math.abs(step) / 2;
            boolean wraps = goesOn || Math.abs(aTurnLess(change)) <= ScanSettings.TREMBLING;
            turns[i] = turns[i - 1] - (wraps ? (int) Math.signum(change) : 0);
        }
        return Arrays.stream(turns).allMatch(turn -> turn == 0) ? NONE : new FullTurns(turns);
    }

    /**
     * The change of most frames. Of two frames there is only the one that is in question: it is the step that the file states, of
     * which the sign does not count, or else the shorter way, unless the first frame turns against it.
     */
    private static double step(double[] settings, FrameWidth beside) {
        double[] changes = IntStream.range(1, settings.length)
                .mapToDouble(i -> settings[i] - settings[i - 1])
                .filter(change -> Math.abs(change) <= TURN / 2)
                .sorted()
                .toArray();
        if (changes.length > 0 || settings.length > 2) {
            return changes.length == 0 ? 0 : changes[changes.length / 2];
        }
        double shorter = aTurnLess(settings[1] - settings[0]);
        return beside.stated()
                .filter(FrameWidth::advances)
                .map(width -> Math.copySign(width.doubleValue(), shorter))
                .orElse(
                        beside.measured()
                                        .filter(FrameWidth::advances)
                                        .filter(width -> width.signum() != Math.signum(shorter))
                                        .isPresent()
                                ? 0.0
                                : shorter);
    }

    /** A change of more than half a turn, the shorter way, degrees. */
    private static double aTurnLess(double change) {
        return change - Math.copySign(TURN, change);
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
