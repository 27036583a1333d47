package io.github.icatimgcif.entrypoint.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.file.FileReport;
import io.github.icatimgcif.judge.file.Tests;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Reports as one JSON object. */
public final class ReportJson {

    private ReportJson() {}

    public static void write(List<FileReport> reports, String version, Tests tests, OutputStream out)
            throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("judge", version);
            json.writeStringField("tests", tests == Tests.CHECKIMGCIF ? "checkImgCIF" : "own");
            json.writeArrayFieldStart("files");
            for (FileReport report : reports) {
                file(report, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void file(FileReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", report.file());
        json.writeBooleanField("passed", report.isPassed());
        if (report.notCif().isPresent()) {
            json.writeStringField("notCif", report.notCif().get());
        }
        json.writeArrayFieldStart("blocks");
        for (BlockReport block : report.blocks()) {
            json.writeStartObject();
            json.writeStringField("block", block.block());
            json.writeBooleanField("passed", block.isPassed());
            json.writeArrayFieldStart("tests");
            for (TestResult test : block.tests()) {
                test(test, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!report.rules().isEmpty()) {
            json.writeArrayFieldStart("dictionary");
            for (TestResult rule : report.rules()) {
                test(rule, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void test(TestResult test, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("test", test.test());
        json.writeBooleanField("passed", test.isPassed());
        json.writeArrayFieldStart("messages");
        for (Remark remark : test.remarks()) {
            json.writeStartObject();
            json.writeStringField("severity", remark.severity().name().toLowerCase(Locale.ROOT));
            if (!remark.item().isEmpty()) {
                json.writeStringField("item", remark.item());
            }
            if (remark.row().isPresent()) {
                json.writeNumberField("row", remark.row().getAsInt());
            }
            if (remark.line().isPresent()) {
                json.writeNumberField("line", remark.line().getAsInt());
            }
            json.writeStringField("message", remark.wrong());
            if (!remark.right().isEmpty()) {
                json.writeStringField("right", remark.right());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
