package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/** Modules whose pixels all lie on the grid of the stored array are one flat array: its gaps are pixels like others. */
final class CommonGrid {

    /** mm; a tenth of what is noticed as an error of the geometry. */
    private static final double SAME_PLACE = 1e-4;

    private static final double SAME_DIRECTION = 1e-7;

    private final List<RecordedAxis> recorded;
    private final ImageData images;
    private final Findings findings;

    CommonGrid(List<RecordedAxis> recorded, ImageData images, Findings findings) {
        this.recorded = recorded;
        this.images = images;
        this.findings = findings;
    }

    /** One element over the whole stored array if the modules are parts of it; else the modules as they are. */
    List<DetectorElement> joined(List<DetectorElement> modules, String detector) {
        if (modules.size() < 2 || images.sizes().size() > 2) {
            return modules;
        }
        Optional<DetectorElement> grid = over(modules.get(0));
        if (grid.isEmpty() || !modules.stream().allMatch(module -> liesOn(grid.get(), module))) {
            return modules;
        }
        findings.note(
                detector, "its " + modules.size() + " modules lie on one grid of pixels; it is described as one array");
        return List.of(grid.get());
    }

    /** The whole stored array as it would lie if it went on from one of its parts. */
    private Optional<DetectorElement> over(DetectorElement part) {
        if (part.branch().axes().stream().anyMatch(this::moves)) {
            return Optional.empty();
        }
        DetectorElement still = onSharedAxes(part);
        List<Integer> first = part.section().map(Section::first).orElse(List.of(0, 0));
        return Optional.of(new DetectorElement(
                "ELEMENT1",
                still.corner(-first.get(0), -first.get(1)),
                still.fastDirection(),
                still.slowDirection(),
                still.fastPixelSize(),
                still.slowPixelSize(),
                images.fastSize(),
                images.slowSize()));
    }

    private boolean liesOn(DetectorElement grid, DetectorElement part) {
        if (part.branch().axes().stream().anyMatch(this::moves)) {
            return false;
        }
        DetectorElement still = onSharedAxes(part);
        List<Integer> first = part.section().map(Section::first).orElse(List.of(0, 0));
        return part.fastPixelSize().compareTo(grid.fastPixelSize()) == 0
                && part.slowPixelSize().compareTo(grid.slowPixelSize()) == 0
                && apart(still.fastDirection(), grid.fastDirection()) < SAME_DIRECTION
                && apart(still.slowDirection(), grid.slowDirection()) < SAME_DIRECTION
                && apart(still.corner(0, 0), grid.corner(first.get(0), first.get(1))) < SAME_PLACE;
    }

    private DetectorElement onSharedAxes(DetectorElement part) {
        Motion motion = part.branch().at(this::setting);
        return new DetectorElement(
                part.name(),
                AxisChain.EMPTY,
                motion.apply(part.origin()),
                motion.rotation().apply(part.fastDirection()),
                motion.rotation().apply(part.slowDirection()),
                part.fastPixelSize(),
                part.slowPixelSize(),
                part.fastSize(),
                part.slowSize(),
                part.section());
    }

    private boolean moves(Axis axis) {
        return recorded.stream()
                .anyMatch(setting ->
                        setting.name().equals(axis.name()) && setting.values().size() > 1);
    }

    private double setting(Axis axis) {
        return recorded.stream()
                .filter(setting -> setting.name().equals(axis.name()))
                .findFirst()
                .map(setting -> setting.setting(0).doubleValue())
                .orElse(0.0);
    }

    private static double apart(Vector3 one, Vector3 other) {
        return one.minus(other).length();
    }
}
