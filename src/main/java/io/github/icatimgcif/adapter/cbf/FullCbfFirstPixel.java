package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what lies at displacement 0 of a surface axis that begins there.
 *
 * <p>{@code _array_structure_list_axis.displacement} is the setting at the centre of the first pixel, and 0 if nothing is said.
 * Writers of full CBF (the templates of PILATUS servers, CBFlib's users at LCLS, dxtbx) put 0 there and the outer corner of the
 * first pixel into the offset, so that the dictionary, taken by its word, is half a pixel off. The file tells which it means if
 * its comment lines have the beam centre, or if the panel is mounted by its centre.
 */
final class FullCbfFirstPixel {

    private static final String SUBJECT = "_array_structure_list_axis.displacement";

    private static final Pattern BEAM =
            Pattern.compile("(?m)^#?\\s*Beam_xy\\s*\\(\\s*(-?[\\d.]{1,20})\\s*,\\s*(-?[\\d.]{1,20})\\s*\\)");

    /** Pixels; corner and centre are half a pixel apart. */
    private static final double CLOSE = 0.1;

    /** Pixels; half a panel is written with all digits. */
    private static final double EXACT = 0.002;

    private final List<FullCbfPanel> panels;
    private final String comments;
    private final Function<FullCbfPanel, Motion> motion;
    private final Vector3 beam;

    /**
     * @param comments the text of the header
     * @param motion   how what a panel rides on lies in the laboratory in the first frame
     * @param beam     direction of the beam, in the same frame
     */
    FullCbfFirstPixel(List<FullCbfPanel> panels, String comments, Function<FullCbfPanel, Motion> motion, Vector3 beam) {
        this.panels = panels;
        this.comments = comments;
        this.motion = motion;
        this.beam = beam;
    }

    /** How many pixels behind displacement 0 the outer edge of the first pixel lies: 0.5 if its centre is there, else 0. */
    double edgeBehindZero(Consumer<Finding> tell) {
        Optional<FullCbfPanel> doubtful = panels.stream()
                .filter(panel -> panel.fast().beginsAtZero() || panel.slow().beginsAtZero())
                .findFirst();
        if (doubtful.isEmpty()) {
            return 0.5;
        }
        FullCbfPanel panel = doubtful.get();
        String half =
                String.format(Locale.ROOT, "%.4f", panel.fast().pixelSize().doubleValue() / 2);
        Optional<Boolean> byBeam = byBeam();
        Optional<Boolean> isCorner = byBeam.or(this::byMount);
        String why = byBeam.isPresent()
                ? "the beam centre in its comment lines shows that"
                : "the panels are mounted by their centres, which shows that";
        if (isCorner.isPresent() && !isCorner.get()) {
            tell.accept(Finding.note(
                    SUBJECT, "is 0, and " + why + " the centre of the first pixel lies there, as the dictionary says"));
            return 0.5;
        }
        String meaning = " the outer corner of the first pixel lies there, not its centre as the dictionary says; the"
                + " pixels are placed accordingly, " + half + " mm further along each axis";
        tell.accept(
                isCorner.isPresent()
                        ? Finding.note(SUBJECT, "is 0, and " + why + meaning)
                        : Finding.warning(
                                SUBJECT,
                                "is 0 and nothing in the file tells what it means; assumed that, as in all files of"
                                        + " this kind that are known," + meaning));
        return 0;
    }

    /** Whether the beam centre of the comment lines fits the corner; empty if it fits neither. */
    private Optional<Boolean> byBeam() {
        Matcher stated = BEAM.matcher(comments);
        if (panels.size() != 1 || !stated.find()) {
            return Optional.empty();
        }
        try {
            double[] seen = beamCentre(panels.get(0));
            double fast = Double.parseDouble(stated.group(1)) - seen[0];
            double slow = Double.parseDouble(stated.group(2)) - seen[1];
            FullCbfPanel panel = panels.get(0);
            return decided(
                    offBy(fast, panel.fast(), 0) + offBy(slow, panel.slow(), 0),
                    offBy(fast, panel.fast(), 0.5) + offBy(slow, panel.slow(), 0.5),
                    2 * CLOSE);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An axis that does not begin at 0 is in no doubt and counts for neither. */
    private static double offBy(double difference, FullCbfSurface axis, double edge) {
        return axis.beginsAtZero() ? Math.abs(difference - edge) : 0;
    }

    /** Where the beam meets the plane of a panel, pixels from where both axes are 0. */
    private double[] beamCentre(FullCbfPanel panel) {
        Motion carried = motion.apply(panel);
        Vector3 place = carried.apply(panel.base());
        Vector3 fast = carried.rotation().apply(panel.fast().direction());
        Vector3 slow = carried.rotation().apply(panel.slow().direction());
        Vector3 normal = fast.cross(slow);
        Vector3 meets = beam.times(place.dot(normal) / beam.dot(normal)).minus(place);
        return new double[] {
            meets.dot(fast) / panel.fast().pixelSize().doubleValue(),
            meets.dot(slow) / panel.slow().pixelSize().doubleValue()
        };
    }

    /** Whether half of every panel lies on either side of what carries it; of a single one that may be chance. */
    private Optional<Boolean> byMount() {
        if (panels.size() < 2) {
            return Optional.empty();
        }
        double fromCorner = 0;
        double fromCentre = 0;
        for (FullCbfPanel panel : panels) {
            double fast = centred(panel, panel.fast(), panel.fastSize());
            double slow = centred(panel, panel.slow(), panel.slowSize());
            fromCorner = Math.max(fromCorner, offBy(fast, panel.fast(), 0) + offBy(slow, panel.slow(), 0));
            fromCentre = Math.max(fromCentre, offBy(fast, panel.fast(), 0.5) + offBy(slow, panel.slow(), 0.5));
        }
        return decided(fromCorner, fromCentre, EXACT);
    }

    /** By how many pixels less than half a panel the base lies before the middle. */
    private static double centred(FullCbfPanel panel, FullCbfSurface axis, int size) {
        return size / 2.0
                + panel.base().dot(axis.direction()) / axis.pixelSize().doubleValue();
    }

    private static Optional<Boolean> decided(double fromCorner, double fromCentre, double close) {
        if (fromCorner < close == fromCentre < close) {
            return Optional.empty();
        }
        return Optional.of(fromCorner < close);
    }
}
