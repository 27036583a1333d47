package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One row of {@code _axis} of a published geometry, in the imgCIF frame.
 *
 * @param id        its name
 * @param type      rotation, translation or what else stands there, lower case
 * @param equipment goniometer, detector, gravity, source or what else stands there, lower case
 * @param dependsOn name of the axis that carries it; empty if there is none
 * @param vector    as recorded; empty if it is not three numbers
 * @param offset    mm; zero where there are no numbers
 */
record PublishedAxis(
        String id,
        String type,
        String equipment,
        Optional<String> dependsOn,
        Optional<Vector3> vector,
        Vector3 offset) {

    /** The rows of a category {@code axis}. */
    static List<PublishedAxis> all(Category axes) {
        return StreamSupport.stream(axes.rows().spliterator(), false)
                .map(row -> new PublishedAxis(
                        text(axes, row, "id").orElse("?"),
                        text(axes, row, "type").orElse("").toLowerCase(Locale.ROOT),
                        text(axes, row, "equipment").orElse("").toLowerCase(Locale.ROOT),
                        text(axes, row, "depends_on"),
                        vector(axes, row, "vector"),
                        vector(axes, row, "offset").orElse(Vector3.ZERO)))
                .toList();
    }

    /** Whether this row gives the direction of gravity, or of the source. */
    boolean isDirectionOf(String what) {
        return equipment.equals(what) || type.equals(what) || id.equalsIgnoreCase(what);
    }

    boolean moves() {
        return type.equals("rotation") || type.equals("translation");
    }

    /** A component with the digits that matter: minus zero is zero, and what a turn of the frame added in the 12th is gone. */
    static BigDecimal plain(double component) {
        BigDecimal rounded = BigDecimal.valueOf(component)
                .setScale(9, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
    }

    private static Optional<String> text(Category axes, List<CifValue> row, String object) {
        return value(axes, row, object).flatMap(CifValue::asText);
    }

    private static Optional<Vector3> vector(Category axes, List<CifValue> row, String object) {
        Optional<Double> x = number(axes, row, object + "[1]");
        Optional<Double> y = number(axes, row, object + "[2]");
        Optional<Double> z = number(axes, row, object + "[3]");
        return x.isPresent() && y.isPresent() && z.isPresent()
                ? Optional.of(new Vector3(x.get(), y.get(), z.get()))
                : Optional.empty();
    }

    private static Optional<Double> number(Category axes, List<CifValue> row, String object) {
        return value(axes, row, object).flatMap(CifValue::asNumber).map(BigDecimal::doubleValue);
    }

    private static Optional<CifValue> value(Category axes, List<CifValue> row, String object) {
        int place = axes.indexOf(object);
        return place < 0 ? Optional.empty() : Optional.of(row.get(place));
    }
}
