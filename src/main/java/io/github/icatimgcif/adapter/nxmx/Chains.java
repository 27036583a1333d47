package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows {@code depends_on} from an axis down to the laboratory. */
final class Chains {

    private static final int DEEPEST = 64;
    private static final double LONGEST_IN_METRES = 20;
    private static final double WIDEST_PIXEL_IN_METRES = 0.01;
    private static final String LABORATORY = ".";

    private final Hdf5File file;
    private final Fields fields;
    private final Findings findings;

    Chains(Hdf5File file, Fields fields, Findings findings) {
        this.file = file;
        this.fields = fields;
        this.findings = findings;
    }

    /**
     * The axes that carry the one at {@code path}, itself included, base first.
     *
     * @throws NotUsable if an axis is missing, is no transformation, or carries itself
     */
    List<Transformation> from(String path) {
        Deque<Transformation> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(path);
        while (at.isPresent()) {
            if (!seen.add(at.get()) || seen.size() > DEEPEST) {
                throw new NotUsable(at.get(), "depends_on runs in a circle or is more than " + DEEPEST + " axes deep");
            }
            Transformation axis = read(at.get());
            chain.addFirst(axis);
            at = axis.dependsOn();
        }
        return List.copyOf(chain);
    }

    /** One axis. */
    Transformation read(String path) {
        Hdf5Dataset node = file.at(path)
                .flatMap(Fields::dataset)
                .orElseThrow(() -> new NotUsable(path, "depends_on leads to " + path + ", where there is no axis"));
        Axis.Kind kind = kind(node, path);
        DecimalVector vector = node.attribute("vector")
                .flatMap(DecimalVector::of)
                .orElseThrow(() -> new NotUsable(path, "the axis has no vector of three numbers"));
        if (kind == Axis.Kind.ROTATION && vector.isZero()) {
            throw new NotUsable(path, "a rotation needs a vector with a direction, not 0 0 0");
        }
        Unit assumed = kind == Axis.Kind.ROTATION ? Unit.DEGREE : lengthIfUnstated(node, vector);
        if (!vector.isZero()) {
            requireUnit(path, Fields.unitWord(node), assumed);
        }
        Unit unit = fields.unit(node, assumed);
        boolean unitIsStated = Fields.unitWord(node)
                .flatMap(UnitWords::unit)
                .filter(unit::equals)
                .isPresent();
        return new Transformation(
                path,
                kind,
                vector,
                offset(node, kind, unit),
                node.numbers(),
                unit,
                unitIsStated,
                dependsOn(node, path),
                Fields.attribute(node, "equipment_component"));
    }

    /** A unit that is stated counts: of one that is not understood nobody can tell how far off its axis would be. */
    private static void requireUnit(String path, Optional<String> word, Unit like) {
        Optional<Unit> understood = word.flatMap(UnitWords::unit);
        boolean isUsable = understood
                .map(unit -> unit == Unit.ONE || unit.dimension() == like.dimension())
                .orElse(word.isEmpty());
        if (!isUsable) {
            throw new NotUsable(
                    path,
                    "the unit '" + word.orElseThrow() + "' is no unit of "
                            + like.dimension().name().toLowerCase(java.util.Locale.ROOT) + " that is known; write "
                            + like.name().toLowerCase(java.util.Locale.ROOT) + " or one like it");
        }
    }

    /** Metre by the standard; but nothing of an instrument is 20 m away and no pixel 10 mm wide: those can only be mm. */
    private static Unit lengthIfUnstated(Hdf5Dataset node, DecimalVector vector) {
        double value = node.numbers().first().map(Number::doubleValue).orElse(0.0);
        double shift = vector.toVector().times(value).length();
        double offset = offset(node).map(o -> o.toVector().length()).orElse(0.0);
        double longest = isPixelDirection(node.path()) ? WIDEST_PIXEL_IN_METRES : LONGEST_IN_METRES;
        return Math.max(Math.max(Math.abs(value), shift), offset) > longest ? Unit.MILLIMETRE : Unit.METRE;
    }

