package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.map.ExternalLinks;
import io.github.icatimgcif.conversion.map.ExternalUris;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.Mapping;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Experiments and the blocks that are made of them. */
final class Experiments {

    private Experiments() {}

    /** All that a description can have: tilted axes, offsets everywhere, branches, sections, steps and irregular settings. */
    static Measurement full() {
        AxisChain goniometer = new AxisChain(List.of(
                axis("omega", Axis.Kind.ROTATION, -1, -0.0025, -0.0056, 0.01, 0.02, 0.03),
                axis("kappa", Axis.Kind.ROTATION, -0.64, 0.1, 0.76, 0.2, -0.1, 0.3),
                axis("sam_x", Axis.Kind.TRANSLATION, 0.1, 0.9, 0.2, 0.4, 0.5, -0.6),
                axis("phi", Axis.Kind.ROTATION, -0.98, 0.03, 0.05, 0.07, 0.08, 0.09)));
        AxisChain detector = new AxisChain(List.of(
                axis("two_theta", Axis.Kind.ROTATION, -1, 0.001, 0.002, 1, 2, 3),
                axis("det_y", Axis.Kind.TRANSLATION, 0.01, 1, 0.02, -4, 5, 6),
                axis("pitch", Axis.Kind.ROTATION, 0.3, 1, 0.1, 7, -8, 9),
                axis("det_z", Axis.Kind.TRANSLATION, 0.001, -0.002, 1, 0.5, 0.6, 0.7)));
        AxisChain left = new AxisChain(List.of(
                axis("quad", Axis.Kind.ROTATION, 0, 0.01, 1, 10, -11, 0.12),
                axis("left", Axis.Kind.ROTATION, 0.02, 0.01, 1, 13, 14, 0.15)));
        AxisChain right = new AxisChain(
                List.of(left.axes().get(0), axis("right", Axis.Kind.TRANSLATION, 1, 0.1, 0.01, -16, 17, 0.18)));
        List<DetectorElement> elements = List.of(
                element("left", left, new Vector3(160, 170, 0.1), new Section(List.of(487, 619, 2), List.of(0, 0, 0))),
                element(
                        "right",
                        right,
                        new Vector3(-20, 150, 0.2),
                        new Section(List.of(487, 619, 2), List.of(0, 0, 1))));
        Scan stepped = new Scan(
                "a",
                List.of(
                        AxisSetting.stepped("omega", new BigDecimal("30"), new BigDecimal("0.2")),
                        constant("kappa", "40.5"),
                        AxisSetting.stepped("sam_x", new BigDecimal("0.25"), new BigDecimal("0.01")),
                        constant("phi", "0"),
                        constant("two_theta", "0"),
                        constant("det_y", "12.5"),
                        constant("pitch", "3.25"),
                        constant("det_z", "287.22243"),
                        constant("quad", "0.5"),
                        constant("left", "90.1"),
                        constant("right", "11")),
                frames(7));
        Scan irregular = new Scan(
                "b",
                List.of(
                        new AxisSetting(
                                "omega",
                                new BigDecimal("10"),
                                new BigDecimal("0.5"),
                                Optional.of(
                                        List.of(new BigDecimal("10"), new BigDecimal("10.7"), new BigDecimal("11.1")))),
                        constant("kappa", "-20"),
                        new AxisSetting(
                                "sam_x",
                                new BigDecimal("1"),
                                BigDecimal.ZERO,
                                Optional.of(
                                        List.of(new BigDecimal("1"), new BigDecimal("1.3"), new BigDecimal("0.7")))),
                        constant("phi", "77"),
                        constant("two_theta", "15"),
                        constant("det_y", "12.5"),
                        constant("pitch", "3.25"),
                        constant("det_z", "200"),
                        constant("quad", "0.5"),
                        constant("left", "90.1"),
                        constant("right", "11")),
                frames(3));
        return new Measurement(goniometer, detector, elements, List.of(stepped, irregular), 32);
    }

    static MappedBlock mapped(Measurement measurement, FrameChoice choice) {
        StoredDataset dataset = StoredDataset.raw("run_1", "mx2532", "", "/data", Optional.empty());
        CompletedExperiment experiment = new CompletedExperiment(
                dataset, Optional.empty(), "x", measurement, Map.of(), choice, List.of(), List.of());
        ExternalUris uris = new ExternalUris(
                ExternalUris.LOCAL_FILES, Path.of("/data"), Path.of("/data"), Optional.empty(), Optional.empty());
        return new Mapping("test")
                .map(List.of(experiment), new ExternalLinks.Links(uris, List.of()))
                .blocks()
                .get(0);
    }

    static FrameLocations frames(int count) {
        FrameLocation first = new FrameLocation(
                Path.of("/data/run_1.h5"), FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        return new FrameLocations(List.of(new FrameLocations.InFile(first, count, 1)));
    }

    private static AxisSetting constant(String axis, String setting) {
        return AxisSetting.constant(axis, new BigDecimal(setting));
    }

    private static Axis axis(
            String name, Axis.Kind kind, double x, double y, double z, double atX, double atY, double atZ) {
        return new Axis(name, kind, new Vector3(x, y, z).direction(), new Vector3(atX, atY, atZ));
    }

    private static DetectorElement element(String name, AxisChain branch, Vector3 origin, Section section) {
        Vector3 fast = new Vector3(-1, 0.01, 0.02).direction();
        Vector3 slow = new Vector3(0, 0, 1).cross(fast).direction().times(-1);
        return new DetectorElement(
                name,
                branch,
                origin,
                fast,
                slow,
                new BigDecimal("0.172"),
                new BigDecimal("0.171"),
                487,
                619,
                Optional.of(section));
    }
}
