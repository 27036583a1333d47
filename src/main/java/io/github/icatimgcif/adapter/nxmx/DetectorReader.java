package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The detector: the axes that all its modules ride on, and the modules as arrays of pixels on branches of axes. */
final class DetectorReader {

    private final NxmxEntry entry;
    private final Chains chains;
    private final Fields fields;
    private final Findings findings;
    private final ImageData images;
    private final HintedPosition hinted;
    private final HintComparison comparison;

    DetectorReader(NxmxEntry entry, Chains chains, Fields fields, Findings findings, ImageData images) {
        this.entry = entry;
        this.chains = chains;
        this.fields = fields;
        this.findings = findings;
        this.images = images;
        this.hinted = new HintedPosition(entry, fields, findings);
        this.comparison = new HintComparison(entry, fields, findings);
    }

    /** What was read: the statement, and where its axes stand. */
    record Read(DetectorStatement detector, List<RecordedAxis> axes) {}

    /** Reads the detector; {@code names} are those that are taken. */
    Read read(Set<String> names) {
        ModuleReader reader = new ModuleReader(entry, chains, fields, findings);
        List<DetectorModule> modules = entry.modules().stream()
                .filter(module ->
                        entry.file().at(module + "/fast_pixel_direction").isPresent())
                .map(reader::read)
                .toList();
        if (modules.isEmpty()) {
            return new Read(hinted.flat(images), List.of());
        }
        List<List<Transformation>> chainsOfModules =
                modules.stream().map(DetectorModule::chain).toList();
        if (chainsOfModules.stream().anyMatch(List::isEmpty)) {
            return withoutChain(modules);
        }
        return placed(modules, sharedBy(chainsOfModules), names);
    }

    private Read withoutChain(List<DetectorModule> modules) {
        if (modules.size() > 1) {
            throw new NotUsable(
                    modules.get(0).path(),
                    "the detector consists of " + modules.size()
                            + " modules and no chain of axes tells where they stand; it must");
        }
        return new Read(hinted.flat(images, modules.get(0)), List.of());
    }

    private Read placed(List<DetectorModule> modules, List<Transformation> shared, Set<String> names) {
        AxisBuilder builder = new AxisBuilder(names, this::isOnlyPlace);
        AxisBuilder.Built base = builder.build(shared);
        List<RecordedAxis> recorded = new ArrayList<>(base.recorded());
        List<DetectorElement> elements = new ArrayList<>();
        for (DetectorModule module : modules) {
            AxisBuilder.Built built = builder.build(module.chain());
            List<Axis> branch = built.chain()
                    .axes()
                    .subList(base.chain().axes().size(), built.chain().axes().size());
            built.recorded().stream()
                    .skip(base.recorded().size())
                    .filter(axis -> !recorded.contains(axis))
                    .forEach(recorded::add);
            ArrayPlace place = ArrayPlace.of(entry, module.path(), images, modules.size(), findings);
            elements.add(new DetectorElement(
                    modules.size() == 1 ? "ELEMENT1" : module.name(),
                    new AxisChain(branch),
                    module.origin().plus(built.leftOver()),
                    module.fastDirection(),
                    module.slowDirection(),
                    module.fastPixelSize(),
                    module.slowPixelSize(),
                    place.fastSize(),
                    place.slowSize(),
                    place.section()));
        }
        List<DetectorElement> panels = new CommonGrid(recorded, images, findings).joined(elements, entry.detector());
        DetectorStatement.Placed detector = new DetectorStatement.Placed(base.chain(), panels);
        if (panels.size() > 1) {
            return new Read(detector, recorded);
        }
        boolean lengthsAreStated =
                modules.get(0).chain().stream().allMatch(t -> t.unitIsStated() || t.kind() == Axis.Kind.ROTATION);
        return new Read(comparison.checked(detector, recorded, lengthsAreStated), recorded);
    }

    /** What stands still in the group of a module is no axis of the instrument. */
    private boolean isOnlyPlace(Transformation axis) {
        return entry.modules().stream().anyMatch(module -> axis.path().startsWith(module + "/"));
    }

    /** The axes at the base of all chains. */
    private static List<Transformation> sharedBy(List<List<Transformation>> chains) {
        List<Transformation> first = chains.get(0);
        int shared = 0;
        while (shared < first.size() && isAt(shared, first.get(shared), chains)) {
            shared++;
        }
        return first.subList(0, shared);
    }

    private static boolean isAt(int place, Transformation axis, List<List<Transformation>> chains) {
        return chains.stream()
                .allMatch(
                        chain -> chain.size() > place && chain.get(place).path().equals(axis.path()));
    }
}