    private static boolean isPixelDirection(String path) {
        return path.endsWith("_pixel_direction");
    }

    private static Optional<DecimalVector> offset(Hdf5Node node) {
        return node.attribute("offset").flatMap(DecimalVector::of);
    }

    private static Axis.Kind kind(Hdf5Node node, String path) {
        Optional<String> type = Fields.attribute(node, "transformation_type");
        if (type.isPresent()) {
            return switch (type.get().toLowerCase(java.util.Locale.ROOT)) {
                case "rotation" -> Axis.Kind.ROTATION;
                case "translation" -> Axis.Kind.TRANSLATION;
                default ->
                    throw new NotUsable(
                            path, "transformation_type is '" + type.get() + "'; it must be rotation or translation");
            };
        }
        Optional<Unit.Dimension> measured =
                Fields.unitWord(node).flatMap(UnitWords::unit).map(Unit::dimension);
        if (measured.equals(Optional.of(Unit.Dimension.ANGLE))) {
            return Axis.Kind.ROTATION;
        }
        // A pixel direction is a translation by the standard; of anything else nobody knows what it does.
        if (measured.equals(Optional.of(Unit.Dimension.LENGTH)) || isPixelDirection(path)) {
            return Axis.Kind.TRANSLATION;
        }
        throw new NotUsable(
                path,
                "neither transformation_type nor a unit tells whether the axis turns or moves; write one of them");
    }

    /** EIGER files of Diamond give an offset without offset_units: then it is in the axis' own unit. */
    private Vector3 offset(Hdf5Node node, Axis.Kind kind, Unit unit) {
        Optional<DecimalVector> offset = offset(node);
        if (offset.isEmpty() || offset.get().isZero()) {
            return Vector3.ZERO;
        }
        Optional<String> word = Fields.attribute(node, "offset_units");
        requireUnit(node.path(), word, Unit.MILLIMETRE);
        Optional<Unit> stated = word.flatMap(UnitWords::unit).filter(u -> u.dimension() == Unit.Dimension.LENGTH);
        if (stated.isEmpty() && kind == Axis.Kind.ROTATION) {
            findings.warning(node.path(), "the offset of the rotation has no unit; taken as metre");
        }
        Unit lengthUnit = stated.orElse(kind == Axis.Kind.ROTATION ? Unit.METRE : unit);
        return offset.get().inMillimetres(lengthUnit);
    }

    /** The path that an axis depends on: absolute, or relative to its group, or (Diamond I16) from the root without a slash. */
    private Optional<String> dependsOn(Hdf5Node node, String path) {
        Optional<String> target = Fields.attribute(node, "depends_on").filter(t -> !t.equals(LABORATORY));
        return target.map(text -> absolute(text, path.substring(0, path.lastIndexOf('/'))))
                .filter(axis -> !isLaboratory(axis, path));
    }

    /** Since 2026 a chain may end at a coordinate system instead of a dot; only the one of McStas is the laboratory's. */
    private boolean isLaboratory(String path, String dependent) {
        Optional<Hdf5Group> system = file.at(path)
                .flatMap(Fields::group)
                .filter(group -> Fields.attribute(group, "NX_class")
                        .filter("NXcoordinate_system"::equals)
                        .isPresent());
        if (system.isEmpty()) {
            return false;
        }
        String type = Fields.text(system.get().at("type")).orElse(path.substring(path.lastIndexOf('/') + 1));
        if (!type.toLowerCase(java.util.Locale.ROOT).contains("mcstas")) {
            throw new NotUsable(
                    dependent,
                    "stands in the coordinate system " + path + " (" + type
                            + "); only that of McStas, which is the standard, can be read");
        }
        return true;
    }

    /** The absolute form of a path that stands in {@code group}. */
    String absolute(String path, String group) {
        if (path.startsWith("/")) {
            return path;
        }
        String relative = group + "/" + path;
        return file.at(relative).isEmpty() && file.at("/" + path).isPresent() ? "/" + path : relative;
    }
}
