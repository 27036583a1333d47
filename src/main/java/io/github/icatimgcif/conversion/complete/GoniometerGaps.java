package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Completes the goniometer: the directions of axes of which the raw data give only angles, and everything where they are
 * silent, from beamline knowledge and parameters.
 */
final class GoniometerGaps {

    private static final String SUBJECT = "goniometer";

    /** Difference of two directions that mean the same axis; calibrated axes are tilted by less. */
    private static final double SAME_DIRECTION = 0.05;

    /** Axes on which the direction of an axis that rides on them depends. */
    private static final Set<String> TILTING = Set.of("kappa", "chi");

    private final Readings readings;
    private final SpindleKnowledge knowledge;
    private final boolean alone;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param alone    whether this is the only part of the dataset; parameters have room for one scan
     * @param findings where every assumption is told
     */
    GoniometerGaps(Readings readings, Optional<BeamlinePeriod> beamline, boolean alone, List<Finding> findings) {
        this.readings = readings;
        this.knowledge = new SpindleKnowledge(readings, beamline, findings);
        this.alone = alone;
        this.findings = findings;
    }

    /**
     * A goniometer with directions.
     *
     * @param axes    base first; empty if nothing is known
     * @param spindle direction of the axis that turns the sample, if there is one
     * @param scans   with a setting for each axis
     */
    record Filled(AxisChain axes, Optional<Vector3> spindle, List<Scan> scans) {}

    /** The goniometer of a part; an error among the findings and no goniometer if it cannot be said how the sample turns. */
    Optional<Filled> filled(RawPart part) {
        if (part.goniometer() instanceof GoniometerStatement.Named named) {
            return directed(part, named);
        }
        if (part.goniometer() instanceof GoniometerStatement.Stated stated
                && !stated.axes().axes().isEmpty()) {
            AxisChain axes = corrected(stated.axes());
            return Optional.of(new Filled(axes, spindle(axes, part.scans()), part.scans()));
        }
        return fromElsewhere(part);
    }

    /** The stated axes, but for a direction that is known to be wrong in all files of a detector at this beamline. */
    private AxisChain corrected(AxisChain stated) {
        Optional<KnownDetector> known = knowledge.detector();
        Optional<Vector3> direction = known.flatMap(KnownDetector::rotationAxis);
        Axis base = stated.axes().get(0);
        if (direction.isEmpty() || base.vector().minus(direction.get()).length() < SAME_DIRECTION) {
            return stated;
        }
        boolean overrides = known.get().overridesFile() && stated.axes().size() == 1;
        findings.add(Finding.warning(
                SUBJECT,
                "the raw file says that " + base.name() + " is along " + words(base.vector())
                        + " (McStas frame), which is another direction than is known of its detector, "
                        + words(direction.get()) + " (" + known.get().citation() + "); "
                        + (overrides ? "the files of this detector are known to be wrong" : "the raw file is used")));
        return overrides
                ? new AxisChain(List.of(new Axis(base.name(), base.kind(), direction.get(), base.offset())))
                : stated;
    }

    private static String words(Vector3 vector) {
        return vector.x() + " " + vector.y() + " " + vector.z();
    }

    /** The axis that turns in the first scan, or else the base. */
    private static Optional<Vector3> spindle(AxisChain axes, List<Scan> scans) {
        List<Axis> rotations = axes.axes().stream()
                .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                .toList();
        return rotations.stream()
                .filter(axis -> scans.get(0)
                        .setting(axis.name())
                        .map(AxisSetting::moves)
                        .orElse(false))
                .findFirst()
                .or(() -> rotations.stream().findFirst())
                .map(Axis::vector);
    }

    private Optional<Filled> directed(RawPart part, GoniometerStatement.Named named) {
        Optional<KnownSpindle> known = knowledge.of(named.spindle());
        if (known.isPresent()) {
            findings.add(Finding.note(
                    SUBJECT,
                    "the raw file gives angles of " + named.spindle()
                            + " and no direction; its direction is by beamline" + " knowledge ("
                            + known.get().citation() + ")"));
            return Optional.of(renamed(part, named.spindle(), known.get()));
        }
        List<String> tilted = tilted(part, named.spindle());
        if (!tilted.isEmpty()) {
            findings.add(Finding.error(
                    SUBJECT,
                    "the sample turns about " + named.spindle() + ", which rides on " + tilted
                            + " at settings other than 0, and the direction of that axis is not known; give the axes of"
                            + " the goniometer in the beamline's file"));
            return Optional.empty();
        }
        findings.add(Finding.warning(
                SUBJECT,
                "the raw file gives angles of " + named.spindle() + " and no direction, and nothing is known of the"
                        + " goniometer of this beamline or detector; the convention of the format is assumed ("
                        + named.source() + ")"));
        warnOfOthers(part, named.spindle());
        AxisChain axes = KnownSpindle.alone(named.spindle(), named.convention());
        return Optional.of(
                new Filled(axes, Optional.of(named.convention()), only(part.scans(), axes, named.spindle())));
    }

    /** The scans with the settings of the known axes: by their own names, or the spindle's under the name in the file. */
    private Filled renamed(RawPart part, String nameInFile, KnownSpindle known) {
        List<Scan> scans = new ArrayList<>();
        for (Scan scan : part.scans()) {
            List<AxisSetting> settings = new ArrayList<>();
            for (Axis axis : known.axes().axes()) {
                Optional<AxisSetting> setting =
                        axis.name().equals(known.spindle()) ? setting(scan, nameInFile) : setting(scan, axis.name());
                settings.add(setting.map(s -> new AxisSetting(axis.name(), s.start(), s.increment(), s.frames()))
                        .orElseGet(() -> AxisSetting.constant(axis.name(), BigDecimal.ZERO)));
            }
            scans.add(new Scan(scan.id(), settings, scan.frames()));
        }
        if (known.axes().axes().size() == 1) {
            warnOfOthers(part, nameInFile);
        }
        return new Filled(known.axes(), known.direction(), scans);
    }

