package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.finding.Severity;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where nothing is configured, the service shows on its first start what it does: it stores the sample dataset that ships with
 * it, announces it on the topic as any facility would, and prints what became of it.
 */
@Singleton
final class Demonstration {

    private static final Logger LOG = Logger.getLogger(Demonstration.class);

    private static final String FACILITY = "demonstration";
    private static final String FOLDER = "mx0001/20240611/RAW_DATA/crystal/run_01_datacollection";
    private static final List<String> FILES = List.of("sample_1_data_000001.h5", "metadata.json", "sample_1_master.h5");
    private static final Instant MEASURED = Instant.parse("2024-06-11T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    private final ServiceConfig config;
    private final Facility facility;
    private final Journal journal;
    private final Map<String, Object> kafka;
    private final String topic;
    private final int port;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "demonstration");
        thread.setDaemon(true);
        return thread;
    });

    Demonstration(
            ServiceConfig config,
            Facility facility,
            Journal journal,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.stored-datasets.topic") String topic,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.config = config;
        this.facility = facility;
        this.journal = journal;
        this.kafka = kafka;
        this.topic = topic;
        this.port = port;
    }

    /** After everything else has started. */
    void started(@Observes @Priority(10_000) StartupEvent event) {
        if (config.demonstration()
                && facility.id().equals(FACILITY)
                && !facility.dataRoots().isEmpty()) {
            later.execute(this::show);
        }
    }

    void ends(@Observes ShutdownEvent event) {
        later.shutdownNow();
    }

    private void show() {
        Path location = facility.dataRoots().get(0).resolve(FOLDER);
        try {
            if (journal.find(location.toString()).isPresent()) {
                return; // an earlier start has shown it
            }
            store(location);
            announce(location);
            lookAgain(location, System.nanoTime() + GIVE_UP.toNanos());
        } catch (IOException | KafkaException e) {
            LOG.errorf(e, "the demonstration could not store its sample dataset at %s", location);
        }
    }

    private static void store(Path location) throws IOException {
        Files.createDirectories(location);
        for (String name : FILES) {
            try (InputStream file = Demonstration.class.getResourceAsStream("/sample/" + name)) {
                if (file == null) {
                    throw new IOException("the service was packed without its sample " + name);
                }
                Path copy = location.resolve(name);
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                // Measured long ago: nobody is to wait whether more of it comes.
                Files.setLastModifiedTime(copy, FileTime.from(MEASURED));
            }
        }
    }

    /** The event as a facility sends it; the location is the key, so that all events of a dataset keep their order. */
    private void announce(Path location) {
        String escaped = location.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        String event = """
                {"datasetName": "run_01_datacollection", "proposalName": "mx0001", "sampleIdentifier": "crystal",
                 "path": "%s", "beamline": "Demonstration beamline", "input": [],
                 "parameters": {"MX_detectorDistance": "142.5", "MX_numberOfImages": "10", "scanType": "datacollection"}}
                """.formatted(escaped);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", "icat-imgcif-demonstration");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, location.toString(), event));
        }
    }

    private void lookAgain(Path location, long until) {
        Optional<JournalEntry> done = journal.find(location.toString()).filter(entry -> !entry.isWaiting());
        if (done.isPresent()) {
            print(location, done.get());
        } else if (System.nanoTime() < until) {
            var unused = later.schedule(() -> lookAgain(location, until), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            LOG.warnf("the sample dataset at %s has no imgCIF yet; its page tells why", location);
        }
    }

    private void print(Path location, JournalEntry entry) {
        long warnings = journal.history(entry.dataset().identity()).stream()
                .limit(1)
                .flatMap((Attempt attempt) -> attempt.findings().stream())
                .filter(finding -> finding.severity() == Severity.WARNING)
                .count();
        standardOutput()
                .printf(
                        """

                The sample dataset was stored and announced like any facility's:
                  raw data   %s
                  imgCIF     %s
                  verdict    %s%s, %d warnings
                  its page   http://localhost:%d/datasets/by-location?location=%s

                """,
                        location,
                        entry.imgCif().map(file -> file.path().toString()).orElse("none"),
                        entry.imgCif().isPresent() ? "valid, " : "",
                        entry.state().name().toLowerCase(java.util.Locale.ROOT),
                        warnings,
                        port,
                        URLEncoder.encode(location.toString(), StandardCharsets.UTF_8));
        standardOutput().flush();
    }

    @SuppressWarnings("SystemOut")
    private static PrintStream standardOutput() {
        return System.out;
    }
}
