package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.ShownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The axes of a block as the dictionary defines them and nothing else: an axis turns what depends on it right-handed about its
 * vector, or moves it along the vector, and then adds its offset. With arithmetic of its own, so that it can judge the
 * geometry that wrote the block.
 */
public final class WrittenAxes {

    private record Axis(
            String type, String equipment, Optional<String> carrier, List<Double> vector, List<Double> offset) {

        boolean turns() {
            return type.equals("rotation");
        }

        double length() {
            return Math.sqrt(
                    vector.get(0) * vector.get(0) + vector.get(1) * vector.get(1) + vector.get(2) * vector.get(2));
        }
    }

    /** More axes than carry anything in any laboratory. */
    private static final int MOST_CARRIERS = 32;

    private final Map<String, Axis> axes = new LinkedHashMap<>();

    /** The chains that were asked for: each is asked for again for every pixel that is placed. */
    private final Map<String, List<String>> chains = new ConcurrentHashMap<>();

    /**
     * The axes of a block.
     *
     * @throws NotStated if the block does not say an id, or a number where there must be one
     */
    public WrittenAxes(DataBlock block) {
        for (Table.Row row : Table.of(block, "axis")) {
            Axis axis = new Axis(
                    row.text("type").orElse(""),
                    row.text("equipment").orElse(""),
                    row.text("depends_on"),
                    List.of(
                            Stated.number(row, "vector[1]"),
                            Stated.number(row, "vector[2]"),
                            Stated.number(row, "vector[3]")),
                    List.of(
                            Stated.number(row, "offset[1]"),
                            Stated.number(row, "offset[2]"),
                            Stated.number(row, "offset[3]")));
            axes.put(Stated.text(row, "id"), axis);
        }
    }

    /**
     * What can have a setting turns or moves; what is only a direction does neither.
     *
     * @throws NotStated if that is not so of all axes
     */
    public void requireTypes() {
        for (Axis axis : axes.values()) {
            boolean isOnlyDirection = axis.equipment.equals("gravity") || axis.equipment.equals("source");
            boolean moves = axis.turns() || axis.type.equals("translation");
            if (isOnlyDirection != axis.type.equals("general") || !isOnlyDirection && !moves) {
                throw new NotStated("an axis of the equipment " + ShownText.of(axis.equipment) + " is of the type "
                        + ShownText.of(axis.type));
            }
        }
    }

    /** Whether an axis is a rotation. */
    public boolean turns(String id) {
        return axis(id).turns();
    }

    /** The axes that carry an axis, and itself last; base first. */
    public List<String> chain(String id) {
        List<String> known = chains.get(id);
        if (known == null) {
            known = List.copyOf(followed(id));
            chains.put(id, known);
        }
        return known;
    }

    private List<String> followed(String id) {
        LinkedList<String> chain = new LinkedList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(id);
        while (at.isPresent()) {
            if (!seen.add(at.get())) {
                throw new NotStated("the axes that carry " + ShownText.of(id) + " run in a circle");
            }
            if (chain.size() == MOST_CARRIERS) {
                throw new NotStated("more than " + MOST_CARRIERS + " axes carry " + ShownText.of(id));
            }
            chain.addFirst(at.get());
            at = axis(at.get()).carrier;
        }
        return chain;
    }

    /** The axes of an equipment as one chain, base first; empty if it has none. */
    public List<String> chainOf(String equipment) {
        List<String> all = all(equipment);
        List<String> longest = new ArrayList<>();
        for (String id : all) {
            List<String> chain = chain(id);
            longest = chain.size() > longest.size() ? chain : longest;
        }
        if (longest.size() != all.size()) {
            throw new NotStated("the axes of the " + equipment + " are not one chain: "
                    + all.stream().map(ShownText::of).toList());
        }
        return longest;
    }

    /** The axes of an equipment. */
    public List<String> all(String equipment) {
        return axes.entrySet().stream()
                .filter(axis -> axis.getValue().equipment.equals(equipment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where a point that rides on an axis lies in the laboratory, mm; axes without a setting stand at zero. */
    public double[] carried(String id, double[] point, Map<String, Double> settings) {
        double[] at = point;
        List<String> chain = chain(id);
        for (int i = chain.size() - 1; i >= 0; i--) {
            Axis axis = axis(chain.get(i));
            double setting = settings.getOrDefault(chain.get(i), 0.0);
            at = plus(axis.turns() ? turned(axis, setting, at) : plus(at, axis.vector, setting), axis.offset, 1);
        }
        return at;
    }

    /** Where the vector of an axis points in the laboratory. */
    public double[] direction(String id, Map<String, Double> settings) {
        double[] direction = plus(new double[3], axis(id).vector, 1);
        List<String> chain = chain(id);
        for (int i = chain.size() - 2; i >= 0; i--) {
            Axis carrier = axis(chain.get(i));
            if (carrier.turns()) {
                direction = turned(carrier, settings.getOrDefault(chain.get(i), 0.0), direction);
            }
        }
        return direction;
    }

    private Axis axis(String id) {
        Axis axis = axes.get(id);
        if (axis == null) {
            throw new NotStated("there is no axis " + ShownText.of(id));
        }
        return axis;
    }

    /** Rodrigues' formula; the vector is taken for a direction whatever its length. */
    private static double[] turned(Axis axis, double degrees, double[] p) {
        List<Double> vector = axis.vector;
        double length = axis.length();
        double[] k = {vector.get(0) / length, vector.get(1) / length, vector.get(2) / length};
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double along = (k[0] * p[0] + k[1] * p[1] + k[2] * p[2]) * (1 - cos);
        return new double[] {
            p[0] * cos + (k[1] * p[2] - k[2] * p[1]) * sin + k[0] * along,
            p[1] * cos + (k[2] * p[0] - k[0] * p[2]) * sin + k[1] * along,
            p[2] * cos + (k[0] * p[1] - k[1] * p[0]) * sin + k[2] * along
        };
    }

    private static double[] plus(double[] a, List<Double> b, double factor) {
        return new double[] {a[0] + factor * b.get(0), a[1] + factor * b.get(1), a[2] + factor * b.get(2)};
    }
}
