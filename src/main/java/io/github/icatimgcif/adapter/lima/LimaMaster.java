package io.github.icatimgcif.adapter.lima;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.adapter.hdf5.master.DetectorGeometry;
import io.github.icatimgcif.adapter.hdf5.master.FactReadings;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.ImageSearch;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One master of LIMA2: stills on a jet or a chip, a detector by its distance and beam centre. */
final class LimaMaster {

    static final String VOCABULARY = "lima";

    private static final String INFORMATION = "/detector_information";

    private final Hdf5File file;
    private final DataRoots roots;
    private final Findings findings;
    private final Fields fields;

    LimaMaster(Hdf5File file, DataRoots roots, Findings findings) {
        this.file = file;
        this.roots = roots;
        this.findings = findings;
        this.fields = new Fields(findings);
    }

    /** The group of the detector: {@code /entry_0000/instrument/jungfrau4m_rr_smx}; of several entries that of the first. */
    static Optional<String> detector(Hdf5File file) {
        return detectors(file).findFirst();
    }

    private static Stream<String> detectors(Hdf5File file) {
        return file.root().links().stream()
                .map(Hdf5Link::name)
                .filter(name -> name.matches("entry_\\d+"))
                .map(entry -> "/" + entry + "/instrument")
                .flatMap(instrument -> file.at(instrument).flatMap(Fields::group).stream()
                        .flatMap(group -> group.links().stream())
                        .map(link -> instrument + "/" + link.name()))
                .filter(path -> file.at(path + INFORMATION).isPresent());
    }

    private static String entry(String detector) {
        return detector.substring(0, detector.indexOf('/', 1));
    }

    /**
     * Reads it.
     *
     * @throws NotUsable if no frame is there
     */
    RawPart read() {
        String detector = detector(file).orElseThrow();
        String entry = entry(detector);
        List<String> entries = detectors(file).map(LimaMaster::entry).distinct().toList();
        if (entries.size() > 1) {
            findings.warning(
                    entry, "the file has " + entries.size() + " entries " + entries + "; " + entry + " is read");
        }
        ImageData images = images(entry, detector);
        findings.warning(
                detector + INFORMATION,
                "gives distance and beam centre and no directions; the detector is taken to be perpendicular to the beam and"
                        + " upright as seen from the source");
        return new RawPart(
                String.valueOf(file.path().getFileName()),
                flat(detector + INFORMATION + "/", images),
                // Crystals come by a jet or on a chip: no axis turns them.
                new GoniometerStatement.Stated(AxisChain.EMPTY),
                List.of(new Scan("SCAN1", List.of(), images.frames())),
                images.bitDepth(),
                readings(detector));
    }

    private ImageData images(String entry, String detector) {
        ImageSearch search = new ImageSearch(file, roots, findings);
        for (String path : List.of(entry + "/measurement/data", detector + "/data")) {
            Optional<Hdf5Dataset> data =
                    file.at(path).flatMap(Fields::dataset).filter(images -> images.shape().length > 1);
            if (data.isPresent()) {
                return search.of(data.get(), path, false);
            }
        }
        throw new NotUsable(entry + "/measurement/data", "is missing; it must hold or link to the images");
    }

    private DetectorStatement flat(String information, ImageData images) {
        DetectorGeometry.Directions upright = DetectorGeometry.Directions.UPRIGHT;
        return new DetectorStatement.Flat(
                images.fastSize(),
                images.slowSize(),
                millimetres(information + "x_pixel_size"),
                millimetres(information + "y_pixel_size"),
                millimetres(information + "detector_distance"),
                Fields.number(file.at(information + "beam_center_x")),
                Fields.number(file.at(information + "beam_center_y")),
                upright.fast(),
                upright.slow(),
                Optional.empty());
    }

    private Optional<BigDecimal> millimetres(String path) {
        return file.at(path)
                .flatMap(Fields::dataset)
                .flatMap(length -> fields.quantity(length, Unit.METRE))
                .map(length -> length.in(Unit.MILLIMETRE).magnitude())
                .filter(length -> length.signum() > 0);
    }

    private List<Reading> readings(String detector) {
        FactReadings facts = new FactReadings(file, VOCABULARY);
        String information = detector + INFORMATION;
        String wavelength = detector + "/beam/incident_wavelength";
        warnOfOthers(wavelength);
        facts.add("incident_wavelength", wavelength);
        facts.add("exposure_time", detector + "/acquisition/exposure_time");
        facts.add("detector_name", information + "/detector_name", detector + "/detector_name");
        facts.add("adus_per_photon", information + "/adus_per_photon");
        facts.add("saturation_value", information + "/saturation_value");
        facts.add("underload_value", information + "/underload_value");
        return facts.readings();
    }

    private void warnOfOthers(String path) {
        double[] values = file.at(path)
                .flatMap(Fields::dataset)
                .map(Hdf5Dataset::numbers)
                .map(NumberColumn::values)
                .orElse(new double[0]);
        if (Arrays.stream(values).distinct().count() > 1) {
            findings.warning(
                    path,
                    "has " + values.length + " values that differ, from "
                            + Arrays.stream(values).min().orElseThrow() + " to "
                            + Arrays.stream(values).max().orElseThrow() + "; the first is used: check it");
        }
    }
}
