package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.ReportText;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports as plain text, a heading before each block. */
public final class ReportLines {

    private ReportLines() {}

    public static void write(List<FileReport> reports, String version, Tests tests, OutputStream out) {
        PrintWriter lines = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String judge = version + (tests == Tests.CHECKIMGCIF ? ", as checkImgCIF" : "");
        for (FileReport report : reports) {
            report.notCif().ifPresent(why -> {
                lines.println(ShownText.of(judge + ": " + report.file()));
                lines.println("Reading: FAIL");
                lines.println(ShownText.of("   it is not CIF, " + why));
                if (tests == Tests.CHECKIMGCIF) {
                    lines.println("   checkImgCIF makes no test of it either, and ends with an error");
                }
            });
            for (BlockReport block : report.blocks()) {
                lines.println(ShownText.of(judge + ": " + report.file() + ", block " + block.block()));
                ReportText.lines(block).forEach(line -> lines.println(ShownText.of(line)));
            }
            if (!report.rules().isEmpty()) {
                lines.println(ShownText.of(judge + ": " + report.file() + ", by the dictionary"));
                ReportText.lines(report.rules()).forEach(line -> lines.println(ShownText.of(line)));
            }
        }
        lines.flush();
    }
}
