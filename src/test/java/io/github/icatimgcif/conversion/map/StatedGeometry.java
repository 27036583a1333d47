package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the geometry of a block by the definitions of the dictionary alone, with arithmetic of its own (Rodrigues' formula on
 * plain arrays), so that it can judge the code that wrote it.
 */
final class StatedGeometry {

    private static final class StatedAxis {
        private final boolean turns;
        private final String carrier;
        private final double[] vector;
        private final double[] offset;

        StatedAxis(Map<String, CifValue> row) {
            turns = text(row, "type").equals("rotation");
            carrier = text(row, "depends_on");
            vector = StatedGeometry.vector(row, "vector");
            offset = StatedGeometry.vector(row, "offset");
        }
    }

    private final Map<String, StatedAxis> axes = new HashMap<>();
    private final Map<String, Double> settings = new HashMap<>();
    private final Map<String, Map<String, CifValue>> surface = new HashMap<>();

    StatedGeometry(DataBlock block) {
        for (Map<String, CifValue> row : rows(block, "axis")) {
            axes.put(text(row, "id"), new StatedAxis(row));
        }
        for (Map<String, CifValue> row : rows(block, "diffrn_scan_axis")) {
            String kind = of(axes, text(row, "axis_id")).turns ? "angle_start" : "displacement_start";
            settings.put(text(row, "axis_id"), number(row, kind));
        }
        rows(block, "array_structure_list_axis").forEach(row -> surface.put(text(row, "axis_id"), row));
    }

    /** Where the centre of a pixel, 0-based, lies in the laboratory at the start of the scan, mm. */
    double[] centre(int fast, int slow) {
        Map<String, Double> all = new HashMap<>(settings);
        all.put("ELEMENT_X", onSurface("ELEMENT_X", fast));
        all.put("ELEMENT_Y", onSurface("ELEMENT_Y", slow));
        return carried("ELEMENT_Y", new double[3], all);
    }

    /** Where a point on the last goniometer axis lies in the laboratory when the axes stand so. */
    double[] carried(String axis, double[] point, Map<String, Double> at) {
        double[] carried = point;
        for (String id = axis; !id.isEmpty(); id = of(axes, id).carrier) {
            StatedAxis a = of(axes, id);
            double setting = at.getOrDefault(id, 0.0);
            double[] moved = a.turns ? turned(a.vector, setting, carried) : sum(carried, a.vector, setting);
            carried = sum(moved, a.offset, 1);
        }
        return carried;
    }

    double[] direction(String axis) {
        return of(axes, axis).vector.clone();
    }

    private double onSurface(String axis, int pixel) {
        Map<String, CifValue> row = of(surface, axis);
        return number(row, "displacement") + pixel * number(row, "displacement_increment");
    }

    private static double[] turned(double[] k, double degrees, double[] p) {
        double t = Math.toRadians(degrees);
        double[] cross = {k[1] * p[2] - k[2] * p[1], k[2] * p[0] - k[0] * p[2], k[0] * p[1] - k[1] * p[0]};
        double along = k[0] * p[0] + k[1] * p[1] + k[2] * p[2];
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            turned[i] = p[i] * Math.cos(t) + cross[i] * Math.sin(t) + k[i] * along * (1 - Math.cos(t));
        }
        return turned;
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        return new double[] {a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]};
    }

    static List<Map<String, CifValue>> rows(DataBlock block, String name) {
        Category category = block.category(name).orElseThrow();
        List<Map<String, CifValue>> rows = new ArrayList<>();
        for (List<CifValue> values : category.rows()) {
            Map<String, CifValue> row = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(category.objects().get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static <T> T of(Map<String, T> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }

    private static String text(Map<String, CifValue> row, String object) {
        return row.get(object) instanceof CifValue.Text text ? text.text() : "";
    }

    private static double number(Map<String, CifValue> row, String object) {
        return ((CifValue.Decimal) of(row, object)).number().doubleValue();
    }

    private static double[] vector(Map<String, CifValue> row, String name) {
        return new double[] {number(row, name + "[1]"), number(row, name + "[2]"), number(row, name + "[3]")};
    }
}
