package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The axis that turns the sample, as a miniCBF names it.
 *
 * @param name      omega, phi, chi or kappa
 * @param direction by the convention of the format, McStas
 * @param source    what that direction is taken from, for a finding
 */
record Spindle(String name, Vector3 direction, String source) {

    /** Axes of which a header gives the angle. */
    static final List<String> AXES = List.of("omega", "kappa", "chi", "phi");

    private static final String USUAL = "omega";

    /** +X of imgCIF, which is also the fast direction of the format. */
    private static final Vector3 X = new Vector3(-1, 0, 0);

    private static final Vector3 UP = new Vector3(0, 1, 0);

    /** Reads {@code X.CW}, {@code X, CW}, {@code X.CW +SLOW}, {@code OMEGA}, {@code PHI}; a missing line is X.CW. */
    static Spindle of(MiniHeader header) {
        String stated = header.text("Oscillation_axis").orElse("").toUpperCase(Locale.ROOT);
        List<String> words = List.of(stated.split("[^A-Z+-]+"));
        String name = named(words).orElseGet(() -> byIncrement(header));
        String said = stated.isEmpty() ? "without an Oscillation_axis" : "Oscillation_axis " + stated;
        if (words.contains("+SLOW") || words.contains("-SLOW")) {
            return new Spindle(
                    name,
                    UP.times(words.contains("-SLOW") ? -1 : 1),
                    said
                            + ": along the slow direction of the detector, which is vertical; that the positive sense is up"
                            + " is known of one beamline, Diamond I24");
        }
        boolean reversed = words.contains("-FAST") || words.contains("CCW");
        Vector3 direction = words.contains("Y") ? UP : X;
        return new Spindle(
                name,
                direction.times(reversed ? -1 : 1),
                said + ": " + (reversed ? "-" : "+") + (words.contains("Y") ? "Y" : "X") + " of imgCIF");
    }

    /** The same axis, known by another name. */
    Spindle called(String other) {
        return new Spindle(other, direction, source);
    }

    /** What the header says of it. */
    GoniometerStatement statement() {
        return new GoniometerStatement.Named(name, direction, source);
    }

    /** Whether a header tells which of the axes it gives is the one; if not, its neighbours in the series may. */
    static boolean isTold(MiniHeader header) {
        return named(List.of(header.text("Oscillation_axis")
                                .orElse("")
                                .toUpperCase(Locale.ROOT)
                                .split("[^A-Z+-]+")))
                        .isPresent()
                || AXES.stream()
                        .anyMatch(axis -> header.known(axis + "_increment").isPresent())
                || header.known("Start_angle").isPresent();
    }

    private static Optional<String> named(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(AXES::contains)
                .findFirst();
    }

    /** The axis that has an increment; else the one that stands where the scan starts; else omega. */
    private static String byIncrement(MiniHeader header) {
        List<String> moving = AXES.stream()
                .filter(axis -> header.known(axis + "_increment").isPresent())
                .toList();
        if (moving.size() == 1) {
            return moving.get(0);
        }
        Optional<BigDecimal> start = header.known("Start_angle");
        List<String> atStart = AXES.stream()
                .filter(axis -> moving.isEmpty() || moving.contains(axis))
                .filter(axis -> start.isPresent()
                        && header.number(axis)
                                .filter(angle -> angle.compareTo(start.get()) == 0)
                                .isPresent())
                .toList();
        return atStart.stream().findFirst().orElse(moving.isEmpty() ? USUAL : moving.get(0));
    }
}
