package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.icatstub.StubRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services work off many datasets and are killed again and again, each time at another point. {@code -Ddrill.datasets=500
 * -Ddrill.deaths=42} makes it the full drill; a build makes a short one.
 */
final class ManyDeathsIT {

    private static final int DATASETS = Integer.getInteger("drill.datasets", 40);
    private static final int DEATHS = Integer.getInteger("drill.deaths", 8);

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** What a write in a busy catalogue takes; without it all would be done before the second death. */
    private static final Duration SLOW_WRITE = Duration.ofMillis(Integer.getInteger("drill.write", 250));

    @TempDir
    private Path folder;

    /** Where a service is to die. */
    private interface Death {

        /** What the service has to be started with. */
        Map<String, String> configuration();

        /** Arranges that a request kills the service. */
        void watch(StubRequest request, boolean committed, Runnable kill);
    }

    /** When so many conversions have reached a milestone. */
    private record AtMilestone(Milestone milestone, int time) implements Death {

        @Override
        public Map<String, String> configuration() {
            return Map.of(
                    "imgcif.drill.halt-at", milestone.name(), "imgcif.drill.halt-at-time", Integer.toString(time));
        }

        @Override
        public void watch(StubRequest request, boolean committed, Runnable kill) {}
    }

    /** When ICAT has got so many requests of a kind, before or after they are done. */
    private record AtRequest(String kind, Predicate<StubRequest> which, boolean whenCommitted, AtomicInteger left)
            implements Death {

        @Override
        public Map<String, String> configuration() {
            return Map.of();
        }

        @Override
        public void watch(StubRequest request, boolean committed, Runnable kill) {
            if (committed == whenCommitted && which.test(request) && left.decrementAndGet() == 0) {
                kill.run();
            }
        }

        @Override
        public String toString() {
            return kind + (whenCommitted ? " done" : " begun");
        }
    }

    /** Eight milestones at three times, and seven kinds of requests at three: 45 points. */
    private static List<Death> deaths() {
        List<Death> deaths = new ArrayList<>();
        for (int time = 1; time <= 3; time++) {
            for (Milestone milestone : Milestone.values()) {
                deaths.add(new AtMilestone(milestone, 2 * time - 1));
            }
            deaths.add(request("login", request -> request.path().endsWith("/session"), false, 1));
            deaths.add(request("search", StubRequest::isSearch, false, 7 * time));
            deaths.add(request("parameters", request -> request.query().contains("DatasetParameter"), false, 3 * time));
            deaths.add(request("first write", ManyDeathsIT::isFirst, false, time));
            deaths.add(request("first write", ManyDeathsIT::isFirst, true, time));
            deaths.add(request("second write", StubRequest::isCompletion, false, time));
            deaths.add(request("second write", StubRequest::isCompletion, true, time));
        }
        return deaths;
    }

    private static Death request(String kind, Predicate<StubRequest> which, boolean whenCommitted, int time) {
        return new AtRequest(kind, which, whenCommitted, new AtomicInteger(time));
    }

    private static boolean isFirst(StubRequest request) {
        return request.isWrite() && !request.isCompletion();
    }

    @Test
    void everyDatasetIsRegisteredOnce() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            Supply supply = new Supply(facility);
            facility.icat().onRequest(request -> {
                if (request.isWrite()) {
                    LockSupport.parkNanos(SLOW_WRITE.toNanos());
                }
            });
            try (ServiceProcess first = facility.start("one", Map.of())) {
                first.awaitReady(); // it makes the tables
            }
            supply.announce(DATASETS);
            Queue<Death> planned = new ConcurrentLinkedQueue<>(spread(deaths(), DEATHS));
            List<String> died = new ArrayList<>();

            ExecutorService lines = Executors.newFixedThreadPool(2);
            try {
                CompletableFuture<List<String>> one =
                        CompletableFuture.supplyAsync(() -> dieAgainAndAgain("one", supply, planned), lines);
                CompletableFuture<List<String>> two =
                        CompletableFuture.supplyAsync(() -> dieAgainAndAgain("two", supply, planned), lines);
                died.addAll(one.join());
                died.addAll(two.join());
            } finally {
                lines.shutdownNow();
            }
            facility.noticeTheDeathOfServices();
            try (ServiceProcess last = facility.start("one", Map.of()).awaitReady();
                    ServiceProcess other = facility.start("two", Map.of()).awaitReady()) {
                await().atMost(PATIENCE).until(supply::isDone);
            }

            assertThat(died).as("deaths").hasSize(DEATHS);
            assertEachRegisteredOnce(facility, supply.announced);
            int datasets = supply.announced.size();
            assertThat(datasets).isGreaterThanOrEqualTo(DATASETS);
            assertThat(facility.icat().datasets()).hasSize(2 * datasets);
            assertThat(facility.icat().jobs()).hasSize(datasets);
            System.getLogger(ManyDeathsIT.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "{0} datasets, {1} deaths: {2}",
                            datasets,
                            died.size(),
                            String.join("; ", died));
        }
    }

    /** As many of them as wanted, evenly from the beginning to the end. */
    private static List<Death> spread(List<Death> all, int wanted) {
        List<Death> some = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            some.add(all.get((int) ((long) i * all.size() / wanted)));
        }
        return some;
    }

    private static List<String> dieAgainAndAgain(String name, Supply supply, Queue<Death> planned) {
        List<String> died = new ArrayList<>();
        Death death = planned.poll();
        while (death != null) {
            die(name, supply, death);
            died.add(death.toString());
            death = planned.poll();
        }
        return died;
    }

    private static void die(String name, Supply supply, Death death) {
        try (ServiceProcess service = supply.facility.start(name, death.configuration())) {
            supply.facility.icat().onRequest(request -> death.watch(request, false, service::kill));
            supply.facility.icat().afterCommit(request -> death.watch(request, true, service::kill));
            await().atMost(LONGEST_LIFE).until(() -> {
                supply.announceMoreIfAllIsDone();
                return !service.isAlive();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The datasets that are announced: as many as wanted, and more where not all services have died yet. */
    private static final class Supply {

        private static final int FEW = 5;

        private final PlayedFacility facility;
        private final List<PlayedDataset> announced = new ArrayList<>();

        Supply(PlayedFacility facility) {
            this.facility = facility;
        }

        synchronized void announce(int datasets) throws IOException {
            List<PlayedDataset> more = new ArrayList<>();
            for (int i = 0; i < datasets; i++) {
                more.add(facility.stored(String.format(Locale.ROOT, "run_%04d", announced.size() + i)));
            }
            announced.addAll(more);
            facility.announceAll(more);
        }

        synchronized void announceMoreIfAllIsDone() throws IOException, SQLException {
            if (isDone()) {
                announce(FEW);
            }
        }

        synchronized boolean isDone() throws SQLException {
            return facility.count("select count(*) from journal_dataset where generation_received = generation_done"
                            + " and state in ('REGISTERED', 'UNCHANGED')")
                    == announced.size();
        }
    }
}
