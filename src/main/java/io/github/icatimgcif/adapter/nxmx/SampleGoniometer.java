package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.GoniometerTables;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The goniometer of one NXmx entry: by the chain of the sample, and by the tables of angles that Dectris keeps beside it. */
final class SampleGoniometer {

    private final NxmxEntry entry;
    private final TopAxis top;
    private final GoniometerTables tables;
    private final Findings findings;

    SampleGoniometer(NxmxEntry entry, Chains chains, Fields fields, Findings findings) {
        this.entry = entry;
        this.top = new TopAxis(entry, chains, findings);
        this.tables = new GoniometerTables(entry.path() + "/sample", entry.file(), fields, findings);
        this.findings = findings;
    }

    /**
     * What the goniometer is, and where its axes stand.
     *
     * @param statement its axes as far as the file gives them
     * @param axes      their settings
     */
    record Read(GoniometerStatement statement, List<RecordedAxis> axes) {
        Read {
            axes = List.copyOf(axes);
        }
    }

    /**
     * The chain of the sample; else the tables; else nothing is known.
     *
     * @param names names that are taken in the experiment; the new ones are added
     */
    Read read(Set<String> names) {
        List<Transformation> chain = top.ofSample();
        Read read = chain.isEmpty() && !top.isSampleStated() ? byTables() : byChain(chain, names);
        names.addAll(read.axes().stream().map(RecordedAxis::name).toList());
        return read;
    }

    private Read byTables() {
        return tables.read()
                .map(read -> new Read(read.statement(), read.axes()))
                .orElseGet(() -> new Read(new GoniometerStatement.Silent(), List.of()));
    }

    private Read byChain(List<Transformation> chain, Set<String> names) {
        // Below all axes that turn, a translation that stands still only says where the first of them stands.
        Set<String> places = new HashSet<>();
        chain.subList(0, base(chain)).forEach(t -> places.add(t.path()));
        AxisBuilder.Built built = new AxisBuilder(names, t -> places.contains(t.path())).build(chain);
        Read stated = new Read(new GoniometerStatement.Stated(built.chain()), built.recorded());
        List<RecordedAxis> others = tables.axesBeside(built.recorded());
        if (others.isEmpty()) {
            return stated;
        }
        // Of several axes of the chain nobody could tell which of them carries the one that turns.
        boolean canBeAnother = rotations(built.chain()).size() < 2
                && GoniometerTables.moving(built.recorded()).isEmpty();
        Optional<RecordedAxis> spindle = canBeAnother ? GoniometerTables.moving(others) : Optional.empty();
        if (spindle.isPresent()) {
            return turnsAbout(spindle.get(), built, others);
        }
        findings.warning(
                entry.path() + "/sample/goniometer",
                "has settings other than 0 of "
                        + others.stream().map(RecordedAxis::name).toList()
                        + ", which the chain of the sample does not lead to: their directions are not known, and only the"
                        + " axes of the chain are described");
        return stated;
    }

    /** The chain leads to axes that stand still, while the tables say that the sample turns about another. */
    private Read turnsAbout(RecordedAxis spindle, AxisBuilder.Built built, List<RecordedAxis> others) {
        findings.warning(
                entry.path() + "/sample",
                "the axes of its chain stand still and " + spindle.path()
                        + " turns, whose direction the file does not give");
        List<RecordedAxis> all = new ArrayList<>(built.recorded());
        others.stream()
                .filter(axis -> axis.values().size() == 1
                        || axis.values().size() == spindle.values().size())
                .forEach(all::add);
        return new Read(named(spindle, built.chain()), all);
    }

    /** Parallel to the only axis of the chain that could turn, as the rotation axes of most goniometers are at zero settings. */
    private GoniometerStatement.Named named(RecordedAxis spindle, AxisChain chain) {
        List<Axis> rotations = rotations(chain);
        return rotations.size() == 1
                ? new GoniometerStatement.Named(
                        spindle.name(),
                        rotations.get(0).vector(),
                        "parallel to " + rotations.get(0).name() + ", whose direction the file gives")
                : GoniometerTables.byConvention(spindle.name());
    }

    private static List<Axis> rotations(AxisChain chain) {
        return chain.axes().stream()
                .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                .toList();
    }

    private static int base(List<Transformation> chain) {
        int base = 0;
        while (base < chain.size()
                && !chain.get(base).turns()
                && chain.get(base).standsStill()) {
            base++;
        }
        return base < chain.size() && chain.stream().anyMatch(Transformation::turns) ? base : 0;
    }
}
