package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.geometry.Vector3;
import java.util.HashSet;
import java.util.Set;

/** With all axes at zero the beam, which is Z, meets the array. */
final class BeamCentre implements OriginalTest {

    @Override
    public String name() {
        return "Check calculated beam centre";
    }

    /** One of the two dimensions of the array. */
    private record Direction(Vector3 vector, Vector3 origin, double first, double step, double size) {

        Vector3 from(Vector3 place, double index) {
            return place.plus(vector.times(first + index * step));
        }
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        Direction fast = direction(block, "1");
        Direction slow = direction(block, "2");
        if (!fast.origin.equals(slow.origin)) {
            throw new CannotBeTested("the surface axes have different origins");
        }
        Vector3 first = place(slow, 0, fast, 0);
        Vector3 alongSlow = place(slow, 1, fast, 0).minus(first);
        Vector3 alongFast = place(slow, 0, fast, 1).minus(first);
        // Solved as Cramer does, so that the digits of the message are those that are expected.
        double determinant = alongSlow.x() * alongFast.y() - alongFast.x() * alongSlow.y();
        if (determinant == 0) {
            throw new CannotBeTested("the surface axes are parallel");
        }
        double slowIndex = (-first.x() * alongFast.y() + alongFast.x() * first.y()) / determinant;
        double fastIndex = (-alongSlow.x() * first.y() + first.x() * alongSlow.y()) / determinant;
        String centre = "Beam centre in pixels " + JuliaNumber.text(slowIndex) + ", " + JuliaNumber.text(fastIndex)
                + " for zero axis settings has at least one ";
        if (slowIndex < 0 || fastIndex < 0) {
            messages.fail(centre + "negative value, which implies a position off the detector");
        } else if (slowIndex > slow.size || fastIndex > fast.size) {
            messages.fail(centre + "value greater than maximum dimension " + JuliaNumber.text(slow.size) + ", "
                    + JuliaNumber.text(fast.size) + ", which implies a position off the detector");
        }
    }

    private static Vector3 place(Direction slow, double slowIndex, Direction fast, double fastIndex) {
        return fast.from(slow.from(slow.origin, slowIndex), fastIndex);
    }

    private static Direction direction(OriginalBlock block, String precedence) {
        for (OriginalLoop.Row dimension :
                block.loop("_array_structure_list.precedence").rows()) {
            if (dimension.is("precedence", precedence)) {
                OriginalLoop.Row setting = SurfaceAxis.ofSet(block, dimension.text("axis_set_id"));
                String id = setting.text("axis_id");
                OriginalLoop.Row axis = axis(block, id);
                return new Direction(
                        vector(axis, "vector"),
                        origin(block, id),
                        setting.number("displacement"),
                        setting.number("displacement_increment"),
                        dimension.number("dimension"));
            }
        }
        throw new CannotBeTested("no _array_structure_list.precedence is spelled " + precedence);
    }

    /** The sum of the offsets of an axis and of those that carry it. */
    private static Vector3 origin(OriginalBlock block, String id) {
        Vector3 sum = Vector3.ZERO;
        Set<String> seen = new HashSet<>();
        String at = id;
        while (seen.add(at)) {
            OriginalLoop.Row axis = axis(block, at);
            sum = sum.plus(vector(axis, "offset"));
            if (axis.isNothing("depends_on")) {
                return sum;
            }
            at = axis.text("depends_on");
        }
        throw new CannotBeTested("the axes that carry " + id + " run in a circle");
    }

    private static Vector3 vector(OriginalLoop.Row axis, String object) {
        return new Vector3(axis.number(object + "[1]"), axis.number(object + "[2]"), axis.number(object + "[3]"));
    }

    private static OriginalLoop.Row axis(OriginalBlock block, String id) {
        for (OriginalLoop.Row axis : block.loop("_axis.id").rows()) {
            if (axis.is("id", id)) {
                return axis;
            }
        }
        throw new CannotBeTested("no axis " + id);
    }
}
