package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NXmx: an HDF5 master whose groups say where everything stands, and links to the files that hold the pixels. */
public final class NxmxFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public NxmxFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "NXmx";
    }

    @Override
    public RawReading read(Path location) {
        try {
            MasterSearch.Found found = new MasterSearch(roots).in(location);
            if (found.masters().isEmpty()) {
                return found.damaged().isEmpty()
                        ? new RawReading.Absent(found.description())
                        : new RawReading.Unusable(found.damaged());
            }
            if (found.masters().size() > 1) {
                return unusable(
                        location.toString(),
                        "there are " + found.masters().size() + " NXmx masters, " + found.masters()
                                + "; one dataset of one scan can be described: give one of them");
            }
            return readMaster(found.masters().get(0));
        } catch (OutsideDataRoots e) {
            return unusable(location.toString(), String.valueOf(e.getMessage()));
        }
    }

    private RawReading readMaster(Path master) {
        Findings findings = new Findings();
        try (Hdf5File file = Hdf5File.open(master, roots)) {
            NxmxEntry entry = NxmxEntry.in(file, findings);
            ImageData images = ImageData.in(entry, roots, findings);
            Fields fields = new Fields(findings);
            Chains chains = new Chains(file, fields, findings);
            AxisBuilder builder = new AxisBuilder(new ScanSettings(
                    path -> Fields.number(file.at(path)), images.frames().count(), findings));
            AxisBuilder.Built goniometer =
                    builder.build(new GoniometerReader(entry, chains, findings).read(), t -> false);
            DetectorReader.Read detector = new DetectorReader(entry, chains, fields, findings)
                    .read(builder, images.fastSize(), images.slowSize());
            List<AxisSetting> settings = new ArrayList<>(goniometer.settings());
            settings.addAll(detector.settings());
            RawPart part = new RawPart(
                    master.getFileName().toString(),
                    new DetectorStatement.Placed(detector.axes(), List.of(detector.element())),
                    new GoniometerStatement.Stated(goniometer.chain()),
                    List.of(new Scan("SCAN1", settings, images.frames())),
                    images.bitDepth(),
                    new ScalarReadings(entry, findings).read());
            return new RawReading.RawDataset(List.of(part), findings.all());
        } catch (NotUsable e) {
            List<Finding> all = new ArrayList<>(findings.all());
            all.add(Finding.error(e.subject(), String.valueOf(e.getMessage())));
            return new RawReading.Unusable(all);
        } catch (Hdf5Unreadable | OutsideDataRoots e) {
            return unusable(master.getFileName().toString(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // The types of the experiment refuse numbers that no instrument has, which a damaged file may well hold.
            return unusable(master.getFileName().toString(), "holds values that cannot be: " + e.getMessage());
        }
    }

    private static RawReading unusable(String subject, String message) {
        return new RawReading.Unusable(List.of(Finding.error(subject, message)));
    }
}
