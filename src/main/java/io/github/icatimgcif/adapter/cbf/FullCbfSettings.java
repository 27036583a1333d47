package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.minicbf.MiniHeader;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells where the settings of the axes of a full CBF are not stated, are not used, or are others in its comment lines. */
final class FullCbfSettings {

    private static final String OF_SCAN = "diffrn_scan_axis";
    private static final String OF_FRAME = "diffrn_scan_frame_axis";

    /** Keys of the comment lines; an axis is meant whose name ends with one, as {@code GONIOMETER_KAPPA}. */
    private static final List<String> COMMENTED = List.of("2theta", "omega", "chi", "kappa", "phi");

    /** Degrees; comment lines are rounded. */
    private static final double SAME_ANGLE = 0.01;

    private final FullCbfFile file;
    private final FullCbfFrame frame;
    private final Consumer<Finding> tell;

    /**
     * Looks at the settings of a file.
     *
     * @param frame its first frame
     */
    FullCbfSettings(FullCbfFile file, FullCbfFrame frame, Consumer<Finding> tell) {
        this.file = file;
        this.frame = frame;
        this.tell = tell;
    }

    void check() {
        axesWithoutSettings();
        axesWithoutWidth();
        settingsAlongTheSurface();
        MiniHeader comments = MiniHeader.parse(file.header().comments());
        file.moving().stream()
                .filter(FullCbfAxis::turns)
                .forEach(axis -> COMMENTED.stream()
                        .filter(axis.id().toLowerCase(Locale.ROOT)::endsWith)
                        .forEach(key -> comments.number(key.equals("2theta") ? "Detector_2theta" : key)
                                .ifPresent(angle -> compare(axis, angle))));
    }

    private void axesWithoutSettings() {
        Set<String> stated = new HashSet<>();
        rows().flatMap(row -> row.text("axis_id").stream()).forEach(stated::add);
        List<String> silent = file.moving().stream()
                .map(FullCbfAxis::id)
                .filter(id -> !stated.contains(id))
                .toList();
        if (!silent.isEmpty()) {
            tell.accept(Finding.warning(
                    "_" + OF_SCAN + ".axis_id",
                    "has no row for " + silent + ", and neither has _" + OF_FRAME
                            + "; these axes are taken to stand at 0, the default of the dictionary"));
        }
    }

    private void axesWithoutWidth() {
        List<String> unknown = file.moving().stream()
                .map(FullCbfAxis::id)
                .filter(id -> !frame.knowsWidth(id))
                .toList();
        if (!unknown.isEmpty()) {
            tell.accept(Finding.note(
                    "_" + OF_SCAN + ".axis_id",
                    "the increments of " + unknown
                            + " are '?'; an axis of these is taken to stand still during a frame,"
                            + " unless its settings advance evenly from frame to frame"));
        }
    }

    /** Where the pixels are is said by displacement and increment of their axes; a setting beside that has no place. */
    private void settingsAlongTheSurface() {
        List<String> surface = file.detector().panels().stream()
                .flatMap(panel ->
                        Stream.of(panel.fast().axis().id(), panel.slow().axis().id()))
                .distinct()
                .toList();
        List<String> set = rows().filter(row -> Stream.of("displacement", "displacement_start")
                        .flatMap(object -> row.number(object).stream())
                        .anyMatch(number -> number.signum() != 0))
                .flatMap(row -> row.text("axis_id").stream())
                .filter(surface::contains)
                .distinct()
                .sorted()
                .toList();
        if (!set.isEmpty()) {
            tell.accept(Finding.warning(
                    "_" + OF_FRAME + ".displacement",
                    "gives settings for " + set + ", along which the pixels lie; they are not used"));
        }
    }

    /** The sense of an angle in the comment lines is nobody's rule, and a full turn is none. */
    private void compare(FullCbfAxis axis, BigDecimal commented) {
        double setting = frame.setting(axis.id()).doubleValue();
        boolean isSame = Stream.of(setting, -setting)
                .anyMatch(angle -> Math.abs(Math.IEEEremainder(angle - commented.doubleValue(), 360)) <= SAME_ANGLE);
        if (!isSame) {
            tell.accept(Finding.warning(
                    "_" + OF_FRAME + ".angle",
                    "axis " + axis.id() + " is at " + frame.setting(axis.id()).toPlainString() + " and at "
                            + commented.toPlainString() + " in the comment lines of "
                            + file.header().file()
                            + ", degrees; the first is used"));
        }
    }

    private Stream<FullCbfRow> rows() {
        return Stream.of(OF_SCAN, OF_FRAME).flatMap(category -> file.header().rows(category).stream());
    }
}
