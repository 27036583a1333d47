package io.github.icatimgcif.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.service.ActiveMq;
import io.github.icatimgcif.service.KafkaClients;
import io.github.icatimgcif.service.RealServers;
import io.github.icatimgcif.service.StompSocket;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Messages that others wrote, byte for byte, as others send them: by STOMP frames over a plain socket to the facility's queue, and
 * on Kafka. What has to be in the journal is read from each file by another parser.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class IndependentProducerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path OWN = Path.of("src/test/resources/messages");

    @Inject
    Journal journal;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "test.stomp.port")
    int stompPort;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void messagesOfTheSameShapeAreReadByStompAsTextAsBytesAndByKafka() throws Exception {
        assertThat(readEverywhere(OWN)).isEqualTo(4);
    }

    @Test
    void theExamplesOfTheFacilityAreReadByStompAsTextAsBytesAndByKafka() throws Exception {
        Path examples = Path.of(System.getProperty("shared.folder", "../shared"), "knowledge/examples");
        assumeTrue(Files.isDirectory(examples), "SKIPPED: no example messages in " + examples.toAbsolutePath());

        assertThat(readEverywhere(examples)).isEqualTo(4);
    }

    private int readEverywhere(Path folder) throws Exception {
        List<Path> messages = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.xml")) {
            files.forEach(messages::add);
        }
        for (Path message : messages) {
            byte[] content = Files.readAllBytes(message);
            check(content, "activemq", () -> {
                try (StompSocket stomp = StompSocket.connect(stompPort)) {
                    stomp.sendText(ActiveMq.INGEST, content);
                }
            });
            check(content, "activemq", () -> {
                try (StompSocket stomp = StompSocket.connect(stompPort)) {
                    stomp.sendBytes(ActiveMq.INGEST, content);
                }
            });
            check(
                    content,
                    "kafka",
                    () -> new KafkaClients(kafka).send("icat.dataset.stored", "bridge", content, Map.of()));
        }
        return messages.size();
    }

    private void check(byte[] content, String door, Sending sending) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content))
                .getDocumentElement();
        if (!root.getLocalName().equals("dataset")) {
            double before = counted(door, "passed-over");
            sending.send();
            await().atMost(PATIENCE).until(() -> counted(door, "passed-over") == before + 1);
            return;
        }
        // Others announce by the same door, as the demonstration does; nobody else announces this one.
        String location = text(root, "location");
        long before = generation(location);
        sending.send();
        await().atMost(PATIENCE).until(() -> generation(location) == before + 1);
        assertFacts(root, door);
    }

    private long generation(String location) {
        return journal.find(location).map(JournalEntry::generation).orElse(0L);
    }

    private void assertFacts(Element root, String door) {
        JournalEntry entry = journal.find(text(root, "location")).orElseThrow();
        assertThat(entry.door()).isEqualTo(door);
        var dataset = entry.dataset();
        assertThat(dataset.name()).isEqualTo(text(root, "name"));
        assertThat(dataset.proposal()).isEqualTo(text(root, "investigation"));
        assertThat(dataset.beamline()).contains(text(root, "instrument"));
        assertThat(dataset.startDate()).contains(text(root, "startDate"));
        assertThat(dataset.endDate()).contains(text(root, "endDate"));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element child : children(root)) {
            if (child.getLocalName().equals("parameter")) {
                parameters.put(text(child, "name"), text(child, "value"));
            } else if (child.getLocalName().equals("sample")) {
                assertThat(dataset.sample()).isEqualTo(text(child, "name"));
            }
        }
        String input = parameters.getOrDefault("input_datasets", "");
        parameters.remove("input_datasets");
        parameters.putIfAbsent("complete", "true");
        assertThat(dataset.parameters()).isEqualTo(parameters);
        assertThat(dataset.parameters()).hasSizeGreaterThan(5);
        assertThat(String.join(",", dataset.input())).isEqualTo(input);
    }

    private double counted(String door, String result) {
        return meters.counter("imgcif.events", "door", door, "result", result).count();
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Sends a message. */
    @FunctionalInterface
    private interface Sending {
        void send() throws IOException;
    }
}
