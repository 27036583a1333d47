package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes the geometry where the raw data say less than an imgCIF must, from beamline knowledge and parameters. */
final class GeometryGaps {

    private final GoniometerGaps goniometerGaps;
    private final DetectorGaps detectorGaps;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param alone    whether this is the only part of the dataset; parameters have room for one scan
     * @param findings where every assumption is told, and every missing fact
     */
    GeometryGaps(Readings readings, Optional<BeamlinePeriod> beamline, boolean alone, List<Finding> findings) {
        this.goniometerGaps = new GoniometerGaps(readings, beamline, alone, findings);
        this.detectorGaps = new DetectorGaps(readings, beamline, findings);
    }

    /** The whole geometry of a part; errors among the findings and no geometry if facts are missing that nobody states. */
    Optional<Measurement> closed(RawPart part) {
        if (part.detector() instanceof DetectorStatement.Placed placed) {
            return placed(part, placed);
        }
        Optional<GoniometerGaps.Filled> goniometer = goniometerGaps.filled(part);
        // Asked also without a goniometer, so that a person hears of all missing facts at once.
        Optional<Vector3> spindle = goniometer.flatMap(GoniometerGaps.Filled::spindle);
        Optional<DetectorGaps.Filled> detector = part.detector() instanceof DetectorStatement.Shaped shaped
                ? detectorGaps.filled(shaped, spindle)
                : detectorGaps.filled((DetectorStatement.Flat) part.detector(), spindle);
        if (goniometer.isEmpty() || detector.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measurement(
                goniometer.get().axes(),
                detector.get().axes(),
                detector.get().elements(),
                goniometer.get().scans().stream()
                        .map(scan -> with(scan, detector.get().settings()))
                        .toList(),
                part.bitDepth()));
    }

    /** The settings of the detector's axes are complete and none of the goniometer's business. */
    private Optional<Measurement> placed(RawPart part, DetectorStatement.Placed placed) {
        Set<String> ofDetector = Stream.concat(
                        placed.axes().axes().stream(),
                        placed.elements().stream().flatMap(element -> element.branch().axes().stream()))
                .map(Axis::name)
                .collect(Collectors.toSet());
        List<Scan> ofGoniometer = part.scans().stream()
                .map(scan -> where(scan, axis -> !ofDetector.contains(axis)))
                .toList();
        RawPart sample =
                new RawPart(part.name(), placed, part.goniometer(), ofGoniometer, part.bitDepth(), part.readings());
        return goniometerGaps.filled(sample).map(filled -> {
            List<Scan> scans = new ArrayList<>();
            for (int i = 0; i < filled.scans().size(); i++) {
                Scan detector = where(part.scans().get(i), ofDetector::contains);
                scans.add(with(filled.scans().get(i), detector.settings()));
            }
            return new Measurement(filled.axes(), placed.axes(), placed.elements(), scans, part.bitDepth());
        });
    }

    private static Scan where(Scan scan, Predicate<String> axis) {
        return new Scan(
                scan.id(),
                scan.settings().stream()
                        .filter(setting -> axis.test(setting.axis()))
                        .toList(),
                scan.frames());
    }

    private static Scan with(Scan scan, List<AxisSetting> more) {
        List<AxisSetting> settings = new ArrayList<>(scan.settings());
        settings.addAll(more);
        return new Scan(scan.id(), settings, scan.frames());
    }
}
