package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.service.SpanCollector.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trace goes from the program that announces a dataset to the calls to ICAT and to the event; and nowhere by default. */
final class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PRODUCER = "00f067aa0ba902b7";
    private static final String SENT = "00-" + TRACE + "-" + PRODUCER + "-01";
    private static final List<String> STAGES = List.of("collect", "complete", "map", "validate", "write", "register");

    @TempDir
    private Path folder;

    @Test
    void aDatasetIsOneTraceFromItsProducerToIcatAndTheEvent() throws Exception {
        try (SpanCollector collector = SpanCollector.start();
                PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service =
                        facility.start("service", to(collector, "false")).awaitReady()) {
            PlayedDataset raw = facility.stored("run_01");
            announce(facility, raw);
            service.awaitState(raw.key(), "REGISTERED");
            await().atMost(PATIENCE).until(() -> names(collector.of(TRACE)).containsAll(Set.of("receive", "convert")));

            List<Span> spans = collector.of(TRACE);
            Span received = one(spans, "receive");
            Span converted = one(spans, "convert");
            assertThat(received.parent()).isEqualTo(PRODUCER);
            assertThat(received.attributes()).containsEntry("imgcif.door", "kafka");
            assertThat(converted.parent()).isEqualTo(received.id());
            assertThat(converted.attributes()).containsEntry("imgcif.outcome", "registered");
            for (String stage : STAGES) {
                assertThat(one(spans, stage).parent()).as(stage).isEqualTo(converted.id());
            }
            assertThat(parents(spans, "icat search"))
                    .contains(one(spans, "collect").id(), one(spans, "register").id());
            assertThat(parents(spans, "icat write"))
                    .containsOnly(one(spans, "register").id());

            ConsumerRecord<byte[], byte[]> event = eventOf(facility, raw);
            String place = "00-" + TRACE + "-" + converted.id() + "-01";
            assertThat(new String(event.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                    .isEqualTo(place);
            assertThat(new ObjectMapper()
                            .readTree(event.value())
                            .path("traceparent")
                            .asText())
                    .isEqualTo(place);
            assertNothingSecretIsTold(collector);
        }
    }

    /** What asks ICAT without a dataset, as health checks do, makes no traces of its own. */
    private static void assertNothingSecretIsTold(SpanCollector collector) {
        assertThat(collector.all()).allSatisfy(span -> {
            assertThat(span.trace()).as(span.name()).isEqualTo(TRACE);
            assertThat(span.attributes().keySet())
                    .as(span.name())
                    .isSubsetOf("imgcif.door", "imgcif.outcome", "imgcif.icat.outcome");
            assertThat(span.attributes().values().toString() + span.name())
                    .doesNotContain(IcatStub.PASSWORD, "sessionId", "?", PlayedDataset.PROPOSAL);
        });
    }

    @Test
    void nobodyIsToldByDefaultAndTheTraceOfTheProducerGoesOnToTheEvent() throws Exception {
        try (SpanCollector collector = SpanCollector.start();
                PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_01");
            ConsumerRecord<byte[], byte[]> event;
            try (ServiceProcess service = facility.start(
                            "service", Map.of("quarkus.otel.exporter.otlp.endpoint", collector.address()))
                    .awaitReady()) {
                announce(facility, raw);
                service.awaitState(raw.key(), "REGISTERED");
                event = eventOf(facility, raw);
            }

            assertThat(collector.requests()).isZero();
            assertThat(new ObjectMapper()
                            .readTree(event.value())
                            .path("traceparent")
                            .asText())
                    .isEqualTo(SENT);
        }
    }

    private static Map<String, String> to(SpanCollector collector, String disabled) {
        return Map.of(
                "quarkus.otel.sdk.disabled",
                disabled,
                "quarkus.otel.exporter.otlp.endpoint",
                collector.address(),
                "quarkus.otel.exporter.otlp.protocol",
                "http/protobuf",
                "quarkus.otel.bsp.schedule.delay",
                "200ms");
    }

    private static void announce(PlayedFacility facility, PlayedDataset raw) {
        facility.kafka()
                .send(
                        facility.topic(),
                        raw.key(),
                        raw.event().getBytes(StandardCharsets.UTF_8),
                        Map.of("traceparent", SENT));
    }

    private static ConsumerRecord<byte[], byte[]> eventOf(PlayedFacility facility, PlayedDataset raw) {
        return facility.kafka()
                .find(
                        facility.registered(),
                        message -> raw.key().equals(new String(message.key(), StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    private static Span one(List<Span> spans, String name) {
        List<Span> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static Set<String> parents(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .map(Span::parent)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<Span> spans) {
        return spans.stream().map(Span::name).collect(Collectors.toCollection(HashSet::new));
    }
}
