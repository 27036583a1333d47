package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.GoniometerTables;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.adapter.hdf5.master.Scans;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.geometry.AxisChain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one NXmx master. */
final class MasterReader {

    private final Hdf5File file;
    private final DataRoots roots;
    private final Findings findings;

    MasterReader(Hdf5File file, DataRoots roots, Findings findings) {
        this.file = file;
        this.roots = roots;
        this.findings = findings;
    }

    /** What the goniometer is, and where its axes stand. */
    private record Goniometer(GoniometerStatement statement, List<RecordedAxis> axes) {}

    RawPart read() {
        NxmxEntry entry = NxmxEntry.in(file, findings);
        ImageData images = new Images(entry, roots, findings).find();
        Fields fields = new Fields(findings);
        Chains chains = new Chains(file, fields, findings);
        Set<String> names = new HashSet<>();
        Goniometer goniometer = goniometer(entry, chains, fields, names);
        DetectorReader.Read detector = new DetectorReader(entry, chains, fields, findings, images).read(names);
        return new RawPart(
                String.valueOf(file.path().getFileName()),
                detector.detector(),
                goniometer.statement(),
                new Scans(path -> Fields.number(file.at(path)), findings)
                        .of(images.frames(), goniometer.axes(), detector.axes()),
                images.bitDepth(),
                new ScalarReadings(entry, findings).read());
    }

    /** The chain of the sample; else the angles that Dectris keeps beside it; else nothing is known. */
    private Goniometer goniometer(NxmxEntry entry, Chains chains, Fields fields, Set<String> names) {
        TopAxis top = new TopAxis(entry, chains, findings);
        List<Transformation> chain = top.ofSample();
        if (!chain.isEmpty()) {
            // Below all axes that turn, a translation that stands still only says where the first of them stands.
            int base = base(chain);
            Set<String> places = new HashSet<>();
            chain.subList(0, base).forEach(t -> places.add(t.path()));
            AxisBuilder.Built built = new AxisBuilder(names, t -> places.contains(t.path())).build(chain);
            return new Goniometer(new GoniometerStatement.Stated(built.chain()), built.recorded());
        }
        if (top.isSampleStated()) {
            return new Goniometer(new GoniometerStatement.Stated(AxisChain.EMPTY), List.of());
        }
        Optional<GoniometerTables.Read> tables =
                new GoniometerTables(entry.path() + "/sample", file, fields, findings).read();
        tables.ifPresent(read ->
                names.addAll(read.axes().stream().map(RecordedAxis::name).toList()));
        return tables.map(read -> new Goniometer(read.statement(), read.axes()))
                .orElseGet(() -> new Goniometer(new GoniometerStatement.Silent(), List.of()));
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
