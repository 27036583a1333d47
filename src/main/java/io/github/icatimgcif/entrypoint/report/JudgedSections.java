package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a judge said of a file, as the verdict and the sections of a page. */
public final class JudgedSections {

    /** So many remarks of a test are shown at once; the others unfold. */
    private static final int SHOWN_AT_ONCE = 5;

    /** So many remarks of a test are in the page at all; the report as text or JSON has every one. */
    private static final int MOST_REMARKS = 100;

    private static final int MOST_BLOCKS = 20;

    private JudgedSections() {}

    /** The verdict in a sentence, with how much there is to look at. */
    public static String verdict(FileReport report, Tests tests) {
        String by = tests == Tests.CHECKIMGCIF ? " of checkImgCIF" : "";
        String kind = report.isPassed() ? "good" : "bad";
        String words;
        if (report.notCif().isPresent()) {
            words = "\u2717 Not CIF: " + Html.escaped(report.notCif().get());
        } else if (report.isPassed()) {
            words = "\u2713 Passes all tests" + by + counts(report);
        } else {
            long failed = all(report).filter(test -> !test.isPassed()).count();
            words = "\u2717 Fails " + failed + (failed == 1 ? " test" : " tests") + by + counts(report);
        }
        return "<p class=\"verdict " + kind + "\">" + words + "</p>\n";
    }

    private static String counts(FileReport report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = all(report)
                    .flatMap(test -> test.remarks().stream())
                    .filter(remark -> remark.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
            }
        }
        return counts.isEmpty() ? "" : ": " + String.join(", ", counts);
    }

    private static Stream<TestResult> all(FileReport report) {
        return Stream.concat(
                report.blocks().stream().flatMap(block -> block.tests().stream()), report.rules().stream());
    }

    /** The tests of each block, and the rules of the dictionary. */
    public static List<ReportSection> of(FileReport report) {
        List<ReportSection> sections = new ArrayList<>();
        for (int i = 0; i < Math.min(report.blocks().size(), MOST_BLOCKS); i++) {
            BlockReport block = report.blocks().get(i);
            String title = report.blocks().size() == 1 ? "Tests" : "Tests of " + block.block();
            sections.add(new ReportSection("tests-" + (i + 1), title, tests(block.tests())));
        }
        int more = report.blocks().size() - MOST_BLOCKS;
        if (more > 0) {
            sections.add(new ReportSection(
                    "more-blocks",
                    "More blocks",
                    "<p>and " + more + " more blocks; the report as text or JSON has them.</p>\n"));
        }
        if (!report.rules().isEmpty()) {
            sections.add(new ReportSection("dictionary", "Dictionary", tests(report.rules())));
        }
        return sections;
    }

    private static String tests(List<TestResult> tests) {
        StringBuilder html = new StringBuilder("<ul class=\"tests\">\n");
        tests.forEach(test -> html.append(test(test)));
        return html.append("</ul>\n").toString();
    }

    private static String test(TestResult test) {
        boolean isWarned = test.remarks().stream().anyMatch(remark -> remark.severity() == Severity.WARNING);
        String kind = !test.isPassed() ? "bad" : isWarned ? "warn" : "good";
        String sign = (!test.isPassed() ? "\u2717 " : isWarned ? "\u26A0 " : "\u2713 ") + test.verdict();
        return "<li><div class=\"name\"><strong>" + Html.escaped(test.test()) + "</strong> <span class=\"" + kind
                + "\">" + sign + "</span></div>\n" + remarks(test.remarks()) + "</li>\n";
    }

    private static String remarks(List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        int shown = Math.min(remarks.size(), SHOWN_AT_ONCE);
        html.append(list(remarks.subList(0, shown)));
        int rest = remarks.size() - shown;
        if (rest > 0) {
            int folded = Math.min(remarks.size(), MOST_REMARKS);
            html.append("<details><summary>")
                    .append(rest)
                    .append(" more</summary>\n")
                    .append(list(remarks.subList(shown, folded)));
            if (remarks.size() > folded) {
                html.append("<p>and ")
                        .append(remarks.size() - folded)
                        .append(" more; the report as text or JSON has all of them.</p>\n");
            }
            html.append("</details>\n");
        }
        return html.toString();
    }

    private static String list(List<Remark> remarks) {
        StringBuilder html = new StringBuilder("<ul class=\"remarks\">\n");
        remarks.forEach(remark -> html.append(remark(remark)));
        return html.append("</ul>\n").toString();
    }

    private static String remark(Remark remark) {
        StringBuilder html = new StringBuilder("<li>" + marked(remark.severity()) + " ");
        if (remark.line().isPresent()) {
            html.append("line ").append(remark.line().getAsInt()).append(": ");
        }
        if (!remark.item().isEmpty()) {
            String row = remark.row().isPresent() ? " row " + remark.row().getAsInt() : "";
            html.append("<span class=\"item\">")
                    .append(Html.escaped(remark.item()))
                    .append("</span>")
                    .append(row)
                    .append(": ");
        }
        html.append(Html.escaped(remark.wrong()));
        if (!remark.right().isEmpty()) {
            html.append("; ").append(Html.escaped(remark.right()));
        }
        return html.append("</li>\n").toString();
    }

    /** A severity as a word that stands out. */
    public static String marked(Severity severity) {
        String kind =
                switch (severity) {
                    case ERROR -> "bad";
                    case WARNING -> "warn";
                    case NOTE -> "dim";
                };
        return "<strong class=\"" + kind + "\">" + word(severity) + "</strong>";
    }

    /** A severity as a word. */
    public static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
