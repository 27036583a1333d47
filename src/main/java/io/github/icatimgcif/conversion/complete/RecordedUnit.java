package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.util.Locale;
import java.util.Optional;

/**
 * In which unit a number was recorded.
 *
 * @param unit    the one beside the number, or else the one in which its source is known to record it; empty if that is of no use
 * @param trouble why it is of no use; not empty only then
 */
record RecordedUnit(Optional<Unit> unit, String trouble) {

    /**
     * Finds it.
     *
     * @param reading   the number, and the word for its unit if it has one
     * @param dimension what is to be measured
     * @param declared  in which unit the source is known to record it; empty if that is not known
     */
    static RecordedUnit of(Reading reading, Unit.Dimension dimension, Optional<Unit> declared) {
        Optional<Unit> written = reading.unit().flatMap(UnitWords::unit);
        if (reading.unit().isPresent() && written.isEmpty()) {
            return new RecordedUnit(
                    Optional.empty(), "its unit '" + reading.unit().get() + "' is not known");
        }
        // ICAT writes NA where a parameter type has no unit.
        Optional<Unit> unit = written.filter(its -> its != Unit.ONE || dimension == Unit.Dimension.NUMBER)
                .or(() -> declared)
                .filter(its -> its.dimension() == dimension);
        return new RecordedUnit(
                unit,
                unit.isPresent()
                        ? ""
                        : "its unit '" + reading.unit().orElse("") + "' does not measure "
                                + dimension.name().toLowerCase(Locale.ROOT));
    }
}
