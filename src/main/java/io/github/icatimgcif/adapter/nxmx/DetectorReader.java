package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The detector: the chain that {@code module/fast_pixel_direction} rides on, and the array of pixels on it. */
final class DetectorReader {

    /** Cosine of the angle between the directions of a detector that is still rectangular. */
    private static final double MOST_SKEW = 0.1;

    /** mm */
    private static final int LARGEST_PIXEL = 10;

    private final NxmxEntry entry;
    private final Chains chains;
    private final Fields fields;
    private final Findings findings;
    private final HintedPosition hints;

    DetectorReader(NxmxEntry entry, Chains chains, Fields fields, Findings findings) {
        this.entry = entry;
        this.chains = chains;
        this.fields = fields;
        this.findings = findings;
        this.hints = new HintedPosition(entry, fields, findings);
    }

    /** What was read: the axes with their settings and the one element on them. */
    record Read(AxisChain axes, List<AxisSetting> settings, DetectorElement element) {}

    /** Reads the detector whose images have {@code slowSize} rows of {@code fastSize} pixels. */
    Read read(AxisBuilder builder, int fastSize, int slowSize) {
        String fastPath = entry.module() + "/fast_pixel_direction";
        String slowPath = entry.module() + "/slow_pixel_direction";
        Transformation fast = chains.read(fastPath);
        Transformation slow = chains.read(slowPath);
        DetectorElement flat = new DetectorElement(
                "ELEMENT1",
                fast.offset(),
                fast.vector().toVector().direction(),
                slow.vector().toVector().direction(),
                pixelSize(fast),
                pixelSize(slow),
                fastSize,
                slowSize);
        double skew = flat.fastDirection().dot(flat.slowDirection());
        if (Math.abs(skew) > MOST_SKEW) {
            throw new NotUsable(
                    entry.module(), "fast and slow direction must be perpendicular; their product is " + skew);
        }
        if (Math.abs(skew) > 1e-3) {
            findings.warning(entry.module(), "fast and slow direction are not perpendicular, their product is " + skew);
        }
        Optional<String> carrier = carrier(fast, fastPath, slowPath);
        if (carrier.isEmpty()) {
            return hints.place(flat);
        }
        List<Transformation> chain = chains.from(carrier.get());
        if (!fast.offset().equals(Vector3.ZERO) && chain.stream().anyMatch(t -> t.kind() == Axis.Kind.ROTATION)) {
            findings.warning(
                    fastPath, "its offset rides on a rotation; it is turned with it, as NXtransformations says");
        }
        AxisBuilder.Built built = builder.build(chain, t -> t.path().startsWith(entry.module() + "/"));
        requireSameRotations(slow, chain, fastPath, slowPath);
        boolean lengthsAreStated = chain.stream().allMatch(t -> t.unitIsStated() || t.kind() == Axis.Kind.ROTATION);
        return hints.checked(
                new Read(built.chain(), built.settings(), flat.shifted(built.leftOver())), lengthsAreStated);
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
    }

    private static List<String> rotations(List<Transformation> chain) {
        return chain.stream()
                .filter(t -> t.kind() == Axis.Kind.ROTATION)
                .map(Transformation::path)
                .toList();
    }

    /** The axis that carries the pixels: what the fast direction depends on, else what the module or the detector does. */
    private Optional<String> carrier(Transformation fast, String fastPath, String slowPath) {
        Optional<String> stated = skipPixelDirections(fast.dependsOn(), fastPath, slowPath);
        if (stated.isPresent()) {
            return stated;
        }
        String moduleOffset = entry.module() + "/module_offset";
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

    private BigDecimal pixelSize(Transformation direction) {
        BigDecimal value = direction.values().first().map(direction::converted).orElse(BigDecimal.ZERO);
        double length = direction.vector().toVector().length();
        if (value.signum() <= 0 || value.doubleValue() > LARGEST_PIXEL) {
            value = nominalPixelSize(direction)
                    .orElseThrow(() -> new NotUsable(
                            direction.path(),
                            "its value must be the size of a pixel, above 0 and at most " + LARGEST_PIXEL + " mm"));
        }
        return Math.abs(length - 1) < 1e-6 ? value : new BigDecimal(Double.toString(value.doubleValue() * length));
    }

    private Optional<BigDecimal> nominalPixelSize(Transformation direction) {
        String field = direction.name().startsWith("fast") ? "x_pixel_size" : "y_pixel_size";
        return entry.inDetector(field)
                .flatMap(Fields::dataset)
                .flatMap((Hdf5Dataset d) -> fields.quantity(d, Unit.METRE))
                .map((Quantity q) -> q.in(Unit.MILLIMETRE).magnitude())
                .filter(size -> size.signum() > 0)
                .map(size -> {
                    findings.warning(direction.path(), "gives no size of a pixel; " + field + " is used");
                    return size;
                });
    }
}
