package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A beamline of which one thing is known, by "a letter". */
final class BeamlineX1 {

    private BeamlineX1() {}

    /** Its goniometer; base first. */
    static BeamlinePeriod withGoniometer(Axis... axes) {
        return withGoniometer(Map.of(), axes);
    }

    /** The same, with what the names that operators see mean. */
    static BeamlinePeriod withGoniometer(Map<String, String> displayNames, Axis... axes) {
        return new BeamlinePeriod(
                "X1",
                List.of(),
                Optional.of(new KnownGoniometer(new AxisChain(List.of(axes)), displayNames, "a letter")),
                List.of(),
                CompletedExperiment.FrameChoice.PRINCIPAL_AXIS);
    }

    /** A detector, E-32-0123, in whose files the direction of the spindle is known. */
    static BeamlinePeriod withDetector(Vector3 rotationAxis, boolean overridesFile) {
        return withDetector(Optional.of(rotationAxis), Optional.empty(), Optional.empty(), overridesFile);
    }

    /** The same detector, of which is known how its pixels lie. */
    static BeamlinePeriod withPixelsAlong(Vector3 fastDirection, Vector3 slowDirection) {
        return withDetector(Optional.empty(), Optional.of(fastDirection), Optional.of(slowDirection), false);
    }

    private static BeamlinePeriod withDetector(
            Optional<Vector3> rotationAxis,
            Optional<Vector3> fastDirection,
            Optional<Vector3> slowDirection,
            boolean overridesFile) {
        KnownDetector detector = new KnownDetector(
                "E-32-0123",
                "EIGER",
                rotationAxis,
                fastDirection,
                slowDirection,
                Optional.empty(),
                overridesFile,
                "a letter");
        return new BeamlinePeriod(
                "X1", List.of(), Optional.empty(), List.of(detector), CompletedExperiment.FrameChoice.PRINCIPAL_AXIS);
    }

    /** Axes that move its detector; base first. */
    static BeamlinePeriod withDetectorAxes(Axis... axes) {
        return new BeamlinePeriod(
                "X1",
                "",
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new KnownDetectorAxes(new AxisChain(List.of(axes)), "a letter")),
                CompletedExperiment.FrameChoice.PRINCIPAL_AXIS,
                List.of());
    }
}
