package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The places on a detector to which lattice planes of the same distance diffract: where cones around the beam go through its elements,
 * however they stand.
 */
final class ResolutionRings {

    private static final int RINGS = 5;

    /** Degrees between two places that are computed. */
    private static final double STEP = 0.5;

    /** Places along each edge of an element at which its range of angles is looked for. */
    private static final int SAMPLES = 16;

    private ResolutionRings() {}

    /**
     * A ring.
     *
     * @param spacing distance of the lattice planes, angstrom
     * @param arcs    its visible parts: places in the laboratory, mm
     */
    record Ring(double spacing, List<List<Vector3>> arcs) {

        String label() {
            return String.format(Locale.ROOT, "%.4f", spacing).replaceAll("\\.?0+$", "") + " \u00C5";
        }
    }

    /** Rings at round distances, evenly over the angles that the detector sees. */
    static List<Ring> of(Scene scene, double wavelength) {
        DoubleSummaryStatistics angles = angles(scene);
        TreeSet<Double> spacings = new TreeSet<>();
        for (int i = 1; i <= RINGS; i++) {
            double angle = angles.getMin() + (angles.getMax() - angles.getMin()) * i / (RINGS + 1);
            rounded(wavelength / (2 * Math.sin(angle / 2))).ifPresent(spacings::add);
        }
        return spacings.descendingSet().stream()
                .map(spacing -> ring(scene, spacing, wavelength))
                .filter(ring -> !ring.arcs().isEmpty())
                .toList();
    }

    /** Two digits tell a ring. */
    private static Optional<Double> rounded(double spacing) {
        if (!Double.isFinite(spacing) || spacing <= 0) {
            return Optional.empty();
        }
        double power = Math.pow(10, Math.floor(Math.log10(spacing)) - 1);
        return Optional.of(Double.parseDouble(String.format(Locale.ROOT, "%.6g", Math.round(spacing / power) * power)));
    }

    static Ring ring(Scene scene, double spacing, double wavelength) {
        double sine = wavelength / (2 * spacing);
        return new Ring(spacing, sine < 1 ? arcs(scene, 2 * Math.asin(sine)) : List.of());
    }

    private static List<List<Vector3>> arcs(Scene scene, double angle) {
        Vector3 beam = scene.beam();
        Vector3 across = (Math.abs(beam.x()) < 0.9 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0)).cross(beam);
        Vector3 one = across.direction();
        Vector3 other = beam.cross(one);
        List<List<Vector3>> arcs = new ArrayList<>();
        Optional<ElementPlane> on = Optional.empty();
        for (double turn = 0; turn <= 360; turn += STEP) {
            Vector3 ray = beam.times(Math.cos(angle))
                    .plus(one.times(Math.sin(angle) * Math.cos(Math.toRadians(turn))))
                    .plus(other.times(Math.sin(angle) * Math.sin(Math.toRadians(turn))));
            Optional<ElementPlane> plane = plane(scene, ray);
            if (plane.isPresent()) {
                if (!plane.equals(on)) {
                    arcs.add(new ArrayList<>());
                }
                Pixel pixel = plane.get().met(ray).orElseThrow();
                arcs.get(arcs.size() - 1).add(plane.get().place(pixel));
            }
            on = plane;
        }
        return arcs;
    }

    private static Optional<ElementPlane> plane(Scene scene, Vector3 ray) {
        return scene.planes().stream()
                .filter(plane -> plane.met(ray).filter(plane::has).isPresent())
                .findFirst();
    }

    /** The angles to the beam, radians, under which the detector is seen from the sample. */
    private static DoubleSummaryStatistics angles(Scene scene) {
        DoubleSummaryStatistics angles = new DoubleSummaryStatistics();
        scene.beamPlace().ifPresent(there -> angles.accept(0));
        for (ElementPlane plane : scene.planes()) {
            double fast = (plane.element().fast().size() - 1) / (double) SAMPLES;
            double slow = (plane.element().slow().size() - 1) / (double) SAMPLES;
            for (int x = 0; x <= SAMPLES; x++) {
                for (int y = 0; y <= SAMPLES; y++) {
                    Vector3 ray = plane.place(new Pixel(x * fast, y * slow));
                    if (ray.length() > 0) {
                        angles.accept(Math.acos(Math.max(-1, Math.min(1, ray.dot(scene.beam()) / ray.length()))));
                    }
                }
            }
        }
        return angles;
    }
}
