package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The detector's axes as imgCIF wants them read: rotations, then one translation along the beam whose setting is the
 * distance, and everything across the beam in the place of the elements.
 *
 * <p>Raw files fold the beam centre into the translation (Dectris: one oblique vector) or into an offset of it (Diamond). At
 * zero settings the detector would then stand beside the beam, and a reader that asks for the beam centre at zero settings, as
 * checkImgCIF does, would not find it. The positions of all pixels stay exactly what they were.
 */
final class DetectorLayout {

    /** A translation this close to the beam keeps its own direction and its recorded setting. */
    private static final double NEARLY_ALONG_THE_BEAM = Math.cos(Math.toRadians(2));

    /** Of a distance that was computed, mm. */
    private static final int DECIMALS = 10;

    private DetectorLayout() {}

    /** The same measurement, with the translations above the last rotation of the detector put in order. */
    static Measurement inOrder(Measurement measurement) {
        List<Axis> axes = measurement.detector().axes();
        int tailStart = axes.size();
        while (tailStart > 0 && axes.get(tailStart - 1).kind() == Axis.Kind.TRANSLATION) {
            tailStart--;
        }
        List<Axis> tail = axes.subList(tailStart, axes.size());
        if (tail.isEmpty() || !standsStill(tail, measurement.scans())) {
            return measurement;
        }
        Axis alongBeam = axisOfTheDistance(tail, measurement.scans().get(0));
        List<Axis> kept = new ArrayList<>(axes.subList(0, tailStart));
        kept.add(alongBeam);
        List<Scan> scans = new ArrayList<>();
        List<Vector3> acrossBeam = new ArrayList<>();
        for (Scan scan : measurement.scans()) {
            Vector3 shift = shift(tail, scan);
            BigDecimal setting = distance(tail, alongBeam, shift, scan);
            acrossBeam.add(shift.minus(alongBeam.vector().times(setting.doubleValue())));
            scans.add(withSettings(scan, tail, List.of(AxisSetting.constant(alongBeam.name(), setting))));
        }
        if (!isOnePlace(acrossBeam)) {
            return measurement; // the scans differ in more than the distance: the axes stay as they were read
        }
        List<DetectorElement> elements = measurement.elements().stream()
                .map(element -> element.shifted(acrossBeam.get(0)))
                .toList();
        return new Measurement(measurement.goniometer(), new AxisChain(kept), elements, scans, measurement.bitDepth());
    }

    /** Whether no axis of a chain moves during a scan. */
    static boolean standsStill(List<Axis> tail, List<Scan> scans) {
        return scans.stream()
                .allMatch(scan -> tail.stream()
                        .noneMatch(axis -> scan.setting(axis.name())
                                .map(AxisSetting::moves)
                                .orElse(false)));
    }

    /** The one axis that runs along the beam, as it is; else a new one, exactly along it, under the name of the longest. */
    private static Axis axisOfTheDistance(List<Axis> tail, Scan scan) {
        List<Axis> along = tail.stream()
                .filter(axis -> axis.vector().dot(Measurement.BEAM) >= NEARLY_ALONG_THE_BEAM)
                .toList();
        if (along.size() == 1) {
            Axis axis = along.get(0);
            return new Axis(axis.name(), Axis.Kind.TRANSLATION, axis.vector(), Vector3.ZERO);
        }
        return alongBeam(tail, scan);
    }

    /** A new axis exactly along the beam, under the name of that one of the translations which moves farthest. */
    static Axis alongBeam(List<Axis> translations, Scan scan) {
        Axis longest = translations.stream()
                .max((a, b) -> Double.compare(Math.abs(scan.start(a.name())), Math.abs(scan.start(b.name()))))
                .orElseThrow();
        return new Axis(longest.name(), Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
    }

    /** Whether places, one of each scan, are the same, mm. */
    static boolean isOnePlace(List<Vector3> places) {
        return places.stream().allMatch(place -> place.minus(places.get(0)).length() <= 1e-9);
    }

    private static Vector3 shift(List<Axis> tail, Scan scan) {
        return new AxisChain(tail).at(axis -> scan.start(axis.name())).shift();
    }

    /** The recorded setting, digits and all, where the axis itself was recorded and nothing else moves along the beam. */
    private static BigDecimal distance(List<Axis> tail, Axis alongBeam, Vector3 shift, Scan scan) {
        for (Axis axis : tail) {
            if (axis.name().equals(alongBeam.name()) && axis.vector().equals(alongBeam.vector())) {
                BigDecimal recorded =
                        scan.setting(axis.name()).map(AxisSetting::start).orElse(BigDecimal.ZERO);
                Vector3 left = shift.minus(axis.vector().times(recorded.doubleValue()));
                if (Math.abs(left.dot(Measurement.BEAM)) < 1e-9) {
                    return recorded;
                }
            }
        }
        return computed(shift.dot(Measurement.BEAM));
    }

    /** A distance without the noise of computing it; what rounding leaves belongs to the place of the elements. */
    static BigDecimal computed(double distance) {
        return BigDecimal.valueOf(distance)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    /** A scan with settings in the place of those of some axes. */
    static Scan withSettings(Scan scan, List<Axis> replaced, List<AxisSetting> replacing) {
        Set<String> names = new HashSet<>();
        replaced.forEach(axis -> names.add(axis.name()));
        List<AxisSetting> settings = new ArrayList<>(
                scan.settings().stream().filter(s -> !names.contains(s.axis())).toList());
        settings.addAll(replacing);
        return new Scan(scan.id(), settings, scan.frames());
    }
}
