package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.experiment.PossibleLengths;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads how one NXdetector_module lies: its directions, and the chain of axes that {@code fast_pixel_direction} rides on. */
final class ModuleReader {

    /** Cosine of the angle between the directions of a detector that is still rectangular. */
    private static final double MOST_SKEW = 0.1;

    private final NxmxEntry entry;
    private final Chains chains;
    private final Fields fields;
    private final Findings findings;

    ModuleReader(NxmxEntry entry, Chains chains, Fields fields, Findings findings) {
        this.entry = entry;
        this.chains = chains;
        this.fields = fields;
        this.findings = findings;
    }

    /** Reads the module at a path. */
    DetectorModule read(String module) {
        String fastPath = module + "/fast_pixel_direction";
        String slowPath = module + "/slow_pixel_direction";
        Transformation fast = chains.read(fastPath);
        Transformation slow = chains.read(slowPath);
        Vector3 fastDirection = fast.vector().toVector().direction();
        Vector3 slowDirection = slow.vector().toVector().direction();
        warnOfSkew(module, fastDirection.dot(slowDirection));
        Optional<String> stated = skipPixelDirections(fast.dependsOn(), fastPath, slowPath);
        if (stated.isEmpty() && entry.hasLaboratoryDirections()) {
            return inLaboratory(module, fast, slow);
        }
        List<Transformation> chain = stated.or(() -> assumedCarrier(module, fastPath))
                .map(chains::from)
                .orElse(List.of());
        if (!chain.isEmpty()) {
            requireSameRotations(slow, chain, fastPath, slowPath);
        }
        boolean ridesOnSlow = fast.dependsOn().equals(Optional.of(slowPath));
        Vector3 corner = ridesOnSlow ? slow.offset().plus(fast.offset()) : fast.offset();
        if (!ridesOnSlow
                && !slow.offset().equals(Vector3.ZERO)
                && !slow.offset().equals(fast.offset())) {
            findings.warning(
                    slowPath,
                    "has an offset of its own, " + slow.offset() + " mm; the first pixel is taken to lie where"
                            + " fast_pixel_direction begins: check the position of the detector");
        }
        if (!corner.equals(Vector3.ZERO) && chain.stream().anyMatch(t -> t.kind() == Axis.Kind.ROTATION)) {
            findings.note(
                    entry.detector(),
                    "the offset of a fast_pixel_direction rides on a rotation; it is turned with it, as NXtransformations"
                            + " says");
        }
        return new DetectorModule(
                module,
                chain,
                corner,
                fastDirection,
                slowDirection,
                pixelSize(fast, "x_pixel_size"),
                pixelSize(slow, "y_pixel_size"));
    }

    /**
     * Dectris' layout of 2024: directions that depend on nothing are the laboratory's, and {@code detector/depends_on} says
     * where the first pixel is. Rotations at the top of that chain turn directions that are turned already: they are left out.
     *
     * @see <a href="https://github.com/dectris/documentation">Dectris FileWriter, hdf5 nexus v2024.2 nxmx</a>
     */
    private DetectorModule inLaboratory(String module, Transformation fast, Transformation slow) {
        List<Transformation> chain = new TopAxis(entry, chains, findings).ofDetector();
        int top = chain.size();
        while (top > 0
                && chain.get(top - 1).kind() == Axis.Kind.ROTATION
                && chain.get(top - 1).standsStill()
                && chain.get(top - 1).offset().equals(Vector3.ZERO)) {
            top--;
        }
        List<Transformation> carriers = chain.subList(0, top);
        Motion motion = Motion.NONE;
        for (Transformation t : carriers) {
            motion = motion.after(
                    t.kind() == Axis.Kind.ROTATION
                            ? new Motion(
                                    Rotation.about(
                                            t.vector().toVector(),
                                            t.recorded(t.name()).setting(0).doubleValue()),
                                    t.offset())
                            : new Motion(Rotation.NONE, t.shift()));
            if (t.kind() == Axis.Kind.ROTATION
                    && !t.standsStill()
                    && t.values().value(0) != t.values().value(t.values().size() - 1)) {
                findings.warning(
                        t.path(),
                        "moves during the scan; the directions of the pixels are taken to hold for its start");
            }
        }
        Rotation back = motion.rotation().inverse();
        return new DetectorModule(
                module,
                carriers,
                back.apply(fast.offset()),
                back.apply(fast.vector().toVector().direction()),
                back.apply(slow.vector().toVector().direction()),
                pixelSize(fast, "x_pixel_size"),
                pixelSize(slow, "y_pixel_size"));
    }

