package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5Attribute;
import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The angles of {@code sample/goniometer} as Dectris' detectors keep them: omega, chi, kappa and phi without a direction. */
public final class GoniometerTables {

    private static final List<String> AXES = List.of("omega", "chi", "kappa", "phi");

    private static final Vector3 CONVENTION = new Vector3(-1, 0, 0);

    private final String sample;
    private final Hdf5File file;
    private final Fields fields;
    private final Findings findings;

    /** Tables below the NXsample at the path {@code sample}. */
    public GoniometerTables(String sample, Hdf5File file, Fields fields, Findings findings) {
        this.sample = sample;
        this.file = file;
        this.fields = fields;
        this.findings = findings;
    }

    /** What was read. */
    public record Read(GoniometerStatement.Named statement, List<RecordedAxis> axes) {
        public Read {
            axes = List.copyOf(axes);
        }
    }

    /** The axes with their angles; empty if there are none. The axis that moves most is the one that turns the sample. */
    public Optional<Read> read() {
        List<RecordedAxis> axes = axes();
        Optional<RecordedAxis> spindle = axes.stream()
                .max(Comparator.comparingDouble(this::travel).thenComparing(axis -> -AXES.indexOf(axis.name())));
        return spindle.map(axis -> new Read(named(axis.name()), axes));
    }

    /**
     * The axes that stand anywhere but at 0, or move, and of which the chain of the sample says nothing.
     *
     * @param described the axes of the chain
     */
    public List<RecordedAxis> axesBeside(List<RecordedAxis> described) {
        return axes().stream()
                .filter(axis -> Arrays.stream(axis.settings(0, axis.values().size()))
                        .anyMatch(setting -> Math.abs(setting) > ScanSettings.NOISE))
                .filter(axis -> described.stream().noneMatch(other -> isSame(axis, other)))
                .toList();
    }

    /** The one of several axes that moves most in its settings; empty if all stand still. */
    public static Optional<RecordedAxis> moving(List<RecordedAxis> axes) {
        return axes.stream()
                .filter(axis -> farthest(axis) > ScanSettings.NOISE)
                .max(Comparator.comparingDouble(GoniometerTables::farthest));
    }

    /** An axis whose direction is that of the convention of EIGER masters. */
    public static GoniometerStatement.Named byConvention(String spindle) {
        return new GoniometerStatement.Named(
                spindle, CONVENTION, "EIGER masters: the axis is horizontal, -1 0 0 in the McStas frame");
    }

    /** By its name, also behind another word as in {@code gonio_omega}, or by the way in which it moves. */
    private static boolean isSame(RecordedAxis table, RecordedAxis described) {
        String name = described.name().toLowerCase(Locale.ROOT);
        if (name.equals(table.name()) || name.endsWith("_" + table.name())) {
            return true;
        }
        int size = table.values().size();
        if (!described.turns() || described.values().size() != size) {
            return false;
        }
        double[] ofTable = table.settings(0, size);
        double[] ofChain = described.settings(0, size);
        return farthest(table) > ScanSettings.NOISE
                && IntStream.range(0, size).allMatch(i -> Math.abs(ofTable[i] - ofChain[i]) <= ScanSettings.NOISE);
    }

    private List<RecordedAxis> axes() {
        List<RecordedAxis> axes = new ArrayList<>();
        AXES.forEach(name -> axis(name).ifPresent(axes::add));
        return axes;
    }

    private Optional<RecordedAxis> axis(String name) {
        String path = sample + "/goniometer/" + name;
        return file.at(path)
                .flatMap(Fields::dataset)
                .filter((Hdf5Dataset table) -> !table.numbers().isEmpty())
                .map(table -> new RecordedAxis(path, name, table.numbers(), fields.unit(table, Unit.DEGREE)));
    }

    private double travel(RecordedAxis axis) {
        double travel = farthest(axis);
        double step = FrameWidth.statedStep(path -> Fields.number(file.at(path)), axis)
                .map(BigDecimal::doubleValue)
                .orElse(0.0);
        return Math.max(travel, Math.abs(step));
    }

    /** How far a frame begins from where the first one did, degrees or mm; an axis that trembles around 0 goes no full turn. */
    private static double farthest(RecordedAxis axis) {
        double[] settings =
                axis.unwrapped(FrameWidth.UNKNOWN).settings(0, axis.values().size());
        return Arrays.stream(settings)
                .map(setting -> Math.abs(setting - settings[0]))
                .max()
                .orElse(0);
    }

    /**
     * BioMAX writes a vector at an omega without values; it stands in the frame of the detector's {@code geometry}, of which z
     * runs against the beam, and a rotation seen from there turns the other way.
     */
    private GoniometerStatement.Named named(String spindle) {
        String path = sample + "/transformations/" + spindle;
        Optional<Vector3> vector = file.at(path)
                .or(() -> file.at(sample + "/goniometer/" + spindle))
                .flatMap(node -> node.attribute("vector"))
                .map(Hdf5Attribute::doubles)
                .filter(v -> v.length == 3)
                .map(v -> new Vector3(0 - v[0], 0 - v[1], v[2]))
                .filter(v -> v.isFinite() && v.length() > 0.5);
        if (vector.isEmpty()) {
            return byConvention(spindle);
        }
        findings.warning(
                path,
                "has a vector without values; it is read in the frame of the detector, whose z runs against the beam: check the"
                        + " direction of the axis");
        return new GoniometerStatement.Named(
                spindle, vector.get().direction(), "the vector of " + path + ", turned into the McStas frame");
    }
}
