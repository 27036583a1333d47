package io.github.icatimgcif.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Datasets that are stored and announced at a steady rate. Some are stored ahead, so that they are announced while the file
 * system is in trouble too; what cannot be sent waits in the producer, as with whoever announces.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what breaks is told in the end
final class SoakSupply implements AutoCloseable {

    /** Seconds. */
    private static final int AHEAD = 60;

    /** A file may have 65 000 names. */
    private static final int MOST_LINKS = 50_000;

    private static final Duration LATE = Duration.ofSeconds(3);
    private static final String NOT_ANNOUNCING = "/no/announcement";

    private final PlayedFacility facility;
    private final KafkaProducer<byte[], byte[]> producer;
    private final int perSecond;
    private final BlockingQueue<PlayedDataset> ahead;
    private final List<PlayedDataset> announced = new ArrayList<>();
    private final ReentrantLock disk = new ReentrantLock();
    private final ScheduledExecutorService lines = Executors.newScheduledThreadPool(3);
    private final AtomicReference<Optional<Throwable>> broken = new AtomicReference<>(Optional.empty());
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();
    private final AtomicInteger beforeIcat = new AtomicInteger();
    private final AtomicInteger garbage = new AtomicInteger();
    private final AtomicInteger outOfOrder = new AtomicInteger();
    private int stored;
    private PlayedDataset original;

    /** One of so many datasets a second. */
    SoakSupply(PlayedFacility facility, int perSecond) throws IOException {
        this.facility = facility;
        this.perSecond = perSecond;
        ahead = new LinkedBlockingQueue<>(AHEAD * perSecond);
        original = facility.storedOnly("original_0");
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", facility.kafka().broker(),
                        "acks", "all",
                        "linger.ms", "5",
                        "max.block.ms", "600000",
                        "delivery.timeout.ms", "600000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void begin() {
        lines.execute(() -> guarded(this::storeAhead));
        lines.scheduleAtFixedRate(
                () -> guarded(this::announceNext), 2_000_000, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    /** Announces some at once, besides. */
    void burst(int datasets) {
        for (int i = 0; i < datasets; i++) {
            lines.execute(() -> guarded(this::announceNext));
        }
    }

    /** The next so many datasets are announced twice. */
    void announceTwice(int datasets) {
        twice.addAndGet(datasets);
    }

    /** Of the next so many datasets, an older event comes behind a newer one. */
    void announceOutOfOrder(int datasets) {
        overtaken.addAndGet(datasets);
    }

    /** The next so many datasets come to be in ICAT after their events. */
    void announceAheadOfIcat(int datasets) {
        beforeIcat.addAndGet(datasets);
    }

    /** Sends messages that announce nothing. */
    void sendGarbage(int messages) {
        for (int i = 0; i < messages; i++) {
            int number = garbage.getAndIncrement();
            send(
                    NOT_ANNOUNCING,
                    switch (number % 4) {
                        case 0 -> "{\"path\": \"relative/" + number + "\"}";
                        case 1 -> "{\"path\": \"/data/" + number;
                        case 2 -> "{\"path\": \"/data/" + number + "\", \"parameters\": {\"MX_flux\": 1e99999999999}}";
                        default -> "<dataset><location>/data/" + number;
                    });
        }
    }

    /** How many messages announced nothing. */
    int garbage() {
        return garbage.get();
    }

    /** How many datasets had an older event behind a newer one. */
    int outOfOrder() {
        return outOfOrder.get();
    }

    /** Nothing is stored while somebody holds it. */
    ReentrantLock disk() {
        return disk;
    }

    synchronized int announcedSoFar() {
        return announced.size();
    }

    /** Announces nothing more; returns all that were announced when the broker has the events and ICAT the datasets. */
    List<PlayedDataset> end() throws InterruptedException {
        lines.shutdown();
        if (!lines.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the supply of datasets does not end");
        }
        producer.flush();
        broken.get().ifPresent(why -> {
            throw new IllegalStateException("the supply of datasets broke", why);
        });
        return List.copyOf(announced);
    }

    @Override
    public void close() {
        lines.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }

    private void storeAhead() {
        try {
            while (!lines.isShutdown()) {
                PlayedDataset dataset = next();
                while (!lines.isShutdown() && !ahead.offer(dataset, 100, TimeUnit.MILLISECONDS)) {
                    // There are enough.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PlayedDataset next() throws IOException {
        disk.lock();
        try {
            if (stored > 0 && stored % MOST_LINKS == 0) {
                original = facility.storedOnly("original_" + stored / MOST_LINKS);
            }
            return PlayedDataset.linkedTo(
                    original.location(),
                    original.location().resolveSibling(String.format(Locale.ROOT, "run_%06d", stored++)));
        } finally {
            disk.unlock();
        }
    }

    private void announceNext() {
        take().ifPresent(this::announce);
    }

    private void announce(PlayedDataset dataset) {
        if (takenFrom(beforeIcat)) {
            lines.schedule(() -> guarded(() -> facility.addToIcat(dataset)), LATE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            facility.addToIcat(dataset);
        }
        if (takenFrom(overtaken)) {
            outOfOrder.incrementAndGet();
            send(dataset.key(), dataset.event("{\"attempt\": \"later\"}", "[]"));
        }
        if (takenFrom(twice)) {
            send(dataset.key(), dataset.event());
        }
        send(dataset.key(), dataset.event());
        synchronized (this) {
            announced.add(dataset);
        }
    }

    /** Empty when all is over. */
    private Optional<PlayedDataset> take() {
        try {
            Optional<PlayedDataset> next = Optional.ofNullable(ahead.poll(60, TimeUnit.SECONDS));
            if (next.isEmpty() && !lines.isShutdown()) {
                throw new IllegalStateException("no dataset could be stored for a minute");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dataset was waited for", e);
        }
    }

    private static boolean takenFrom(AtomicInteger left) {
        return left.getAndUpdate(some -> Math.max(0, some - 1)) > 0;
    }

    private void send(String key, String content) {
        producer.send(KafkaClients.message(facility.topic(), key, content), (stored, failed) -> {
            if (failed != null) {
                broken.compareAndSet(Optional.empty(), Optional.of(failed));
            }
        });
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            broken.compareAndSet(Optional.empty(), Optional.of(e));
            throw e;
        }
    }
}
