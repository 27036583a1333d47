package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.judge.letter.LetterReport;
import io.github.icatimgcif.judge.letter.RawDataTable;
import io.github.icatimgcif.judge.letter.RequirementResult;
import io.github.icatimgcif.judge.letter.TableEntry;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report on a Raw Data Letter as plain text for a terminal of 80 columns. */
public final class LetterText {

    private static final int WIDTH = 80;
    private static final int LABEL = 20;
    private static final int STATE = 10;
    private static final int GAP = 2;

    private final PrintWriter lines;

    private LetterText(PrintWriter lines) {
        this.lines = lines;
    }

    /**
     * Writes the report.
     *
     * @param file as the user called it
     * @param out  not closed
     */
    public static void write(String file, LetterReport report, OutputStream out) {
        PrintWriter lines = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        LetterText text = new LetterText(lines);
        text.wrapped("", file + ": " + (report.isReady() ? "ready" : "not ready") + " for a Raw Data Letter", 0);
        lines.println();
        report.requirements().forEach(text::requirement);
        report.table().parts().forEach(text::part);
        lines.flush();
    }

    private void requirement(RequirementResult result) {
        String state = result.state().name().toLowerCase(Locale.ROOT);
        wrapped(
                padded(state, STATE),
                result.requirement() + " (" + result.basis().words() + "): " + result.found(),
                STATE);
        if (result.state() != RequirementResult.State.MET) {
            wrapped(
                    " ".repeat(STATE),
                    "right: " + result.right() + "; by " + result.supplier().words(),
                    STATE + GAP);
        }
    }

    private void part(RawDataTable.Part part) {
        lines.println();
        wrapped("", "Raw data, block " + part.block(), 0);
        lines.println();
        part.common().forEach(entry -> wrapped(padded(entry.name(), LABEL), entry.shown(), LABEL));
        int from = 0;
        while (from < part.scans().size()) {
            int to = fitting(part.scans(), from);
            lines.println();
            scans(part.scans().subList(from, to));
            from = to;
        }
    }

    /** As many scans side by side as the width holds, one at least. */
    private static int fitting(List<RawDataTable.Scan> scans, int from) {
        int width = LABEL;
        int to = from;
        while (to < scans.size() && (to == from || width + width(scans.get(to)) <= WIDTH)) {
            width += width(scans.get(to));
            to++;
        }
        return to;
    }

    private static int width(RawDataTable.Scan scan) {
        int longest = scan.id().length();
        for (TableEntry entry : scan.entries()) {
            longest = Math.max(longest, ShownText.of(entry.shown()).length());
        }
        return longest + GAP;
    }

    private void scans(List<RawDataTable.Scan> scans) {
        if (scans.size() == 1) {
            wrapped(padded("Scan", LABEL), scans.get(0).id(), LABEL);
            scans.get(0).entries().forEach(entry -> wrapped(padded(entry.name(), LABEL), entry.shown(), LABEL));
            return;
        }
        row("Scan", scans, scans.stream().map(RawDataTable.Scan::id).toList());
        for (int i = 0; i < scans.get(0).entries().size(); i++) {
            int row = i;
            row(
                    scans.get(0).entries().get(row).name(),
                    scans,
                    scans.stream().map(scan -> scan.entries().get(row).shown()).toList());
        }
    }

    private void row(String label, List<RawDataTable.Scan> scans, List<String> values) {
        StringBuilder row = new StringBuilder(padded(label, LABEL));
        for (int i = 0; i < scans.size(); i++) {
            row.append(padded(ShownText.of(values.get(i)), width(scans.get(i))));
        }
        lines.println(row.toString().stripTrailing());
    }

    /** A text in lines of the width: the first begins with {@code head}, the others with so many blanks. */
    private void wrapped(String head, String text, int indent) {
        StringBuilder line = new StringBuilder(head);
        List<String> words = new ArrayList<>(List.of(ShownText.of(text).split(" ", -1)));
        boolean isFirst = true;
        for (String word : words) {
            if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
                lines.println(line);
                line = new StringBuilder(" ".repeat(indent));
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
            isFirst = false;
        }
        lines.println(line.toString().stripTrailing());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
