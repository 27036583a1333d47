package io.github.icatimgcif.entrypoint.activemq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.documentation.PublishedSchemas;
import io.github.icatimgcif.entrypoint.message.DeadLetterHeaders;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.Reception;
import io.github.icatimgcif.service.ActiveMq;
import io.github.icatimgcif.service.StompSocket;
import io.github.icatimgcif.wiring.embedded.FreePort;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The door against a real broker, with a database that can be taken away. */
final class ActiveMqDatasetListenerTest {

    private static final String DEAD = "icatIngest.imgcif.dead";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final List<ReceivedMessage> buried = new CopyOnWriteArrayList<>();
    private final AtomicBoolean databaseIsAway = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void aMessageIsHeldWhileTheDatabaseIsAwayAndAcceptedWhenItIsStored() throws IOException {
        databaseIsAway.set(true);
        try (ActiveMq broker = ActiveMq.start();
                Listening door = listenTo(broker.amqpPort())) {
            send(broker, "/data/amqp/held");
            await().atMost(PATIENCE).until(() -> tries.get() >= 3);

            assertThat(broker.waiting(ActiveMq.COPY)).isEqualTo(1);
            assertThat(broker.dispatched(ActiveMq.COPY)).isEqualTo(1);
            assertThat(door.listener().trouble()).isEmpty();
            databaseIsAway.set(false);

            await().atMost(PATIENCE).until(() -> broker.waiting(ActiveMq.COPY) == 0);
            assertThat(stored).containsExactly("/data/amqp/held");
            assertThat(buried).isEmpty();
            // The copy is ours; the facility's own ingester still has its message.
            assertThat(broker.waiting(ActiveMq.INGEST)).isEqualTo(1);
        }
    }

    @Test
    void aMessageThatIsHeldWhenTheServiceEndsIsGivenToTheNextOneWithThoseBehindIt() throws IOException {
        databaseIsAway.set(true);
        try (ActiveMq broker = ActiveMq.start()) {
            try (Listening first = listenTo(broker.amqpPort())) {
                send(broker, "/data/amqp/first");
                send(broker, "/data/amqp/second");
                await().atMost(PATIENCE).until(() -> tries.get() >= 1);
            }
            assertThat(broker.waiting(ActiveMq.COPY)).isEqualTo(2);
            assertThat(stored).isEmpty();
            databaseIsAway.set(false);

            try (Listening second = listenTo(broker.amqpPort())) {
                await().atMost(PATIENCE).until(() -> broker.waiting(ActiveMq.COPY) == 0);
            }
            assertThat(stored).containsExactly("/data/amqp/first", "/data/amqp/second");
        }
    }

