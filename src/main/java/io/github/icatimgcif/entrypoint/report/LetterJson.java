package io.github.icatimgcif.entrypoint.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.icatimgcif.judge.letter.LetterReport;
import io.github.icatimgcif.judge.letter.RawDataTable;
import io.github.icatimgcif.judge.letter.RequirementResult;
import io.github.icatimgcif.judge.letter.TableEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The report on a Raw Data Letter as one JSON object. */
public final class LetterJson {

    private LetterJson() {}

    /**
     * Writes the report.
     *
     * @param file    as the user called it
     * @param version of this program
     * @param out     not closed
     */
    public static void write(String file, LetterReport report, String version, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("judge", version);
            json.writeStringField("file", file);
            json.writeBooleanField("ready", report.isReady());
            json.writeArrayFieldStart("requirements");
            for (RequirementResult result : report.requirements()) {
                requirement(result, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rawData");
            for (RawDataTable.Part part : report.table().parts()) {
                part(part, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void requirement(RequirementResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("requirement", result.requirement());
        json.writeStringField("state", word(result.state()));
        json.writeStringField("basis", word(result.basis()));
        json.writeStringField("found", result.found());
        if (!result.right().isEmpty()) {
            json.writeStringField("right", result.right());
            json.writeStringField("supplier", word(result.supplier()));
        }
        json.writeEndObject();
    }

    private static void part(RawDataTable.Part part, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("block", part.block());
        entries("common", part.common(), json);
        json.writeArrayFieldStart("scans");
        for (RawDataTable.Scan scan : part.scans()) {
            json.writeStartObject();
            json.writeStringField("scan", scan.id());
            entries("entries", scan.entries(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void entries(String field, List<TableEntry> entries, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (TableEntry entry : entries) {
            json.writeStartObject();
            json.writeStringField("name", entry.name());
            if (entry.isStated()) {
                json.writeStringField("value", entry.value());
            }
            if (!entry.unit().isEmpty()) {
                json.writeStringField("unit", entry.unit());
            }
            json.writeStringField("source", entry.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
