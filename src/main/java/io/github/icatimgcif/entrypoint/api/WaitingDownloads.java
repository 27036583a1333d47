package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Journal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Downloads that wait for their imgCIF, all of them in one thread: the journal is asked some times in a second for each dataset that is
 * waited for, however many wait for it.
 */
@Singleton
public final class WaitingDownloads {

    private static final Logger LOG = Logger.getLogger(WaitingDownloads.class);
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final Journal journal;
    private final DownloadSettings settings;
    private final Map<String, List<Waiter>> waiters = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "waiting-downloads");
        made.setDaemon(true);
        return made;
    });
    private int waiting;
    private boolean isLooking;

    private record Waiter(long end, CompletableFuture<Void> ended) {}

    WaitingDownloads(Journal journal, DownloadSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    /** Done when nothing more is to come of a dataset, or after so long; at once where too many wait already. */
    CompletableFuture<Void> ended(String identity, Duration longest) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        synchronized (waiters) {
            if (longest.isZero() || waiting >= settings.mostWaiting()) {
                ended.complete(null);
                return ended;
            }
            waiting++;
            waiters.computeIfAbsent(identity, any -> new ArrayList<>())
                    .add(new Waiter(System.nanoTime() + longest.toNanos(), ended));
            if (!isLooking) {
                isLooking = true;
                lookLater();
            }
        }
        return ended;
    }

    void ends(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void lookLater() {
        thread.schedule(this::look, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whatever ends a look, the next one follows: those that wait are known to nobody else. */
    private void look() {
        try {
            List<String> identities;
            synchronized (waiters) {
                identities = List.copyOf(waiters.keySet());
            }
            for (String identity : identities) {
                release(identity, isDecided(identity))
                        .forEach(waiter -> waiter.ended().complete(null));
            }
        } catch (RuntimeException
                | Error e) { // a door: whatever is thrown further ends the looking for good, and silently
            LOG.error("an error of this service; it could not look for imgCIFs that are waited for", e);
        } finally {
            synchronized (waiters) {
                isLooking = !waiters.isEmpty();
                if (isLooking) {
                    lookLater();
                }
            }
        }
    }

    private boolean isDecided(String identity) {
        try {
            return journal.find(identity).filter(ImgCifDownload::isToWaitFor).isEmpty();
        } catch (RuntimeException e) { // whoever waits is told when he asks the journal himself
            LOG.debugf("cannot look whether an imgCIF is there: %s", e.getMessage());
            return false;
        } catch (Error e) { // whoever waits for this one asks himself, and those behind it are looked at
            LOG.error("an error of this service; it could not look whether an imgCIF is there", e);
            return true;
        }
    }

    private List<Waiter> release(String identity, boolean all) {
        long now = System.nanoTime();
        synchronized (waiters) {
            List<Waiter> here = waiters.getOrDefault(identity, List.of());
            List<Waiter> released = here.stream()
                    .filter(waiter -> all || now - waiter.end() >= 0)
                    .toList();
            here.removeAll(released);
            waiting -= released.size();
            if (here.isEmpty()) {
                waiters.remove(identity);
            }
            return released;
        }
    }
}
