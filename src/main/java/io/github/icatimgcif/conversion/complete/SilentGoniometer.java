package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The goniometer of raw data that say nothing of it: by beamline knowledge, its angles by parameters. */
final class SilentGoniometer {

    private final Readings readings;
    private final SpindleKnowledge knowledge;
    private final boolean alone;
    private final List<Finding> findings;

    SilentGoniometer(Readings readings, SpindleKnowledge knowledge, boolean alone, List<Finding> findings) {
        this.readings = readings;
        this.knowledge = knowledge;
        this.alone = alone;
        this.findings = findings;
    }

    /** The known axes at the angles of the parameters; an error among the findings if one of them is missing. */
    Optional<GoniometerGaps.Filled> filled(RawPart part) {
        Optional<KnownSpindle> known = knowledge.of("");
        if (known.isEmpty()) {
            return without(part, "neither the raw file nor the beamline knowledge gives a rotation axis");
        }
        Optional<BigDecimal> start = readings.number("MX_axis_start", Unit.DEGREE);
        Optional<BigDecimal> width = readings.number("MX_oscillationRange", Unit.DEGREE);
        if (start.isEmpty() || width.isEmpty()) {
            unusable("MX_axis_start", start);
            unusable("MX_oscillationRange", width);
            return without(
                    part,
                    "the rotation axis is known (" + known.get().citation()
                            + ") but not the angles: MX_axis_start and MX_oscillationRange are needed");
        }
        if (!alone || part.scans().size() != 1) {
            return without(part, "the raw data have several scans, the parameters have room for one");
        }
        return Optional.of(turning(
                part.scans().get(0), known.get(), start.get(), width.get(), "the raw file gives no goniometer"));
    }

    /**
     * The known axes at the angles of the parameters where those of the raw file are 0 for all of several images, as where nobody
     * set them, while start, width and end of the parameters are those of one sweep of as many images; empty where that is not so:
     * of a mesh the parameters give the width of an image too.
     */
    Optional<GoniometerGaps.Filled> insteadOfZeros(RawPart part) {
        Optional<BigDecimal> start = readings.number("MX_axis_start", Unit.DEGREE);
        Optional<BigDecimal> width = readings.number("MX_oscillationRange", Unit.DEGREE);
        Optional<BigDecimal> end = readings.number("MX_axis_end", Unit.DEGREE);
        if (!alone || part.scans().size() != 1 || start.isEmpty() || width.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Scan scan = part.scans().get(0);
        int images = scan.frames().count();
        boolean isUnset = images > 1
                && scan.settings().stream().allMatch(setting -> setting.start().signum() == 0 && !setting.moves());
        double turned = end.get().subtract(start.get()).doubleValue();
        double each = width.get().subtract(overlap()).doubleValue();
        // To half an image: another number of images is another scan.
        boolean isOneSweep = each != 0 && Math.abs(turned - each * images) < Math.abs(each) / 2;
        if (!isUnset || !isOneSweep) {
            return Optional.empty();
        }
        Scan empty = new Scan(scan.id(), List.of(), scan.frames());
        String why = "the raw file gives 0 for all angles of " + images
                + " images, as where nobody set them, and the parameters say that the sample turned";
        return knowledge.of("").map(known -> turning(empty, known, start.get(), width.get(), why));
    }

    private void unusable(String parameter, Optional<BigDecimal> angle) {
        if (angle.isEmpty()) {
            readings.unusable(parameter, Unit.DEGREE)
                    .forEach(reason -> findings.add(Finding.warning(GoniometerGaps.SUBJECT, reason)));
        }
    }

    private GoniometerGaps.Filled turning(
            Scan scan, KnownSpindle known, BigDecimal start, BigDecimal width, String why) {
        BigDecimal overlap = overlap();
        List<AxisSetting> settings = new ArrayList<>(scan.settings());
        for (Axis axis : known.axes().axes()) {
            settings.add(
                    axis.name().equals(known.spindle())
                            ? AxisSetting.stepped(axis.name(), start, width.subtract(overlap))
                            : AxisSetting.constant(axis.name(), BigDecimal.ZERO));
        }
        findings.add(Finding.warning(
                GoniometerGaps.SUBJECT,
                why + ": axis " + known.spindle() + " by beamline knowledge (" + known.citation() + "), angles by "
                        + angleSource()));
        if (overlap.signum() != 0) {
            findings.add(Finding.warning(
                    GoniometerGaps.SUBJECT,
                    "images of " + width + " degrees begin every " + width.subtract(overlap)
                            + " degrees: MX_oscillationOverlap is " + overlap));
        }
        warnOfKappa(known);
        return new GoniometerGaps.Filled(
                known.axes(), known.direction(), List.of(new Scan(scan.id(), settings, scan.frames())));
    }

    private BigDecimal overlap() {
        return readings.number("MX_oscillationOverlap", Unit.DEGREE).orElse(BigDecimal.ZERO);
    }

    private void warnOfKappa(KnownSpindle known) {
        boolean turned = List.of(KappaSetting.KAPPA, KappaSetting.KAPPA_PHI).stream()
                .anyMatch(name -> readings.number(name, Unit.DEGREE)
                        .filter(n -> n.signum() != 0)
                        .isPresent());
        if (turned && known.axes().axes().size() == 1) {
            findings.add(Finding.warning(
                    GoniometerGaps.SUBJECT,
                    "the crystal was turned by the kappa goniometer ("
                            + readings.number(KappaSetting.KAPPA, Unit.DEGREE).orElse(BigDecimal.ZERO) + ", "
                            + readings.number(KappaSetting.KAPPA_PHI, Unit.DEGREE)
                                    .orElse(BigDecimal.ZERO)
                            + " degrees) whose axes are not known; only the rotation axis is described"));
        }
    }

    private String angleSource() {
        return readings.parameter("MX_axis_start").map(SourceWords::of).orElse("")
                + " and "
                + readings.parameter("MX_oscillationRange").map(SourceWords::of).orElse("");
    }

    /** Raw data that say that the sample stands on nothing are believed; those that say nothing cannot be described. */
    private Optional<GoniometerGaps.Filled> without(RawPart part, String reason) {
        if (part.goniometer() instanceof GoniometerStatement.Stated) {
            findings.add(Finding.warning(
                    GoniometerGaps.SUBJECT,
                    "by the raw file the sample stands on no axis, and " + reason + "; written as images without"
                            + " rotation"));
            return Optional.of(new GoniometerGaps.Filled(AxisChain.EMPTY, Optional.empty(), part.scans()));
        }
        findings.add(Finding.error(
                GoniometerGaps.SUBJECT,
                "the raw file does not say how the sample turns, and " + reason
                        + "; give the rotation axis in the raw file or in the file of the beamline"));
        return Optional.empty();
    }
}