    private void warnOfSkew(String module, double skew) {
        if (Math.abs(skew) > MOST_SKEW) {
            throw new NotUsable(module, "fast and slow direction must be perpendicular; their product is " + skew);
        }
        if (Math.abs(skew) > 1e-3) {
            findings.warning(module, "fast and slow direction are not perpendicular, their product is " + skew);
        }
    }

    /** The slow direction is given in the frame that carries the fast one, so both must ride on the same rotations. */
    private void requireSameRotations(
            Transformation slow, List<Transformation> fastChain, String fastPath, String slowPath) {
        Optional<String> carrier = skipPixelDirections(slow.dependsOn(), fastPath, slowPath);
        List<String> ofFast = rotations(fastChain);
        List<String> ofSlow = rotations(carrier.map(chains::from).orElse(fastChain));
        if (!ofSlow.equals(ofFast)) {
            throw new NotUsable(
                    slowPath, "rides on other rotations than the fast direction: " + ofSlow + " and " + ofFast);
        }
        List<String> carriersOfSlow = carrier.map(chains::from).orElse(fastChain).stream()
                .map(Transformation::path)
                .toList();
        if (!carriersOfSlow.equals(fastChain.stream().map(Transformation::path).toList())) {
            findings.warning(
                    slowPath,
                    "rides on other translations than the fast direction; the first pixel is taken to lie where"
                            + " fast_pixel_direction begins: check the position of the detector");
        }
    }

    private static List<String> rotations(List<Transformation> chain) {
        return chain.stream()
                .filter(t -> t.kind() == Axis.Kind.ROTATION)
                .map(Transformation::path)
                .toList();
    }

    /** Of a direction that depends on nothing: what the module's offset depends on, or the detector. */
    private Optional<String> assumedCarrier(String module, String fastPath) {
        String moduleOffset = module + "/module_offset";
        Optional<String> assumed = entry.file()
                .at(moduleOffset)
                .filter(node -> node.attribute("vector").isPresent())
                .map(node -> moduleOffset)
                .filter(path -> chains.read(path).dependsOn().isPresent())
                .or(() -> Fields.text(entry.inDetector("depends_on"))
                        .filter(path -> !path.equals("."))
                        .map(path -> chains.absolute(path, entry.detector())));
        assumed.ifPresent(path -> findings.warning(
                fastPath,
                "depends on nothing, which would put the detector at the sample; it is taken to ride on " + path
                        + ": check the position of the detector"));
        return assumed;
    }

    /** A pixel direction is a translation whose value is the size of a pixel; as a carrier it does not move anything. */
    private Optional<String> skipPixelDirections(Optional<String> carrier, String fastPath, String slowPath) {
        Optional<String> at = carrier;
        for (int i = 0;
                i < 2
                        && at.isPresent()
                        && (at.get().equals(fastPath) || at.get().equals(slowPath));
                i++) {
            at = chains.read(at.get()).dependsOn();
        }
        return at;
    }

    private BigDecimal pixelSize(Transformation direction, String field) {
        BigDecimal value = direction.values().first().map(direction::converted).orElse(BigDecimal.ZERO);
        double length = direction.vector().toVector().length();
        if (!isPixelSize(value)) {
            value = nominalPixelSize(direction, field)
                    .orElseThrow(() -> new NotUsable(
                            direction.path(),
                            "its value must be the size of a pixel, above 0 and at most "
                                    + (int) PossibleLengths.LARGEST_PIXEL + " mm"));
        }
        return Math.abs(length - 1) < 1e-6 ? value : new BigDecimal(Double.toString(value.doubleValue() * length));
    }

    private static boolean isPixelSize(BigDecimal mm) {
        return PossibleLengths.isPixel(mm.doubleValue());
    }

    /** Early Jungfraujoch wrote {@code x_pixel_size} too small by a million; such a size is no size of a pixel. */
    private Optional<BigDecimal> nominalPixelSize(Transformation direction, String field) {
        return entry.inDetector(field)
                .flatMap(Fields::dataset)
                .flatMap((Hdf5Dataset d) -> fields.quantity(d, Unit.METRE))
                .map((Quantity q) -> q.in(Unit.MILLIMETRE).magnitude())
                .filter(ModuleReader::isPixelSize)
                .map(size -> {
                    findings.warning(direction.path(), "gives no size of a pixel; " + field + " is used");
                    return size;
                });
    }
}