    private static Optional<AxisSetting> setting(Scan scan, String name) {
        return scan.settings().stream()
                .filter(setting -> setting.axis().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<Scan> only(List<Scan> scans, AxisChain axes, String name) {
        return scans.stream()
                .map(scan -> new Scan(
                        scan.id(),
                        axes.axes().stream()
                                .map(axis -> setting(scan, name)
                                        .orElseGet(() -> AxisSetting.constant(axis.name(), BigDecimal.ZERO)))
                                .toList(),
                        scan.frames()))
                .toList();
    }

    /** Axes below the spindle that are turned, so that its direction is not that at zero settings. */
    private static List<String> tilted(RawPart part, String spindle) {
        return isOutermost(spindle)
                ? List.of()
                : turned(part, spindle).stream()
                        .filter(name -> TILTING.contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
    }

    private static boolean isOutermost(String spindle) {
        return spindle.toLowerCase(Locale.ROOT).startsWith("omega");
    }

    private static List<String> turned(RawPart part, String spindle) {
        return part.scans().stream()
                .flatMap(scan -> scan.settings().stream())
                .filter(setting -> !setting.axis().equalsIgnoreCase(spindle))
                .filter(setting -> setting.start().signum() != 0 || setting.moves())
                .map(AxisSetting::axis)
                .distinct()
                .toList();
    }

    private void warnOfOthers(RawPart part, String spindle) {
        List<String> turned = turned(part, spindle);
        if (!turned.isEmpty()) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "the raw file gives settings other than 0 for " + turned
                            + ", axes whose directions are not known; only the rotation axis is described"));
        }
    }

    private Optional<Filled> fromElsewhere(RawPart part) {
        Optional<KnownSpindle> known = knowledge.of("");
        if (known.isEmpty()) {
            return without(part, "neither the raw file nor the beamline knowledge gives a rotation axis");
        }
        Optional<BigDecimal> start = readings.number("MX_axis_start");
        Optional<BigDecimal> width = readings.number("MX_oscillationRange");
        if (start.isEmpty() || width.isEmpty()) {
            return without(
                    part,
                    "the rotation axis is known (" + known.get().citation()
                            + ") but not the angles: MX_axis_start and MX_oscillationRange are needed");
        }
        if (!alone || part.scans().size() != 1) {
            return without(part, "the raw data have several scans, the parameters have room for one");
        }
        return Optional.of(turning(part, known.get(), start.get(), width.get()));
    }

    private Filled turning(RawPart part, KnownSpindle known, BigDecimal start, BigDecimal width) {
        BigDecimal overlap = readings.number("MX_oscillationOverlap").orElse(BigDecimal.ZERO);
        Scan scan = part.scans().get(0);
        List<AxisSetting> settings = new ArrayList<>(scan.settings());
        for (Axis axis : known.axes().axes()) {
            settings.add(
                    axis.name().equals(known.spindle())
                            ? AxisSetting.stepped(axis.name(), start, width.subtract(overlap))
                            : AxisSetting.constant(axis.name(), BigDecimal.ZERO));
        }
        findings.add(Finding.warning(
                SUBJECT,
                "the raw file gives no goniometer: axis " + known.spindle() + " by beamline knowledge ("
                        + known.citation() + "), angles by " + angleSource()));
        if (overlap.signum() != 0) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "images of " + width + " degrees begin every " + width.subtract(overlap)
                            + " degrees: MX_oscillationOverlap is " + overlap));
        }
        warnOfKappa(known);
        return new Filled(known.axes(), known.direction(), List.of(new Scan(scan.id(), settings, scan.frames())));
    }

    private void warnOfKappa(KnownSpindle known) {
        boolean turned = List.of(KappaSetting.KAPPA, KappaSetting.KAPPA_PHI).stream()
                .anyMatch(name ->
                        readings.number(name).filter(n -> n.signum() != 0).isPresent());
        if (turned && known.axes().axes().size() == 1) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "the crystal was turned by the kappa goniometer ("
                            + readings.number(KappaSetting.KAPPA).orElse(BigDecimal.ZERO) + ", "
                            + readings.number(KappaSetting.KAPPA_PHI).orElse(BigDecimal.ZERO)
                            + " degrees) whose axes are not known; only the rotation axis is described"));
        }
    }

    private String angleSource() {
        return readings.parameter("MX_axis_start").map(SourceWords::of).orElse("")
                + " and "
                + readings.parameter("MX_oscillationRange").map(SourceWords::of).orElse("");
    }

    /** Raw data that say that the sample stands on nothing are believed; those that say nothing cannot be described. */
    private Optional<Filled> without(RawPart part, String reason) {
        if (part.goniometer() instanceof GoniometerStatement.Stated) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "by the raw file the sample stands on no axis, and " + reason + "; written as images without"
                            + " rotation"));
            return Optional.of(new Filled(AxisChain.EMPTY, Optional.empty(), part.scans()));
        }
        findings.add(Finding.error(
                SUBJECT,
                "the raw file does not say how the sample turns, and " + reason
                        + "; give the rotation axis in the raw file or in the file of the beamline"));
        return Optional.empty();
    }
}
