package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.Collected;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset as collected, for tests: 900 images of 0.2 degrees from 30 degrees on, a detector of 2463 x 2527 pixels of 0.172 mm
 * at 182.4375 mm, beam centre at pixel 1217.5, 1260.25; the wavelength 0.976223 A stands in the raw file.
 */
final class Collecting {

    private static final StoredDataset DATASET = new StoredDataset(
            "run_01_05_datacollection",
            "mx2532",
            "Lyso-crystal05",
            "/data/visitor/mx2532/id23eh1/20250325/RAW_DATA/Lyso/run_01_05_datacollection",
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final List<Reading> readings = new ArrayList<>();
    private StoredDataset dataset = DATASET;
    private int bitDepth = 32;
    private int parts = 1;
    private BigDecimal distance = new BigDecimal("182.4375");
    private BigDecimal increment = new BigDecimal("0.2");
    private AxisChain goniometer =
            new AxisChain(List.of(new Axis("omega", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO)));

    /** With the wavelength in the raw file. */
    static Collecting withWavelength() {
        return new Collecting().rawFile("instrument/beam/incident_wavelength", "0.976223", "angstrom");
    }

    Collecting rawFile(String name, String text, String unit) {
        readings.add(new Reading(Source.RAW_FILE, new SourceTerm("nxmx", name), text, Optional.of(unit)));
        return this;
    }

    Collecting rawFile(String name, String text) {
        readings.add(new Reading(Source.RAW_FILE, new SourceTerm("nxmx", name), text));
        return this;
    }

    /** A beam with these Stokes parameters Q and U for I = 1. */
    Collecting polarised(String q, String u) {
        String stokes = "instrument/beam/incident_polarization_stokes/";
        return rawFile(stokes + 0, "1")
                .rawFile(stokes + 1, q)
                .rawFile(stokes + 2, u)
                .rawFile(stokes + 3, "0");
    }

    Collecting metadataJson(String parameter, String text) {
        readings.add(new Reading(Source.METADATA_FILE, SourceTerm.parameter(parameter), text));
        return this;
    }

    Collecting event(String parameter, String text) {
        readings.add(new Reading(Source.EVENT, SourceTerm.parameter(parameter), text));
        return this;
    }

    Collecting catalogue(String parameter, String text, String unit) {
        readings.add(new Reading(Source.CATALOGUE, SourceTerm.parameter(parameter), text, Optional.of(unit)));
        return this;
    }

    Collecting stated(String item, String text) {
        readings.add(new Reading(Source.PERSON, new SourceTerm(SourceTerm.STATED, item), text));
        return this;
    }

    Collecting announcedFor(String beamline) {
        return announced(Optional.of(beamline), dataset.startDate(), dataset.endDate());
    }

    Collecting announcedFrom(String start, String end) {
        return announced(dataset.beamline(), Optional.of(start), Optional.of(end));
    }

    private Collecting announced(Optional<String> beamline, Optional<String> start, Optional<String> end) {
        dataset = new StoredDataset(
                dataset.name(),
                dataset.proposal(),
                dataset.sample(),
                dataset.location(),
                Map.of(),
                List.of(),
                Optional.empty(),
                beamline,
                start,
                end);
        return this;
    }

    Collecting pixelsOf(int bits) {
        bitDepth = bits;
        return this;
    }

    Collecting withoutGoniometer() {
        goniometer = AxisChain.EMPTY;
        return this;
    }

    /** The axis omega along another direction, McStas frame. */
    Collecting turningAbout(double x, double y, double z) {
        goniometer = new AxisChain(
                List.of(new Axis("omega", Axis.Kind.ROTATION, new Vector3(x, y, z).direction(), Vector3.ZERO)));
        return this;
    }

    /** Turned by this many degrees in each frame. */
    Collecting inStepsOf(String degrees) {
        increment = new BigDecimal(degrees);
        return this;
    }

    /** With the detector this far from the sample. */
    Collecting atDistance(String millimetres) {
        distance = new BigDecimal(millimetres);
        return this;
    }

    /** The same part several times. */
    Collecting inParts(int count) {
        parts = count;
        return this;
    }

    Collected collected() {
        Measurement measurement = measurement();
        RawPart part = new RawPart(
                "x_master.h5",
                new DetectorStatement.Placed(measurement.detector(), measurement.elements()),
                new GoniometerStatement.Stated(measurement.goniometer()),
                measurement.scans(),
                measurement.bitDepth(),
                List.of());
        return new Collected(dataset, Optional.empty(), Collections.nCopies(parts, part), readings, List.of());
    }

    private Measurement measurement() {
        Axis translation = new Axis("trans", Axis.Kind.TRANSLATION, new Vector3(0, 0, 1), Vector3.ZERO);
        BigDecimal pixel = new BigDecimal("0.172");
        DetectorElement element = new DetectorElement(
                "ELEMENT",
                new Vector3(1217.5 * 0.172, 1260.25 * 0.172, 0),
                new Vector3(-1, 0, 0),
                new Vector3(0, -1, 0),
                pixel,
                pixel,
                2463,
                2527);
        List<AxisSetting> settings = new ArrayList<>();
        settings.add(AxisSetting.constant("trans", distance));
        goniometer
                .axes()
                .forEach(axis -> settings.add(AxisSetting.stepped(axis.name(), new BigDecimal("30"), increment)));
        FrameLocation first = new FrameLocation(
                Path.of("/data/x_data_000001.h5"), FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        FrameLocations frames = new FrameLocations(List.of(new FrameLocations.InFile(first, 900, 1)));
        return new Measurement(
                goniometer,
                new AxisChain(List.of(translation)),
                List.of(element),
                List.of(new Scan("SCAN1", settings, frames)),
                bitDepth);
    }
}
