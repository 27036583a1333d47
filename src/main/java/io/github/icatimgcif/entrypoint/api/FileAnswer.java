package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.entrypoint.report.JudgedSections;
import io.github.icatimgcif.entrypoint.report.LetterSections;
import io.github.icatimgcif.entrypoint.report.PictureSections;
import io.github.icatimgcif.entrypoint.report.ReportJson;
import io.github.icatimgcif.entrypoint.report.ReportLines;
import io.github.icatimgcif.entrypoint.report.ReportPage;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.LetterReport;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The report on an uploaded file in the format that was asked for. */
final class FileAnswer {

    private static final String WITHHELD = "No frame is shown: the images that an uploaded file links to are not read.";

    private FileAnswer() {}

    static byte[] bytes(CheckedFile checked, Tests tests, Checks checks, ReportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case JSON -> ReportJson.write(List.of(checked.report()), checks.judge(), tests, out);
            case TEXT -> ReportLines.write(List.of(checked.report()), checks.judge(), tests, out);
            case HTML -> out.writeBytes(page(checked, tests, checks).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String page(CheckedFile checked, Tests tests, Checks checks) {
        FileReport report = checked.report();
        List<ReportSection> sections = new ArrayList<>(JudgedSections.of(report));
        LetterReport.of(checked, checks.network()).map(LetterSections::of).ifPresent(sections::addAll);
        sections.addAll(PictureSections.of(checked.blocks(), Evidence.NONE, WITHHELD));
        return ReportPage.html(
                report.file(), JudgedSections.verdict(report, tests), sections, judgedBy(checks.judge(), tests));
    }

    /** By what a file was judged, in words. */
    static String judgedBy(String judge, Tests tests) {
        return "Judged by " + judge
                + (tests == Tests.CHECKIMGCIF
                        ? ", by the tests of checkImgCIF that need no image"
                        : ", by our own tests");
    }

    /** An answer with what keeps a browser from doing more than showing it. */
    static Response response(byte[] report, ReportFormat format) {
        return Response.ok(report, format.mediaType())
                .header("Content-Security-Policy", ReportPage.SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin") // else a browser hides from us where our forms come from
                .build();
    }
}
