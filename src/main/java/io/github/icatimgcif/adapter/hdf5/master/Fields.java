package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5Attribute;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Fields of a master: numbers with their units, whatever attribute a writer put the unit into. */
public final class Fields {

    /** {@code units} by the standard, {@code unit} by MXCuBE, {@code u} by nexgen. */
    private static final List<String> UNIT_ATTRIBUTES = List.of("units", "unit", "u");

    private final Findings findings;

    /** Tells what it assumes to {@code findings}. */
    public Fields(Findings findings) {
        this.findings = findings;
    }

    /** The word that a field gives for its unit. */
    public static Optional<String> unitWord(Hdf5Node node) {
        return UNIT_ATTRIBUTES.stream()
                .flatMap(name -> node.attribute(name).flatMap(Hdf5Attribute::text).stream())
                .filter(word -> !word.isBlank())
                .findFirst();
    }

    /** The unit of a field, or {@code assumed} with a finding if it states none, or none that measures the same. */
    public Unit unit(Hdf5Node node, Unit assumed) {
        Optional<String> word = unitWord(node);
        Optional<Unit> unit = word.flatMap(UnitWords::unit).filter(u -> u.dimension() == assumed.dimension());
        if (unit.isEmpty()) {
            findings.warning(
                    node.path(),
                    word.map(w -> "the unit '" + w + "' is no unit for this; ").orElse("no unit is stated; ")
                            + "taken as " + assumed.name().toLowerCase(java.util.Locale.ROOT));
        }
        return unit.orElse(assumed);
    }

    /** The first number of a field with its unit; empty if it is no finite number. */
    public Optional<Quantity> quantity(Hdf5Dataset field, Unit assumed) {
        return field.numbers().first().map(number -> new Quantity(number, unit(field, assumed)));
    }

    /** The first number of a field; empty if there is none. */
    public static Optional<BigDecimal> number(Optional<Hdf5Node> node) {
        return node.flatMap(Fields::dataset).map(Hdf5Dataset::numbers).flatMap(NumberColumn::first);
    }

    /** The text of a field; empty if there is none or it is blank. */
    public static Optional<String> text(Optional<Hdf5Node> node) {
        return node.flatMap(Fields::dataset).flatMap(Hdf5Dataset::text).filter(text -> !text.isBlank());
    }

    /** The node if it is a data set. */
    public static Optional<Hdf5Dataset> dataset(Hdf5Node node) {
        return node instanceof Hdf5Dataset dataset ? Optional.of(dataset) : Optional.empty();
    }

    /** The text of an attribute; empty if there is none or it is blank. */
    public static Optional<String> attribute(Hdf5Node node, String name) {
        return node.attribute(name)
                .flatMap(Hdf5Attribute::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** The node if it is a group. */
    public static Optional<Hdf5Group> group(Hdf5Node node) {
        return node instanceof Hdf5Group group ? Optional.of(group) : Optional.empty();
    }
}