    @Test
    void whatCannotBeReadIsKeptAndAcceptedAndBlocksNobody() throws Exception {
        try (ActiveMq broker = ActiveMq.start();
                Listening door = listenTo(broker.amqpPort());
                StompSocket stomp = StompSocket.connect(broker.stompPort())) {
            stomp.sendText(ActiveMq.INGEST, "<poison".getBytes(StandardCharsets.UTF_8));
            stomp.sendBytes(ActiveMq.INGEST, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
            stomp.sendBytes(ActiveMq.INGEST, new byte[0]);
            send(broker, "/data/amqp/behind");

            await().atMost(PATIENCE).until(() -> stored.contains("/data/amqp/behind"));
            await().atMost(PATIENCE).until(() -> broker.waiting(ActiveMq.COPY) == 0);
            assertThat(buried).hasSize(3);
            assertThat(buried.get(0).content()).isEqualTo("<poison".getBytes(StandardCharsets.UTF_8));
            assertThat(buried.get(1).content()).isEqualTo(new byte[] {(byte) 0xff, 0, (byte) 0xfe});
            assertThat(buried.get(2).content()).isEmpty();
            assertThat(buried).allSatisfy(letter -> assertThat(letter.origin()).startsWith(ActiveMq.COPY + "/ID:"));
            assertThat(broker.waiting(DEAD)).isEqualTo(3);
            List<ReceivedMessage> copies = taken(broker, DEAD, door.vertx(), 3);
            assertThat(copies)
                    .zipSatisfy(
                            buried, (copy, letter) -> assertThat(copy.content()).isEqualTo(letter.content()));
            assertThat(copies)
                    .allSatisfy(copy -> assertThat(PublishedSchemas.faultsOfDeadLetter(copy.headers()))
                            .isEmpty());
            assertThat(copies.get(0).headers())
                    .containsEntry("dead-letter-origin", buried.get(0).origin())
                    .containsEntry("dead-letter-attempts", "1")
                    .containsEntry("dead-letter-first-attempt", "2026-07-11T09:30:17Z")
                    .containsEntry("dead-letter-mapping-version", "a1b2c3")
                    .hasEntrySatisfying(
                            "dead-letter-reason", reason -> assertThat(reason).contains("no well-formed XML"));
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAndTheOtherOneIsAsked() throws IOException {
        int port = FreePort.any();
        try (Listening door = listenTo(FreePort.any(), port)) {
            await().atMost(PATIENCE)
                    .until(() -> door.listener().trouble().orElse("").contains("localhost:" + port));
            try (ActiveMq broker = ActiveMq.start(port)) {
                send(broker, "/data/amqp/before");
                await().atMost(PATIENCE).until(() -> stored.contains("/data/amqp/before"));
            }
            await().atMost(PATIENCE).until(() -> door.listener().trouble().isPresent());
            try (ActiveMq again = ActiveMq.start(port)) {
                send(again, "/data/amqp/after");
                await().atMost(PATIENCE).until(() -> stored.contains("/data/amqp/after"));
                assertThat(door.listener().trouble()).isEmpty();
            }
        }
        assertThat(stored).containsExactly("/data/amqp/before", "/data/amqp/after");
    }

    @Test
    void theAddressOfABrokerIsHostAndPort() {
        assertThat(ActiveMqBroker.of("mq-01.example.org:5673", 5672))
                .isEqualTo(new ActiveMqBroker("mq-01.example.org", 5673));
        assertThat(ActiveMqBroker.of(" mq-02.example.org", 5671))
                .isEqualTo(new ActiveMqBroker("mq-02.example.org", 5671));
        assertThatThrownBy(() -> ActiveMqBroker.of("tcp://mq-01:61613", 5672))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give host:port");
    }

    private static void send(ActiveMq broker, String location) throws IOException {
        try (StompSocket stomp = StompSocket.connect(broker.stompPort())) {
            stomp.sendText(ActiveMq.INGEST, ("{\"path\": \"" + location + "\"}").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Messages of a queue, as a program that speaks AMQP gets them. */
    private static List<ReceivedMessage> taken(ActiveMq broker, String queue, Vertx vertx, int count)
            throws InterruptedException {
        ActiveMqSettings settings = settings(List.of(new ActiveMqBroker("localhost", broker.amqpPort())), queue);
        List<ReceivedMessage> taken = new ArrayList<>();
        try (AmqpQueue open = AmqpQueue.open(vertx, settings.brokers().get(0), settings)) {
            while (taken.size() < count) {
                AmqpMessage next = open.next().orElseThrow();
                taken.add(AmqpContent.received("activemq", queue, next));
                next.accepted();
            }
        }
        return taken;
    }

    private static ActiveMqSettings settings(List<ActiveMqBroker> brokers, String queue) {
        return new ActiveMqSettings(
                brokers, queue, Optional.of(DEAD), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Listening listenTo(int... ports) {
        Vertx vertx = Vertx.vertx();
        List<ActiveMqBroker> brokers = java.util.Arrays.stream(ports)
                .mapToObj(port -> new ActiveMqBroker("localhost", port))
                .toList();
        Intake intake = (dataset, door) -> {
            tries.incrementAndGet();
            if (databaseIsAway.get()) {
                throw new Unavailable(WaitsFor.SURROUNDINGS, "the database is away");
            }
            stored.add(dataset.location());
        };
        ActiveMqDatasetListener listener = new ActiveMqDatasetListener(
                vertx,
                settings(brokers, ActiveMq.COPY),
                new Reception(intake, new MessageReader(10_000), new Buried(), new SimpleMeterRegistry(), Traces.OFF),
                new DeadLetterHeaders(
                        new Versions("0.4.0", "a1b2c3", "1.8.9"),
                        Clock.fixed(Instant.parse("2026-07-11T09:30:17Z"), ZoneOffset.UTC)));
        listener.start();
        return new Listening(listener, vertx);
    }

    /** A door that is open. */
    private record Listening(ActiveMqDatasetListener listener, Vertx vertx) implements AutoCloseable {
        @Override
        public void close() {
            listener.stop();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Dead letters in memory. */
    private final class Buried implements DeadLetters {

        @Override
        public void keep(ReceivedMessage message, String reason) {
            buried.add(message);
        }

        @Override
        public List<DeadLetter> list(DeadLetterFilter filter, long after, int most) {
            return List.of();
        }

        @Override
        public long count(DeadLetterFilter filter) {
            return buried.size();
        }

        @Override
        public Optional<DeadLetter> find(long id) {
            return Optional.empty();
        }

        @Override
        public Optional<ReceivedMessage> message(long id) {
            return Optional.empty();
        }

        @Override
        public void noteAttempt(long id, String reason) {}

        @Override
        public boolean remove(long id) {
            return false;
        }

        @Override
        public long removeAll(DeadLetterFilter filter) {
            return 0;
        }
    }
}
