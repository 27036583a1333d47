package io.github.icatimgcif.entrypoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageReaderTest {

    private static final MessageReader READER = new MessageReader(2000);

    @Test
    void allFieldsAreRead() {
        MessageReading reading = read("""
                {"datasetName": "run_01", "proposalName": "mx-2463", "sampleIdentifier": "Therm-6", "path": "//data//run_01/",
                 "parameters": {"MX_flux": "3.20e11", "MX_oscillationRange": 0.10, "MX_count": 3600, "MX_inverse": true,
                 "nothing": null}, "input": ["/data/raw"], "icatDatasetId": 4713, "beamline": "id30b",
                 "startDate": "2026-03-01T10:00:00+01:00", "endDate": "2026-03-01T10:03:00+01:00", "unknown": [1]}
                """);

        assertThat(reading)
                .isEqualTo(new MessageReading.Readable(new StoredDataset(
                        "run_01",
                        "mx-2463",
                        "Therm-6",
                        "/data/run_01",
                        Map.of(
                                "MX_flux",
                                "3.20e11",
                                "MX_oscillationRange",
                                "0.10",
                                "MX_count",
                                "3600",
                                "MX_inverse",
                                "true"),
                        List.of("/data/raw"),
                        Optional.of(4713L),
                        Optional.of("id30b"),
                        Optional.of("2026-03-01T10:00:00+01:00"),
                        Optional.of("2026-03-01T10:03:00+01:00"))));
    }

    @Test
    void aNameThatIsNotSaidIsNotMadeUpAndIsThatOfTheFolderWhereNoneIsKnown() {
        var dataset = ((MessageReading.Readable) read("{\"path\": \"/data/run_02/\"}")).dataset();

        assertThat(dataset.name()).isEmpty();
        assertThat(dataset.named().name()).isEqualTo("run_02");
    }

    @Test
    void aCloudEventMayCarryItsDataInBase64() {
        assertThat(read("{\"specversion\": \"1.0\", \"data_base64\": \"eyJwYXRoIjogIi9kYXRhL3J1bl8wMyJ9\"}"))
                .isInstanceOf(MessageReading.Readable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the message is empty",
                "[] | no object",
                "{\"path\": \"/data\" | no JSON",
                "{\"path\": \"/data\"} {} | no JSON",
                "{} | no path: give",
                "{\"path\": null} | no path: give",
                "{\"path\": 7} | \"path\" is no text but of kind number",
                "{\"path\": \"data\"} | not absolute",
                "{\"path\": \"/data/../etc\"} | '..'",
                "{\"path\": \"/da\\nta\"} | control character",
                "{\"path\": \"/data\", \"path\": \"/other\"} | no JSON: Duplicate",
                "{\"path\": \"/data/\\u0000\"} | U+0000",
                "{\"path\": \"/data/\\ud800\"} | surrogate",
                "{\"path\": \"/data\", \"parameters\": []} | \"parameters\" is no object",
                "{\"path\": \"/data\", \"parameters\": {\"a\": {}}} | the parameter \"a\" is no text",
                "{\"path\": \"/data\", \"input\": \"/raw\"} | \"input\" is no list",
                "{\"path\": \"/data\", \"input\": [1]} | \"input\" has something",
                "{\"path\": \"/data\", \"icatDatasetId\": -1} | no positive whole number",
                "{\"specversion\": \"0.3\", \"data\": {\"path\": \"/data\"}} | another version than 1.0",
                "{\"specversion\": \"1.0\"} | no \"data\""
            })
    void whatIsNoAnnouncementIsTold(String content, String reason) {
        assertThat(read(content))
                .isInstanceOfSatisfying(
                        MessageReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains(reason));
    }

    @Test
    void deepAndLargeMessagesAreNotRead() {
        assertThat(read("{\"path\": \"/data\", \"x\": " + "[".repeat(900) + "]".repeat(900) + "}"))
                .isInstanceOf(MessageReading.Unreadable.class);
        assertThat(read("{\"path\": \"/data\", \"x\": \"" + "y".repeat(3000) + "\"}"))
                .isInstanceOf(MessageReading.Unreadable.class);
        assertThat(READER.read(new byte[] {'"', (byte) 0xc3, '"'}, Map.of()))
                .isInstanceOf(MessageReading.Unreadable.class);
    }

    private static MessageReading read(String content) {
        return READER.read(content.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
