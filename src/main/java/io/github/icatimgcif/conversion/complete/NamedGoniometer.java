package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The goniometer of raw data that give angles of named axes and no directions: by knowledge, or by the convention of the format. */
final class NamedGoniometer {

    /** Axes on which the direction of an axis that rides on them depends. */
    private static final Set<String> TILTING = Set.of("kappa", "chi");

    /** Degrees: a motor that is said to stand at 0 may be read back as this, and no direction is known better. */
    private static final double READBACK = 0.01;

    private final SpindleKnowledge knowledge;
    private final List<Finding> findings;

    NamedGoniometer(SpindleKnowledge knowledge, List<Finding> findings) {
        this.knowledge = knowledge;
        this.findings = findings;
    }

    /** The axes with directions; an error among the findings if the axis that turns rides on an unknown one that is turned. */
    Optional<GoniometerGaps.Filled> filled(RawPart part, GoniometerStatement.Named named) {
        Optional<KnownSpindle> known = knowledge.of(named.spindle());
        if (known.isPresent()) {
            if (!isOriented(part, named.spindle(), known.get())) {
                return Optional.empty();
            }
            findings.add(Finding.note(
                    GoniometerGaps.SUBJECT,
                    "the raw file gives angles of " + named.spindle()
                            + " and no direction; its direction is by beamline" + " knowledge ("
                            + known.get().citation() + ")"));
            return Optional.of(renamed(part, named.spindle(), known.get()));
        }
        List<String> tilted = tilted(part, named.spindle());
        if (!tilted.isEmpty()) {
            findings.add(Finding.error(
                    GoniometerGaps.SUBJECT,
                    "the sample turns about " + named.spindle() + ", which rides on " + tilted
                            + " at settings other than 0, and the direction of that axis is not known; give the axes of"
                            + " the goniometer in the beamline's file"));
            return Optional.empty();
        }
        findings.add(Finding.warning(
                GoniometerGaps.SUBJECT,
                "the raw file gives angles of " + named.spindle() + " and no direction, and nothing is known of the"
                        + " goniometer of this beamline or detector; the convention of the format is assumed ("
                        + named.source() + ")"));
        warnOfOthers(part, named.spindle());
        AxisChain axes = KnownSpindle.alone(named.spindle(), named.convention());
        return Optional.of(new GoniometerGaps.Filled(
                axes, Optional.of(named.convention()), only(part.scans(), axes, named.spindle())));
    }

    /** The scans with the settings of the known axes: by their own names, or the spindle's under the name in the file. */
    private GoniometerGaps.Filled renamed(RawPart part, String nameInFile, KnownSpindle known) {
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
        return new GoniometerGaps.Filled(known.axes(), known.direction(), scans);
    }

    /**
     * Whether the known axes suffice to tell how the spindle lies: an error among the findings if it rides on others and one
     * that tilts it is turned and not known; a warning if any other is.
     */
    private boolean isOriented(RawPart part, String nameInFile, KnownSpindle known) {
        List<String> described = known.axes().axes().stream()
                .map(Axis::name)
                .filter(name -> !name.equals(known.spindle()))
                .toList();
        List<String> unknown = turned(part, nameInFile).stream()
                .filter(name -> described.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        if (unknown.isEmpty()) {
            return true;
        }
        boolean rides = !known.axes().axes().get(0).name().equals(known.spindle());
        boolean tilts = rides && unknown.stream().anyMatch(name -> TILTING.contains(name.toLowerCase(Locale.ROOT)));
        String what =
                "the raw file gives settings other than 0 for " + unknown + ", which are no axes of the goniometer that"
                        + " is known of this beamline (" + known.citation() + ")";
        findings.add(
                tilts
                        ? Finding.error(
                                GoniometerGaps.SUBJECT,
                                what + "; the sample turns about " + nameInFile
                                        + ", which rides on them: give the axes of the goniometer of that time in the"
                                        + " beamline's file")
                        : Finding.warning(GoniometerGaps.SUBJECT, what + "; they are not described"));
        return !tilts;
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
                .filter(setting -> Math.abs(setting.start().doubleValue()) > READBACK || setting.moves())
                .map(AxisSetting::axis)
                .distinct()
                .toList();
    }

    private void warnOfOthers(RawPart part, String spindle) {
        List<String> turned = turned(part, spindle);
        if (!turned.isEmpty()) {
            findings.add(
                    Finding.warning(
                            GoniometerGaps.SUBJECT,
                            "the raw file gives settings other than 0 for " + turned
                                    + ", axes whose place on the goniometer is not known; only the rotation axis is described"));
        }
    }
}
