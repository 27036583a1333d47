package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.Scans;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import java.util.HashSet;
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

    RawPart read() {
        NxmxEntry entry = NxmxEntry.in(file, findings);
        ImageData images = new Images(entry, roots, findings).find();
        Fields fields = new Fields(findings);
        Chains chains = new Chains(file, fields, findings);
        Set<String> names = new HashSet<>();
        SampleGoniometer.Read goniometer = new SampleGoniometer(entry, chains, fields, findings).read(names);
        DetectorReader.Read detector = new DetectorReader(entry, chains, fields, findings, images).read(names);
        return new RawPart(
                String.valueOf(file.path().getFileName()),
                detector.detector(),
                goniometer.statement(),
                new Scans(path -> Fields.number(file.at(path)), findings)
                        .of(images, goniometer.axes(), detector.axes()),
                images.bitDepth(),
                new ScalarReadings(entry, findings).read());
    }
}
