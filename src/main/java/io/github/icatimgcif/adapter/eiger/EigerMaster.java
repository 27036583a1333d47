package io.github.icatimgcif.adapter.eiger;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.AnnouncedImages;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.GoniometerTables;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.ImageSearch;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.adapter.hdf5.master.Scans;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One master of an EIGER of the first generation. */
final class EigerMaster {

    static final String ENTRY = "/entry";
    static final String DETECTOR = ENTRY + "/instrument/detector";

    private final Hdf5File file;
    private final DataRoots roots;
    private final Findings findings;
    private final Fields fields;

    EigerMaster(Hdf5File file, DataRoots roots, Findings findings) {
        this.file = file;
        this.roots = roots;
        this.findings = findings;
        this.fields = new Fields(findings);
    }

    /**
     * Reads it.
     *
     * @throws NotUsable if no frame is there, or an angle is not recorded for all frames
     */
    RawPart read() {
        warnOfOtherEntries();
        AnnouncedImages announced = new AnnouncedImages(file, DETECTOR, findings);
        ImageData images = announced.compared(file.at(ENTRY + "/data")
                .flatMap(Fields::group)
                .filter(ImageSearch::hasImages)
                .map(group -> new ImageSearch(file, roots, findings).in(group, false))
                .orElseThrow(() -> new NotUsable(ENTRY + "/data", "is missing or empty; it must link to the images"))
                .orBits(announced.bitDepth()));
        Optional<GoniometerTables.Read> goniometer =
                new GoniometerTables(ENTRY + "/sample", file, fields, findings).read();
        List<RecordedAxis> axes = goniometer.map(GoniometerTables.Read::axes).orElse(List.of());
        EigerDetector.Read detector = new EigerDetector(file, fields, findings).read(images);
        List<Scan> scans = new ArrayList<>();
        for (Scan scan : new Scans(path -> Fields.number(file.at(path)), findings).of(images, axes, List.of())) {
            List<AxisSetting> settings = new ArrayList<>(scan.settings());
            settings.addAll(detector.settings());
            scans.add(new Scan(scan.id(), settings, scan.frames()));
        }
        return new RawPart(
                String.valueOf(file.path().getFileName()),
                detector.detector(),
                goniometer
                        .<GoniometerStatement>map(GoniometerTables.Read::statement)
                        .orElseGet(GoniometerStatement.Silent::new),
                scans,
                images.bitDepth(),
                new EigerReadings(file).read());
    }

    private void warnOfOtherEntries() {
        long entries = file.root().links().stream()
                .filter(link ->
                        file.at("/" + link.name() + "/instrument/detector").isPresent())
                .count();
        if (entries > 1) {
            findings.warning(ENTRY, "the file has " + entries + " entries; " + ENTRY + " is read");
        }
    }
}
