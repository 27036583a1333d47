package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.PossibleLengths;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a detector that no beamline has, as lengths in a wrong unit make it: pixels of metres, a distance of kilometres. It looks
 * at the detector in its place, wherever its lengths were read.
 */
final class ImpossibleLengths {

    private static final String PIXEL = "_array_structure_list_axis.displacement_increment";
    private static final String PLACE = "_diffrn_scan_axis.displacement_start";

    /** Millimetres. */
    private static final double METRE = 1000;

    private final Measurement measurement;

    private ImpossibleLengths(Measurement measurement) {
        this.measurement = measurement;
    }

    /** An error about the pixels and one about the place of the detector; empty if the detector is possible. */
    static List<Finding> of(Measurement measurement) {
        ImpossibleLengths lengths = new ImpossibleLengths(measurement);
        List<Finding> errors = new ArrayList<>();
        for (DetectorElement element : measurement.elements()) {
            lengths.pixels(element).ifPresent(errors::add);
            measurement.scans().forEach(scan -> lengths.place(element, scan).ifPresent(errors::add));
        }
        // What is wrong of one panel is mostly wrong of all: the first one says it.
        return Stream.of(PIXEL, PLACE)
                .flatMap(subject -> errors.stream()
                        .filter(error -> error.subject().equals(subject))
                        .limit(1))
                .toList();
    }

    private Optional<Finding> pixels(DetectorElement element) {
        return Stream.of(element.fastPixelSize(), element.slowPixelSize())
                .filter(size -> !PossibleLengths.isPixel(size.doubleValue()))
                .findFirst()
                .map(size -> Finding.error(
                        PIXEL,
                        "the pixels of " + element.name() + " are taken to be "
                                + element.fastPixelSize().toPlainString()
                                + " x " + element.slowPixelSize().toPlainString() + " mm, and no pixel is so "
                                + (size.doubleValue() < 1 ? "small" : "large")
                                + ": correct the size or its unit; 75 micrometres are 0.075 mm or 0.000075 m"));
    }

    private Optional<Finding> place(DetectorElement element, Scan scan) {
        Motion motion = measurement.motionOf(element, axis -> scan.start(axis.name()));
        Vector3 origin = motion.apply(element.origin());
        Vector3 fast = motion.rotation().apply(element.fastDirection());
        Vector3 slow = motion.rotation().apply(element.slowDirection());
        Vector3 normal = fast.cross(slow).direction();
        Vector3 foot = normal.times(normal.dot(origin));
        Vector3 nearest = origin.plus(fast.times(within(
                        -origin.dot(fast),
                        element.fastSize() * element.fastPixelSize().doubleValue())))
                .plus(slow.times(within(
                        -origin.dot(slow),
                        element.slowSize() * element.slowPixelSize().doubleValue())));
        double distance = nearest.length();
        double offset = nearest.minus(foot).length();
        if (!PossibleLengths.isDistance(distance)) {
            return Optional.of(error(element, scan, "stands " + shown(distance) + " mm from the sample"));
        }
        // A detector that is swung or moved aside still faces the sample, more or less.
        return offset > PossibleLengths.LARGEST_OFFSET && offset > foot.length()
                ? Optional.of(error(
                        element,
                        scan,
                        "stands " + shown(offset) + " mm beside the sample and only " + shown(foot.length())
                                + " mm from it"))
                : Optional.empty();
    }

    /** The nearest coordinate to this one on an edge of this length. */
    private static double within(double coordinate, double length) {
        return Math.max(0, Math.min(length, coordinate));
    }

    private Finding error(DetectorElement element, Scan scan, String where) {
        Length longest = lengths(element, scan)
                .max(Comparator.comparingDouble(Length::millimetres))
                .orElseThrow();
        return Finding.error(
                PLACE,
                "in " + scan.id() + " " + element.name() + " " + where + ", where no detector can be: " + longest.name()
                        + " is taken as " + shown(longest.millimetres()) + " mm, "
                        + inOtherUnit(longest.millimetres())
                                .map(meant -> "and would be possible as " + shown(meant) + " mm")
                                .orElse("the longest of the lengths that place it")
                        + ": correct the number or its unit");
    }

    /** The length that was meant where metres were said for millimetres or the other way round; empty if neither is likely. */
    private static Optional<Double> inOtherUnit(double millimetres) {
        return Stream.of(millimetres / METRE, millimetres * METRE)
                .filter(PossibleLengths::isLikelyDistance)
                .findFirst();
    }

    /** A length that says where the detector stands. */
    private record Length(String name, double millimetres) {}

    private Stream<Length> lengths(DetectorElement element, Scan scan) {
        Stream<Length> ofAxes = Stream.concat(measurement.detector().axes().stream(), element.branch().axes().stream())
                .flatMap(axis -> ofAxis(axis, scan));
        return Stream.concat(
                ofAxes,
                Stream.of(new Length(
                        "the offset of the first pixel of " + element.name(),
                        element.origin().length())));
    }

    private static Stream<Length> ofAxis(Axis axis, Scan scan) {
        Length offset = new Length("the offset of " + axis.name(), axis.offset().length());
        return axis.kind() == Axis.Kind.TRANSLATION
                ? Stream.of(offset, new Length(axis.name(), Math.abs(scan.start(axis.name()))))
                : Stream.of(offset);
    }

    private static String shown(double millimetres) {
        return new BigDecimal(millimetres)
                .round(new MathContext(7, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
