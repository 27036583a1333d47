package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.Locale;
import java.util.Optional;

/**
 * An axis as a full CBF states it, in the frame of the file.
 *
 * @param id        its name
 * @param type      {@code rotation}, {@code translation} or {@code general}, in lower case
 * @param equipment {@code goniometer}, {@code detector}, {@code source}, {@code gravity} or {@code general}, in lower case
 * @param dependsOn the axis that carries it; empty if it stands in the laboratory
 * @param vector    direction, of any length
 * @param offset    where its base lies, mm
 * @param system    the coordinate system of vector and offset, in lower case; {@code laboratory} if not stated
 * @param component the part of the equipment it moves
 */
record FullCbfAxis(
        String id,
        String type,
        String equipment,
        Optional<String> dependsOn,
        Vector3 vector,
        Vector3 offset,
        String system,
        Optional<String> component) {

    private static final String GENERAL = "general";

    /**
     * Reads a row of {@code axis}.
     *
     * @throws NotUsable if it has no id, or a number of it is none or not known
     */
    static FullCbfAxis of(FullCbfRow row) {
        String id = row.needed("id");
        boolean isMounted =
                row.number("rotation").filter(degrees -> degrees.signum() != 0).isPresent();
        if (isMounted) {
            throw new NotUsable(
                    "_axis.rotation",
                    "axis " + id + " has a mounting rotation, which this program does not read; state it as an axis of"
                            + " its own");
        }
        return new FullCbfAxis(
                id,
                word(row, "type", GENERAL),
                word(row, "equipment", GENERAL),
                row.text("depends_on"),
                vector(row, "vector"),
                vector(row, "offset"),
                word(row, "system", "laboratory"),
                row.text("equipment_component"));
    }

    boolean turns() {
        return type.equals("rotation");
    }

    boolean moves() {
        return type.equals("translation");
    }

    /**
     * Its direction, length 1, in the frame of the file.
     *
     * @throws NotUsable if it has none
     */
    Vector3 direction() {
        if (!(vector.length() > 0)) {
            throw new NotUsable("_axis.vector", "axis " + id + " has the vector " + vector + ", no direction");
        }
        return vector.direction();
    }

    /**
     * The axis in another frame.
     *
     * @throws NotUsable if it neither turns nor moves
     */
    Axis seenFrom(Rotation frame) {
        if (!turns() && !moves()) {
            throw new NotUsable(
                    "_axis.type",
                    "axis " + id + " is of type '" + type + "'; an axis that carries something is a"
                            + " rotation or a translation");
        }
        Axis.Kind kind = turns() ? Axis.Kind.ROTATION : Axis.Kind.TRANSLATION;
        return new Axis(id, kind, direction(), offset, component).seenFrom(frame);
    }

    private static String word(FullCbfRow row, String object, String otherwise) {
        return row.text(object).map(text -> text.toLowerCase(Locale.ROOT)).orElse(otherwise);
    }

    private static Vector3 vector(FullCbfRow row, String name) {
        return new Vector3(part(row, name + "[1]"), part(row, name + "[2]"), part(row, name + "[3]"));
    }

    /** What is not stated is 0, says the dictionary; what is not known is not. A general axis carries nothing. */
    private static double part(FullCbfRow row, String object) {
        boolean carries = !word(row, "type", GENERAL).equals(GENERAL);
        return (carries ? row.knownNumber(object, "axis " + row.needed("id")) : row.number(object))
                .map(Number::doubleValue)
                .orElse(0.0);
    }
}
