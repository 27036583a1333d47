package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beamline file of a published geometry, being written. */
final class PublishedBeamline {

    private final String file;
    private final DataBlock block;
    private final PublishedFrame frame;
    private final List<String> left;
    private final StringBuilder period = new StringBuilder();

    PublishedBeamline(String file, DataBlock block, PublishedFrame frame, List<String> left) {
        this.file = file;
        this.block = block;
        this.frame = frame;
        this.left = left;
    }

    void goniometer(List<PublishedAxis> axes) {
        axes("goniometer", axes);
    }

    void detector(List<PublishedAxis> axes) {
        axes("detectorAxes", axes);
    }

    /** The whole file. */
    String text() {
        StringBuilder text = new StringBuilder();
        comment(
                text,
                "Made by icat-imgcif knowledge import from " + file + ", data_" + block.name()
                        + ". Its vectors were turned into the McStas frame (" + frame.words() + ").");
        left.forEach(what -> comment(text, "Not taken over: " + what + "."));
        text.append("name: ").append(quoted(name())).append('\n');
        text.append("facility: ").append(quoted(facility())).append('\n');
        text.append("periods:\n  - frame: principal\n");
        day("valid_from", "valid_at")
                .ifPresent(day -> text.append("    from: ").append(day).append('\n'));
        day("valid_to", "valid_at")
                .ifPresent(day -> text.append("    until: ").append(day).append('\n'));
        return text.append(period).toString();
    }

    private void axes(String key, List<PublishedAxis> axes) {
        if (axes.isEmpty()) {
            return;
        }
        period.append("    ").append(key).append(":\n      axes:\n");
        axes.forEach(axis -> period.append("        - {").append(axis(axis)).append("}\n"));
        period.append("      source: ").append(quoted(source())).append('\n');
    }

    private String axis(PublishedAxis axis) {
        return "name: " + quoted(axis.id())
                + (axis.type().equals("translation") ? ", motion: translation" : "")
                + ", vector: " + vector(axis.vector().orElseThrow())
                + (axis.offset().equals(Vector3.ZERO) ? "" : ", offset: " + vector(axis.offset()));
    }

    private String vector(Vector3 inImgCif) {
        Vector3 v = frame.toMcStas().apply(inImgCif);
        return Stream.of(v.x(), v.y(), v.z())
                .map(component -> PublishedAxis.plain(component).toPlainString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String name() {
        return item("diffrn_source", "beamline")
                .or(() -> item("diffrn_source", "make"))
                .orElse(block.name());
    }

    private String facility() {
        return item("diffrn_source", "facility")
                .or(() -> item("diffrn_source", "details"))
                .orElse("unknown, see the name");
    }

    private String source() {
        return file + ", data_" + block.name()
                + item("audit", "[local]_details")
                        .map(details -> ": " + details)
                        .orElse("");
    }

    private Optional<LocalDate> day(String object, String or) {
        return item("audit", "[local]_" + object)
                .or(() -> item("audit", "[local]_" + or))
                .flatMap(this::day);
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            left.add("that it is valid at '" + text + "': no day written as 2021-05-22");
            return Optional.empty();
        }
    }

    private Optional<String> item(String category, String object) {
        return PublishedGeometry.item(block, category, object);
    }

    private static void comment(StringBuilder text, String words) {
        int width = 0;
        text.append('#');
        for (String word : words.split(" ", -1)) {
            if (width + word.length() > 120) {
                text.append("\n#");
                width = 0;
            }
            text.append(' ').append(word);
            width += word.length() + 1;
        }
        text.append('\n');
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_-]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
