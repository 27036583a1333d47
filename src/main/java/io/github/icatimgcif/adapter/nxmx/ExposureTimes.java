package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;

/** {@code count_time} and {@code frame_time}, which early Jungfraujoch wrote under each other's names. */
final class ExposureTimes {

    private static final String COUNT_TIME = "count_time";
    private static final String FRAME_TIME = "frame_time";

    private final NxmxEntry entry;
    private final Findings findings;

    ExposureTimes(NxmxEntry entry, Findings findings) {
        this.entry = entry;
        this.findings = findings;
    }

    /** Hands each over under its name; a frame cannot be exposed for longer than it lasts. */
    void add(BiConsumer<String, Hdf5Node> reading) {
        Optional<Hdf5Node> count = entry.inDetector(COUNT_TIME);
        Optional<Hdf5Node> frame = entry.inDetector(FRAME_TIME);
        Optional<BigDecimal> exposed = seconds(count);
        Optional<BigDecimal> lasting = seconds(frame);
        boolean areSwapped = exposed.isPresent()
                && lasting.isPresent()
                && lasting.get().signum() > 0
                && exposed.get().doubleValue() > lasting.get().doubleValue() * (1 + 1e-6);
        if (areSwapped) {
            findings.warning(
                    entry.detector() + "/" + COUNT_TIME,
                    "is longer than " + FRAME_TIME + ", which cannot be; each is taken for the other");
        }
        (areSwapped ? frame : count).ifPresent(node -> reading.accept("instrument/detector/" + COUNT_TIME, node));
        (areSwapped ? count : frame).ifPresent(node -> reading.accept("instrument/detector/" + FRAME_TIME, node));
    }

    /** Empty without a unit too: what is not stated contradicts nothing. */
    private static Optional<BigDecimal> seconds(Optional<Hdf5Node> node) {
        Optional<Unit> unit = node.flatMap(Fields::unitWord)
                .flatMap(UnitWords::unit)
                .filter(u -> u.dimension() == Unit.Dimension.TIME);
        return unit.flatMap(u ->
                Fields.number(node).map(n -> new Quantity(n, u).in(Unit.SECOND).magnitude()));
    }
}
