package io.github.icatimgcif.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as plain text in the layout of checkImgCIF: a line for each test, and its messages under it, indented by three. */
public final class ReportText {

    private static final String INDENT = "   ";

    private ReportText() {}

    /** The lines about one block. */
    public static List<String> lines(BlockReport report) {
        return lines(report.tests());
    }

    /** The lines about tests. */
    public static List<String> lines(List<TestResult> tests) {
        List<String> lines = new ArrayList<>();
        for (TestResult result : tests) {
            lines.add("Testing: " + result.test() + ": " + result.verdict());
            result.remarks().forEach(remark -> lines.add(INDENT + line(remark)));
        }
        return lines;
    }

    /** One remark in one line; a message that is about no item and asks for nothing, as those of checkImgCIF, stands as it is. */
    private static String line(Remark remark) {
        String line = remark.line().isPresent() ? "line " + remark.line().getAsInt() + ": " : "";
        if (remark.item().isEmpty() && remark.right().isEmpty()) {
            return line + remark.wrong();
        }
        return line + remark.severity().name().toLowerCase(Locale.ROOT)
                + (remark.item().isEmpty() ? "" : ": " + remark.item())
                + (remark.row().isPresent() ? " row " + remark.row().getAsInt() : "")
                + ": " + remark.wrong()
                + (remark.right().isEmpty() ? "" : "; " + remark.right());
    }
}
