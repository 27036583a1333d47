package io.github.icatimgcif.judge.checkimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files of ../shared with the verdicts and messages that are known of them. */
final class RecordedCasesTest {

    /** The recorded reasons of the original's exceptions, which it does not print itself. */
    private static final String REASON = "  \\[.*]$";

    @Test
    void everyVerdictAndMessageIsAsRecorded() throws IOException {
        Path folder = SharedFolder.at("data/checkimgcif_cases");
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        Map<String, List<String>> said = new LinkedHashMap<>();
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        expected.properties().forEach(recordedCase -> {
            List<String> lines = new ArrayList<>();
            recordedCase.getValue().get("tests").properties().forEach(test -> {
                lines.add(test.getKey() + ": " + test.getValue().get("verdict").asText());
                test.getValue().get("messages").forEach(message -> lines.add("   " + withoutReason(message.asText())));
            });
            lines.add("all: " + recordedCase.getValue().get("ok").asBoolean());
            recorded.put(recordedCase.getKey(), lines);
        });
        for (String name : recorded.keySet()) {
            said.put(name, judged(folder.resolve(name + ".cif")));
        }

        assertThat(recorded).hasSize(32);
        assertThat(said).isEqualTo(recorded);
    }

    private static String withoutReason(String message) {
        return message.startsWith("Unable to carry out") ? message.replaceFirst(REASON, "") : message;
    }

    private static List<String> judged(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            BlockReport report = CheckImgCif.judge(new CifReader().read(in).get(0));
            List<String> lines = new ArrayList<>();
            for (TestResult test : report.tests()) {
                lines.add(test.test() + ": " + (test.isPassed() ? "PASS" : "FAIL"));
                test.remarks().stream().map(Remark::wrong).forEach(message -> lines.add("   " + message));
            }
            lines.add("all: " + report.isPassed());
            return lines;
        }
    }
}
