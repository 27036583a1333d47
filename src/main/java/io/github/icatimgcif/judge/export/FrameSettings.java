package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the axes stand in one frame, as the categories of a scan of this one frame. */
final class FrameSettings {

    private static final CifValue NONE = CifValue.INAPPLICABLE;

    private final DataBlock block;
    private final ExportFrame frame;

    /**
     * An axis in the frame.
     *
     * @param isOfGoniometer whether it moves the sample
     * @param start          where it stands when the exposure begins, degrees or mm
     * @param step           how far it moves during the frame
     */
    private record Setting(
            String axis, boolean isRotation, boolean isOfGoniometer, BigDecimal start, BigDecimal step) {}

    FrameSettings(DataBlock block, ExportFrame frame) {
        this.block = block;
        this.frame = frame;
    }

    /** {@code diffrn_scan_axis} of a scan that is this frame; all axes, though those at zero need not be named. */
    Optional<Category> scanAxes() {
        SmallTable table = SmallTable.loop(
                "diffrn_scan_axis",
                "scan_id",
                "axis_id",
                "displacement_start",
                "displacement_increment",
                "displacement_range",
                "angle_start",
                "angle_increment",
                "angle_range");
        for (Setting its : settings()) {
            CifValue start = CifValue.number(its.start());
            CifValue step = CifValue.number(its.step());
            CifValue scan = CifValue.text(frame.scan());
            CifValue axis = CifValue.text(its.axis());
            // dxtbx asks for an angle of every axis of the goniometer, also of one that does not turn
            CifValue angle = its.isOfGoniometer() ? CifValue.number(0) : NONE;
            table.add(
                    its.isRotation()
                            ? List.of(scan, axis, NONE, NONE, NONE, start, step, step)
                            : List.of(scan, axis, start, step, step, angle, angle, angle));
        }
        return table.category();
    }

    /** {@code diffrn_scan_frame_axis}, where CBFlib looks for the settings. */
    Optional<Category> frameAxes() {
        SmallTable table = SmallTable.loop(
                "diffrn_scan_frame_axis",
                "frame_id",
                "axis_id",
                "angle",
                "angle_increment",
                "displacement",
                "displacement_increment");
        for (Setting its : settings()) {
            CifValue id = CifValue.text(frame.id());
            CifValue axis = CifValue.text(its.axis());
            CifValue start = CifValue.number(its.start());
            CifValue step = CifValue.number(its.step());
            table.add(
                    its.isRotation()
                            ? List.of(id, axis, start, step, NONE, NONE)
                            : List.of(id, axis, NONE, NONE, start, step));
        }
        return table.category();
    }

    private List<Setting> settings() {
        Set<String> surface = new HashSet<>();
        Table.of(block, "array_structure_list_axis")
                .forEach(row -> row.text("axis_id").ifPresent(surface::add));
        Map<String, Table.Row> scan = new HashMap<>();
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            if (row.text("scan_id").orElse("").equals(frame.scan())) {
                row.text("axis_id").ifPresent(axis -> scan.put(axis, row));
            }
        }
        List<Setting> settings = new ArrayList<>();
        for (Table.Row axis : Table.of(block, "axis")) {
            String id = axis.text("id").orElse("");
            boolean isMoving = axis.text("type")
                    .filter(type -> type.equalsIgnoreCase("rotation") || type.equalsIgnoreCase("translation"))
                    .isPresent();
            if (isMoving && (!surface.contains(id) || isOfPanels())) {
                settings.add(setting(axis, id, Optional.ofNullable(scan.get(id)), ofFrame(id)));
            }
        }
        return settings;
    }

    /** dxtbx asks for a setting of the surface axes too where it reads several elements. */
    private boolean isOfPanels() {
        return frame.parts().size() > 1;
    }

    private Optional<Table.Row> ofFrame(String axis) {
        return block.category("diffrn_scan_frame_axis").stream()
                .flatMap(category -> frame.rows(category.name()).stream()
                        .map(values -> new Table.Row(0, category.objects(), values)))
                .filter(row -> row.text("axis_id").orElse("").equals(axis))
                .findFirst();
    }

    private Setting setting(Table.Row axis, String id, Optional<Table.Row> scan, Optional<Table.Row> own) {
        boolean isRotation = axis.text("type").orElse("").equalsIgnoreCase("rotation");
        boolean isOfGoniometer = axis.text("equipment").orElse("").equalsIgnoreCase("goniometer");
        String kind = isRotation ? "angle" : "displacement";
        BigDecimal step = scan.flatMap(row -> row.number(kind + "_increment")).orElse(BigDecimal.ZERO);
        BigDecimal regular = scan.flatMap(row -> row.number(kind + "_start"))
                .orElse(BigDecimal.ZERO)
                .add(step.multiply(BigDecimal.valueOf(frame.number() - 1L)));
        return new Setting(
                id,
                isRotation,
                isOfGoniometer,
                own.flatMap(row -> row.number(kind)).orElse(regular),
                own.flatMap(row -> row.number(kind + "_increment")).orElse(step));
    }
}
