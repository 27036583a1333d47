package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The detector elements of a block, the axes that carry them, and how these stand when each scan begins.
 *
 * @param axes     all axes
 * @param elements in the order of the block
 * @param carriers the axes that the elements ride on, their surface axes included
 * @param scans    settings of the axes at the beginning of each scan, degrees or mm
 * @param beam     the direction in which the beam runs, length 1
 */
public record PlacedElements(
        WrittenAxes axes,
        List<WrittenElement> elements,
        Set<String> carriers,
        Map<String, Map<String, Double>> scans,
        Vector3 beam) {

    private static final Vector3 ALONG_THE_BEAM = new Vector3(0, 0, -1);

    /**
     * The elements of a block.
     *
     * @throws NotStated if the block does not say where they are
     */
    public static PlacedElements of(DataBlock block) {
        WrittenAxes axes = new WrittenAxes(block);
        List<WrittenElement> elements = block.category("diffrn_data_frame").isPresent()
                ? WrittenElement.of(block)
                : WrittenElement.ofArrays(block);
        Set<String> carriers = new LinkedHashSet<>();
        elements.forEach(element -> carriers.addAll(axes.chain(element.outer(axes))));
        return new PlacedElements(axes, elements, carriers, beginnings(block, axes), beam(axes));
    }

    /** The same; empty where the block does not say where its elements are. */
    public static Optional<PlacedElements> ifStated(DataBlock block) {
        try {
            return Optional.of(of(block));
        } catch (NotStated e) {
            return Optional.empty();
        }
    }

    private static Map<String, Map<String, Double>> beginnings(DataBlock block, WrittenAxes axes) {
        Map<String, Map<String, Double>> scans = new LinkedHashMap<>();
        Table.of(block, "diffrn_scan").forEach(scan -> scans.put(Stated.text(scan, "id"), new HashMap<>()));
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            String axis = Stated.text(row, "axis_id");
            double start = row.doubleValue(axes.turns(axis) ? "angle_start" : "displacement_start");
            scans.computeIfAbsent(row.text("scan_id").orElse(""), scan -> new HashMap<>())
                    .put(axis, Double.isNaN(start) ? 0 : start);
        }
        return scans;
    }

    private static Vector3 beam(WrittenAxes axes) {
        return axes.all("source").stream()
                .findFirst()
                .map(source -> vector(axes.direction(source, Map.of())))
                .filter(source -> source.length() > 0 && Double.isFinite(source.length()))
                .map(source -> source.direction().times(-1))
                .orElse(ALONG_THE_BEAM);
    }

    /** Where a pixel lies, mm; 0-based, also between pixels. */
    public Vector3 place(WrittenElement element, double fast, double slow, Map<String, Double> settings) {
        return vector(element.centre(fast, slow, axes, settings));
    }

    /** The settings without those of rotations: no part of the detector is swung away. */
    public Map<String, Double> withoutSwing(Map<String, Double> settings) {
        Map<String, Double> moved = new HashMap<>(settings);
        moved.keySet().removeIf(axes::turns);
        return moved;
    }

    /** The settings of the axes that carry elements, without those that stand at zero. */
    public Map<String, Double> ofDetector(Map<String, Double> settings) {
        Map<String, Double> carrying = new HashMap<>(settings);
        carrying.keySet().retainAll(carriers);
        carrying.values().removeIf(setting -> setting == 0);
        return carrying;
    }

    /** Three numbers as a vector. */
    public static Vector3 vector(double[] xyz) {
        return new Vector3(xyz[0], xyz[1], xyz[2]);
    }
}
