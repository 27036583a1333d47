package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.adapter.knowledge.BeamlineFile.Dated;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a beamline, in lines for a person. */
final class KnowledgeText {

    private KnowledgeText() {}

    /** The file and its periods. */
    static List<String> of(BeamlineFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(file.file() + ": " + title(file) + ", " + file.facility());
        for (Dated dated : file.periods()) {
            lines.add("  " + days(dated) + ": " + state(dated.period()));
            dated.period()
                    .variants()
                    .forEach(variant -> lines.add("    " + variant.name() + ", told by "
                            + variant.when().reading() + ": " + state(variant.state())));
        }
        return lines;
    }

    /** What a conversion may miss. */
    static Stream<String> gaps(BeamlineFile file) {
        List<String> gaps = new ArrayList<>();
        for (Dated dated : file.periods()) {
            if (!hasAxis(dated.period())) {
                gaps.add("no goniometer axis is known from a public source"
                        + (isAlways(dated) ? "" : ", " + days(dated)));
            }
        }
        file.periods().get(0).from().ifPresent(day -> gaps.add("nothing is known of the time before " + day));
        for (int i = 1; i < file.periods().size(); i++) {
            Optional<String> between =
                    between(file.periods().get(i - 1), file.periods().get(i));
            between.ifPresent(gaps::add);
        }
        file.periods()
                .get(file.periods().size() - 1)
                .until()
                .ifPresent(day -> gaps.add("nothing is known of the time after " + day));
        return gaps.stream().map(gap -> "gap: " + title(file) + ": " + gap);
    }

    private static Optional<String> between(Dated before, Dated after) {
        return before.until()
                .map(day -> day.plusDays(1))
                .filter(day -> after.from().filter(day::isBefore).isPresent())
                .map(day -> "nothing is known of the time from " + day + " until "
                        + after.from().orElseThrow().minusDays(1));
    }

    private static boolean hasAxis(BeamlinePeriod period) {
        return period.goniometer().isPresent()
                || period.detectors().stream()
                        .anyMatch(detector -> detector.rotationAxis().isPresent());
    }

    private static String title(BeamlineFile file) {
        return file.name().isEmpty()
                ? file.periods().stream()
                        .flatMap(Dated::detectors)
                        .map(KnownDetector::serialNumber)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : file.name();
    }

    private static boolean isAlways(Dated dated) {
        return dated.from().isEmpty() && dated.until().isEmpty();
    }

    private static String days(Dated dated) {
        return isAlways(dated)
                ? "always"
                : Stream.of(
                                dated.from().map(day -> "from " + day),
                                dated.until().map(day -> "until " + day))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
    }

    private static String state(BeamlinePeriod period) {
        List<String> parts = new ArrayList<>();
        period.goniometer().ifPresent(goniometer -> parts.add("goniometer " + axes(goniometer.axes())));
        period.detectorAxes().ifPresent(axes -> parts.add("detector axes " + axes(axes.axes())));
        period.detectors()
                .forEach(detector -> parts.add("detector " + detector.serialNumber()
                        + detector.rotationAxis()
                                .map(axis -> " (axis " + text(axis) + ")")
                                .orElse("")));
        return parts.isEmpty() ? "names and facts only" : String.join("; ", parts);
    }

    private static String axes(AxisChain chain) {
        return chain.axes().stream().map(KnowledgeText::axis).collect(Collectors.joining(", "));
    }

    private static String axis(Axis axis) {
        return axis.name() + " (" + text(axis.vector()) + ")";
    }

    private static String text(Vector3 vector) {
        return Stream.of(vector.x(), vector.y(), vector.z())
                .map(PublishedAxis::plain)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(" "));
    }
}
