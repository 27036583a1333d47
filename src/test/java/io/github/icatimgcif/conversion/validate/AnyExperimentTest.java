package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifWriter;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MeasuredGeometry.MeasuredScan;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.written.WrittenAxes;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was measured, the file says of every panel where it was: mapped, written, read back and evaluated. */
final class AnyExperimentTest {

    /** Names that want to be something else in CIF. */
    private static final List<String> NAMES = List.of(
            "omega",
            "OMEGA",
            "gravity",
            "source",
            "ELEMENT_X",
            "/entry/det z",
            "_x",
            "1",
            "data_",
            "det.z",
            "\u00e9",
            "loop_");

    @Property(tries = 500)
    void everyPanelIsReadBackWhereItWas(@ForAll("experiments") Measurement measurement, @ForAll FrameChoice choice)
            throws IOException {
        MappedBlock mapped = Experiments.mapped(measurement, choice);

        DataBlock read = readBack(mapped);

        assertThat(new GeometryIsTrue(mapped.measured()).judge(read)).isEmpty();
        WrittenAxes axes = new WrittenAxes(read);
        WrittenScans scans = new WrittenScans(read, axes);
        List<WrittenElement> elements = WrittenElement.of(read);
        for (int s = 0; s < measurement.scans().size(); s++) {
            Scan scan = measurement.scans().get(s);
            for (int frame = 0; frame < scan.frames().count(); frame++) {
                var moment = new MeasuredFrame(new MeasuredScan(measurement, scan), frame, 0);
                var settings = scans.settings("SCAN" + (s + 1), frame, 0);
                for (int e = 0; e < elements.size(); e++) {
                    DetectorElement panel = measurement.elements().get(e);
                    for (double slow : new double[] {0, panel.slowSize() - 1}) {
                        for (double fast : new double[] {0, panel.fastSize() - 1}) {
                            Vector3 was = mapped.measured().fromMcStas().apply(moment.centre(panel, fast, slow));
                            double[] is = elements.get(e).centre(fast, slow, axes, settings);
                            assertThat(is).containsExactly(new double[] {was.x(), was.y(), was.z()}, within(1e-6));
                        }
                    }
                }
            }
        }
    }

    private static DataBlock readBack(MappedBlock mapped) throws IOException {
        StringWriter text = new StringWriter();
        new CifWriter(text).write(mapped.on(LocalDate.of(2026, 7, 31)));
        return new CifReader()
                .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)))
                .get(0);
    }

    @Provide
    Arbitrary<Measurement> experiments() {
        return Arbitraries.randomValue(random -> new Made(random).measurement());
    }

    /** One experiment made by chance. */
    private static final class Made {

        private final Random random;
        private final List<String> names;
        private final List<Axis> all = new ArrayList<>();
        private int unnamed;

        Made(Random random) {
            this.random = random;
            names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
        }

        Measurement measurement() {
            AxisChain goniometer = chain(random.nextInt(5), true);
            AxisChain detector = chain(random.nextInt(5), false);
            List<DetectorElement> elements = elements();
            List<Scan> scans = new ArrayList<>();
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                scans.add(scan("scan " + count, 1 + random.nextInt(4)));
            }
            return new Measurement(goniometer, detector, elements, scans, 16);
        }

        private AxisChain chain(int length, boolean turning) {
            List<Axis> axes = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                boolean turns = i == 0 && turning || random.nextBoolean();
                Vector3 vector =
                        switch (random.nextInt(4)) {
                            case 0 -> Measurement.BEAM;
                            case 1 -> new Vector3(-1, 0, 0);
                            case 2 -> new Vector3(0.003, 1, 0.004).direction();
                            default -> vector(1).direction();
                        };
                String name = names.isEmpty() ? "axis" + ++unnamed : names.remove(0);
                Axis.Kind kind = turns ? Axis.Kind.ROTATION : Axis.Kind.TRANSLATION;
                axes.add(new Axis(name, kind, vector, random.nextBoolean() ? Vector3.ZERO : vector(100)));
            }
            all.addAll(axes);
            return new AxisChain(axes);
        }

        private List<DetectorElement> elements() {
            AxisChain shared = chain(random.nextInt(2), false);
            all.removeAll(shared.axes()); // until an element rides on it
            List<DetectorElement> elements = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                List<Axis> branch = new ArrayList<>(random.nextBoolean() ? shared.axes() : List.of());
                all.addAll(branch);
                branch.addAll(chain(random.nextInt(3), false).axes());
                Vector3 fast =
                        random.nextBoolean() ? new Vector3(-1, 0, 0) : vector(1).direction();
                Vector3 slow = fast.cross(vector(1)).direction();
                elements.add(new DetectorElement(
                        "element " + i,
                        new AxisChain(branch),
                        vector(200),
                        fast,
                        slow,
                        new BigDecimal("0.172"),
                        new BigDecimal("0.0750001"),
                        1 + random.nextInt(4000),
                        1 + random.nextInt(4000),
                        Optional.empty()));
            }
            return elements;
        }

        private Scan scan(String id, int frames) {
            List<AxisSetting> settings = new ArrayList<>();
            for (Axis axis : new LinkedHashSet<>(all)) {
                switch (random.nextInt(5)) {
                    case 0 -> settings.add(AxisSetting.stepped(axis.name(), number(90), number(1)));
                    case 1 -> settings.add(irregular(axis, frames));
                    case 2, 3 -> settings.add(AxisSetting.constant(axis.name(), number(300)));
                    default -> {} // not stated: it stands at zero
                }
            }
            return new Scan(id, settings, Experiments.frames(frames));
        }

        private AxisSetting irregular(Axis axis, int frames) {
            List<BigDecimal> values = new ArrayList<>();
            for (int i = 0; i < frames; i++) {
                values.add(number(180));
            }
            BigDecimal increment = axis.kind() == Axis.Kind.ROTATION ? number(1) : BigDecimal.ZERO;
            return new AxisSetting(axis.name(), values.get(0), increment, Optional.of(values));
        }

        private BigDecimal number(double size) {
            return BigDecimal.valueOf(random.nextDouble(-size, size));
        }

        private Vector3 vector(double size) {
            return new Vector3(
                    random.nextDouble(-size, size), random.nextDouble(-size, size), random.nextDouble(-size, size));
        }
    }
}
