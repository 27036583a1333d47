package io.github.icatimgcif.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.MessageReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xml.sax.SAXException;

/** What is published of messages is what the service takes and sends. */
final class EventsPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MessageReader READER = new MessageReader(524_288);
    private static final Path MESSAGES = Path.of("src/test/resources/messages");
    private static final JsonNode ASYNCAPI =
            JSON.valueToTree(new Load(LoadSettings.builder().build())
                    .loadFromString(text(PublishedSchemas.FOLDER.resolve("asyncapi.yaml"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\": \"/data/run_01\"}",
                "{\"path\": \" /data/run 01 \", \"datasetName\": null, \"unknown\": [1, {}]}",
                "{\"path\": \"/data/a..b\", \"icatDatasetId\": 4711, \"input\": [\"/data/raw\", \"\"]}",
                "{\"path\": \"/data\", \"icatDatasetId\": \"0004711\", \"parameters\": {\"MX_flux\": 3.2e11, \"a\": true, \"b\": null}}",
                "{\"path\": \"/data\", \"parameters\": null, \"input\": null, \"icatDatasetId\": null, \"beamline\": \"\"}",
                "{\"path\": \"/data\", \"startDate\": \"yesterday\", \"endDate\": \"2025-03-25T14:02:24.318+01:00\"}"
            })
    void whatIsTakenIsInTheSchema(String message) throws IOException {
        assertThat(isTaken(message)).isTrue();
        assertThat(PublishedSchemas.faultsOfAnnouncement(JSON.readTree(message)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"path\": null}",
                "{\"path\": 7}",
                "{\"path\": \"\"}",
                "{\"path\": \"data\"}",
                "{\"path\": \"/data/../etc\"}",
                "{\"path\": \"/data/..\"}",
                "{\"path\": \"/da\\nta\"}",
                "{\"path\": \"/data/\\u0000\"}",
                "{\"path\": \"/data/\\ufffd\"}",
                "{\"path\": \"/data\", \"datasetName\": 7}",
                "{\"path\": \"/data\", \"beamline\": [\"ID23-2\"]}",
                "{\"path\": \"/data\", \"sampleIdentifier\": \"a\\u0000b\"}",
                "{\"path\": \"/data\", \"parameters\": []}",
                "{\"path\": \"/data\", \"parameters\": {\"a\": {}}}",
                "{\"path\": \"/data\", \"input\": \"/raw\"}",
                "{\"path\": \"/data\", \"input\": [1]}",
                "{\"path\": \"/data\", \"icatDatasetId\": -1}",
                "{\"path\": \"/data\", \"icatDatasetId\": 0}",
                "{\"path\": \"/data\", \"icatDatasetId\": \"000\"}",
                "{\"path\": \"/data\", \"icatDatasetId\": 1.5}",
                "{\"path\": \"/data\", \"icatDatasetId\": 1000000000000000000}"
            })
    void whatIsRefusedIsNotInTheSchema(String message) throws IOException {
        assertThat(isTaken(message)).isFalse();
        assertThat(PublishedSchemas.faultsOfAnnouncement(JSON.readTree(message)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\": \"1.0\", \"type\": \"stored\", \"source\": \"/x\", \"id\": \"1\", \"data\": {\"path\": \"/data\"}}",
                "{\"specversion\": \"1.0\", \"data\": \"{\\\"path\\\": \\\"/data\\\"}\"}",
                "{\"specversion\": \"1.0\", \"data_base64\": \"eyJwYXRoIjogIi9kYXRhL3J1bl8wMyJ9\"}"
            })
    void anEnvelopeThatIsTakenIsInTheSchema(String message) throws IOException {
        assertThat(isTaken(message)).isTrue();
        assertThat(PublishedSchemas.faultsOfEnvelope(JSON.readTree(message))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\": \"0.3\", \"data\": {\"path\": \"/data\"}}",
                "{\"specversion\": \"1.0\"}",
                "{\"specversion\": \"1.0\", \"data\": {\"path\": \"data\"}}",
                "{\"specversion\": \"1.0\", \"data\": 7}",
                "{\"specversion\": \"1.0\", \"data_base64\": \"***\"}",
                "{\"specversion\": \"1.0\", \"type\": \"icat.imgcif.registered\", \"data\": {\"path\": \"/data\"}}"
            })
    void anEnvelopeThatIsNotTakenIsNotInTheSchema(String message) throws IOException {
        assertThat(isTaken(message)).isFalse();
        assertThat(PublishedSchemas.faultsOfEnvelope(JSON.readTree(message))).isNotEmpty();
    }

    @Test
    void theXmlOfPyicatPlusIsInItsSchema() throws IOException, SAXException {
        for (String file : List.of("raw.xml", "incomplete.xml", "processed.xml")) {
            assertThat(READER.read(Files.readAllBytes(MESSAGES.resolve(file)), Map.of()))
                    .as(file)
                    .isInstanceOf(MessageReading.Readable.class);
            ofXml().newValidator()
                    .validate(new StreamSource(MESSAGES.resolve(file).toFile()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dataset xmlns='http://www.esrf.fr/icat'><location>data</location></dataset>",
                "<dataset><location>/data</location></dataset>",
                "<dataset xmlns='http://www.esrf.fr/icat'><location>/data</location><parameter><value>1</value></parameter></dataset>",
                "<dataset xmlns='http://www.esrf.fr/icat'><location>/da<b/>ta</location></dataset>",
                "<investigation xmlns='http://www.esrf.fr/icat'><experiment>mx2532</experiment></investigation>"
            })
    void xmlThatIsNotTakenIsNotInTheSchema(String message) throws IOException {
        assertThat(isTaken(message)).isFalse();
        assertThat(isInSchema(message)).isFalse();
    }

    @Test
    void theExamplesOnThePageAreInTheirSchemas() throws IOException {
        List<JsonNode> announced = new ArrayList<>();
        List<JsonNode> told = new ArrayList<>();
        for (Document.Block block : Document.of(Path.of("src/docs/EVENTS.md")).blocks()) {
            if (block.language().equals("json")) {
                JsonNode message = JSON.readTree(block.text());
                (message.has("specversion") ? told : announced).add(message);
            }
        }

        assertThat(announced)
                .hasSize(1)
                .allSatisfy(message -> assertThat(PublishedSchemas.faultsOfAnnouncement(message))
                        .isEmpty());
        assertThat(told)
                .hasSize(1)
                .allSatisfy(message ->
                        assertThat(PublishedSchemas.faultsOfRegistered(message)).isEmpty());
    }

    @Test
    void theDescriptionNamesTheTopicsAndTheQueueOfTheService() throws IOException {
        CommentedProperties properties =
                new CommentedProperties(text(Path.of("src/main/resources/application.properties")));
        Set<String> addresses = new TreeSet<>(ASYNCAPI.path("channels").findValuesAsText("address"));

        assertThat(addresses)
                .isEqualTo(Stream.of(
                                "mp.messaging.incoming.stored-datasets.topic",
                                "mp.messaging.outgoing.dead-letters.topic",
                                "mp.messaging.outgoing.registered-imgcifs.topic",
                                "imgcif.activemq.queue")
                        .map(name -> properties.value(name).orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(ASYNCAPI.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(ASYNCAPI.path("operations"))
                .hasSize(4)
                .allSatisfy(operation ->
                        assertThat(operation.path("action").asText()).isIn("send", "receive"));
    }

    @Test
    void everyReferenceOfTheDescriptionAndTheSchemasLeadsSomewhere() throws IOException {
        int followed = 0;
        List<String> broken = new ArrayList<>();
        for (String file : List.of(
                "asyncapi.yaml",
                "announcement.schema.json",
                "announcement-cloudevent.schema.json",
                "dead-letter-headers.schema.json",
                "registered.schema.json")) {
            JsonNode document = document(file);
            for (String reference : document.findValuesAsText("$ref")) {
                followed++;
                String path = reference.replaceFirst("#.*", "");
                JsonNode target = path.isEmpty() ? document : document(path);
                if (reference.contains("#")
                        && target.at(reference.replaceFirst(".*#", "")).isMissingNode()) {
                    broken.add(file + ": " + reference);
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(20);
    }

    private static JsonNode document(String file) {
        return file.endsWith(".yaml") ? ASYNCAPI : PublishedSchemas.read(file);
    }

    private static boolean isTaken(String message) {
        return READER.read(message.getBytes(StandardCharsets.UTF_8), Map.of()) instanceof MessageReading.Readable;
    }

    private static boolean isInSchema(String xml) throws IOException {
        try {
            ofXml().newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private static Schema ofXml() throws IOException {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(PublishedSchemas.FOLDER.resolve("dataset.xsd").toFile());
        } catch (SAXException e) {
            throw new IOException("the schema of the XML cannot be read", e);
        }
    }

    private static String text(Path file) {
        return Document.of(file).text();
    }
}
