package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;

/** What must be true of every part that a format reads, whatever it reads it from. */
final class SoundPart {

    private static final Offset<Double> UNIT = Offset.offset(1e-9);

    private final RawPart part;
    private final String where;

    SoundPart(RawPart part, String where) {
        this.part = part;
        this.where = where + ", " + part.name();
    }

    void hold() {
        assertThat(part.name()).as(where).isNotBlank();
        assertThat(part.scans()).as(where).extracting(Scan::id).doesNotHaveDuplicates();
        Set<String> axes = new HashSet<>(axes());
        part.scans().forEach(scan -> scan(scan, axes));
        if (part.detector() instanceof DetectorStatement.Placed placed) {
            placed(placed);
        } else if (part.detector() instanceof DetectorStatement.Shaped shaped) {
            flat(shaped.header());
        } else {
            flat((DetectorStatement.Flat) part.detector());
        }
        if (part.goniometer() instanceof GoniometerStatement.Named named) {
            direction(named.convention());
            assertThat(named.source()).as(where).isNotBlank();
        }
        assertThat(Math.abs(part.bitDepth())).as(where + ": bits of a pixel").isIn(0, 8, 16, 32, 64);
        part.readings()
                .forEach(reading ->
                        assertThat(reading.text()).as(where + ": " + reading).isNotNull());
    }

    /** The axes whose settings the scans may state, each once. */
    private List<String> axes() {
        List<String> names = new ArrayList<>();
        if (part.goniometer() instanceof GoniometerStatement.Stated stated) {
            stated.axes().axes().forEach(axis -> names.add(axis(axis)));
        }
        if (part.detector() instanceof DetectorStatement.Placed placed) {
            placed.axes().axes().forEach(axis -> names.add(axis(axis)));
            placed.elements().stream()
                    .flatMap(element -> element.branch().axes().stream())
                    .distinct()
                    .forEach(axis -> names.add(axis(axis)));
        }
        assertThat(names).as(where + ": axes").doesNotHaveDuplicates();
        return names;
    }

    private String axis(Axis axis) {
        direction(axis.vector());
        assertThat(axis.offset().isFinite()).as(where + ": " + axis).isTrue();
        return axis.name();
    }

    private void scan(Scan scan, Set<String> axes) {
        String place = where + ", " + scan.id();
        assertThat(scan.id()).as(place).matches("[A-Za-z0-9_]+");
        List<FrameLocation> locations = new ArrayList<>();
        scan.frames().forEach(locations::add);
        assertThat(locations).as(place).isNotEmpty().hasSize(scan.frames().count());
        assertThat(locations).as(place + ": each frame once").doesNotHaveDuplicates();
        for (FrameLocation location : locations) {
            assertThat(location.file()).as(place).isAbsolute();
            assertThat(Files.isRegularFile(location.file()))
                    .as(place + ": " + location)
                    .isTrue();
            assertThat(location.index()).as(place).isNotNegative();
        }
        assertThat(scan.settings()).as(place).extracting(AxisSetting::axis).doesNotHaveDuplicates();
        scan.settings()
                .forEach(setting -> setting.frames()
                        .ifPresent(each -> assertThat(each)
                                .as(place + ", " + setting.axis())
                                .hasSize(locations.size())));
        settingsOfAxes(scan, axes, place);
    }

    /** Every axis that is stated has a setting, and every setting that moves is that of an axis. */
    private void settingsOfAxes(Scan scan, Set<String> axes, String place) {
        assertThat(scan.settings()).as(place).extracting(AxisSetting::axis).containsAll(axes);
        Set<String> known = new HashSet<>(axes);
        if (part.goniometer() instanceof GoniometerStatement.Named named) {
            known.add(named.spindle());
            assertThat(scan.setting(named.spindle())).as(place).isPresent();
        }
        assertThat(scan.settings().stream().filter(AxisSetting::moves).map(AxisSetting::axis))
                .as(place + ": what moves")
                .isSubsetOf(known);
    }

    private void placed(DetectorStatement.Placed placed) {
        assertThat(placed.elements())
                .as(where)
                .extracting(DetectorElement::name)
                .doesNotHaveDuplicates();
        for (DetectorElement element : placed.elements()) {
            String place = where + ", " + element.name();
            directions(element.fastDirection(), element.slowDirection(), place);
            assertThat(element.origin().isFinite()).as(place).isTrue();
            assertThat(element.fastSize()).as(place).isPositive();
            assertThat(element.slowSize()).as(place).isPositive();
            assertThat(element.fastPixelSize()).as(place).isPositive();
            assertThat(element.slowPixelSize()).as(place).isPositive();
        }
    }

    private void flat(DetectorStatement.Flat flat) {
        directions(flat.fastDirection(), flat.slowDirection(), where);
        assertThat(flat.fastSize()).as(where).isPositive();
        assertThat(flat.slowSize()).as(where).isPositive();
        Stream.of(flat.fastPixelSize(), flat.slowPixelSize(), flat.distance())
                .flatMap(Optional<BigDecimal>::stream)
                .forEach(length -> assertThat(length).as(where).isPositive());
    }

    private void directions(Vector3 fast, Vector3 slow, String place) {
        direction(fast);
        direction(slow);
        assertThat(fast.dot(slow)).as(place + ": fast and slow").isCloseTo(0, Offset.offset(0.02));
    }

    private void direction(Vector3 direction) {
        assertThat(direction.isFinite()).as(where + ": " + direction).isTrue();
        assertThat(direction.length()).as(where + ": " + direction).isCloseTo(1, UNIT);
    }
}
