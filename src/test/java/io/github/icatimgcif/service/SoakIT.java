package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.soak.Bound;
import io.github.icatimgcif.soak.Linear;
import io.github.icatimgcif.soak.Series;
import io.github.icatimgcif.soak.Trouble;
import io.github.icatimgcif.soak.TroubleSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services work at a steady rate for as long as is wanted, while all that can go wrong goes wrong in turn, again and again.
 * In the end nothing is lost and nothing is doubled; and the second service, which was not started again for most of the time,
 * holds no more than when it was warm.
 *
 * <pre>
 *   mvn verify -Dtest=QuantityTest -Dit.test=SoakIT -Ddrill.soak=60 -Ddrill.rate=10
 * </pre>
 *
 * What was seen every ten seconds is in target/soak. Growth is judged in runs of 45 minutes or more: in fewer rounds of
 * troubles it cannot be told from growing warm.
 */
@EnabledIfSystemProperty(named = "drill.soak", matches = "[0-9]+", disabledReason = "a long run, on demand")
final class SoakIT {

    /** Of a dataset that all is done for. */
    static final String DONE = "generation_received = generation_done and state in ('REGISTERED', 'UNCHANGED')";

    private static final Duration WHOLE = Duration.ofMinutes(Integer.getInteger("drill.soak", 2));

    /** Datasets a second. */
    private static final int RATE = Integer.getInteger("drill.rate", 10);

    /** How long what is left in the end may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("drill.patience", 30));

    private static final int PARTITIONS = 4;

    /**
     * What the elder may gain for a dataset that either service has done; each does about half of them. One handle, thread,
     * connection or object of ours that is forgotten in a hundred datasets is 0.005.
     */
    private static final Map<String, Bound> BOUNDS = new LinkedHashMap<>(Map.of(
            "two handles", new Bound(0.002, 10),
            "two threads", new Bound(0.002, 10),
            "two connections", new Bound(0.002, 5),
            "all connections", new Bound(0.002, 10),
            "two own objects", new Bound(0.002, 20),
            "two live bytes", new Bound(100, 1_000_000)));

    /** Tables grow by so many rows for a dataset, and indexes by a level now and then. */
    private static final Linear DATABASE = new Linear(1.25);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingGrowsWhateverGoesWrongForHours() throws Exception {
        Path seen = Files.createDirectories(Path.of("target", "soak"));
        TroubleSchedule schedule = TroubleSchedule.of(WHOLE);
        try (MortalServers servers = MortalServers.in(folder);
                PlayedFacility facility = PlayedFacility.in(folder).on(servers.configuration());
                SoakDisk disk = SoakDisk.at(facility.home().resolve("data/mx2463"));
                SoakServices services = new SoakServices(facility);
                SoakSupply supply = new SoakSupply(facility, RATE)) {
            facility.kafka().makeTopic(facility.topic(), PARTITIONS);
            services.start(SoakServices.ONE);
            services.start(SoakServices.TWO);
            SoakTroubles troubles = new SoakTroubles(facility, servers, services, supply, disk, RATE);
            try (SoakRecord record = new SoakRecord(
                    facility,
                    services,
                    supply,
                    seen.resolve("soak-" + Instant.now().toEpochMilli() + ".csv"))) {
                supply.begin();
                record.begin();
                Map<Trouble, Integer> played = play(schedule, troubles, record);
                double end = record.seconds();
                List<PlayedDataset> announced = supply.end();
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(2))
                        .ignoreExceptions() // the database may still be recovering
                        .until(() -> facility.count("select count(*) from journal_dataset where " + DONE)
                                        == announced.size()
                                && facility.count("select count(*) from outbox_message where sent is null") == 0);
                double drained = record.seconds();
                record.end();
                Report report = new Report(schedule, record, end);
                report.tell(played, announced.size(), disk, drained);

                assertEachRegisteredOnce(facility, announced);
                assertThat(facility.icat().datasets()).hasSize(2 * announced.size());
                assertThat(facility.icat().jobs()).hasSize(announced.size());
                assertThat(facility.count("select count(*) from journal_dataset"))
                        .isEqualTo(announced.size());
                assertThat(facility.count(
                                "select count(*) from journal_dataset where parameters ->> 'attempt' = 'later'"))
                        .isEqualTo(supply.outOfOrder());
                assertThat(facility.count("select count(distinct content) from dead_letter"))
                        .isEqualTo(supply.garbage());
                assertThat(facility.count("select count(*) from dead_letter where message_key <> '/no/announcement'"))
                        .isZero();
                assertThat(report.growths()).isEmpty();
            }
        }
    }

    /** Plays all troubles at their time, or as soon as the one before is over; returns how often each came. */
    private static Map<Trouble, Integer> play(TroubleSchedule schedule, SoakTroubles troubles, SoakRecord record)
            throws Exception {
        Map<Trouble, Integer> played = new EnumMap<>(Trouble.class);
        for (TroubleSchedule.Turn turn : schedule.turns()) {
            pass(turn.at().toMillis() / 1e3 - record.seconds());
            say("%6.0f s, round %d: %s", record.seconds(), turn.round() + 1, turn.trouble());
            troubles.play(turn.trouble(), schedule.slot().dividedBy(2));
            played.merge(turn.trouble(), 1, Integer::sum);
        }
        pass(WHOLE.toMillis() / 1e3 - record.seconds());
        return played;
    }

    private static void pass(double seconds) throws InterruptedException {
        new CountDownLatch(1).await((long) (1e3 * seconds), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, "SOAK " + format + "%n", values);
    }

    /** What is judged and told of it. */
    private record Report(TroubleSchedule schedule, SoakRecord record, double end) {

        /** From where on growth is looked at. */
        double warm() {
            double late = schedule.elderIsWarm().toMillis() / 1e3;
            return late < end ? late : end / 3;
        }

        /** The median of each round in which the elder was warm. */
        Series rounds(String column) {
            Series series = record.series(column);
            List<Series.Point> before = series.points().stream()
                    .filter(point -> point.seconds() <= end)
                    .toList();
            return new Series(column, before).medians(warm(), schedule.round().toMillis() / 1e3);
        }

        /** The medians of three equal parts, for a person. */
        Series thirds(String column) {
            List<Series.Point> before = record.series(column).points().stream()
                    .filter(point -> point.seconds() <= end)
                    .toList();
            return new Series(column, before).medians(0, end / 3);
        }

        boolean isJudged() {
            return rounds("two handles").points().size() >= Bound.LEAST_WINDOWS;
        }

        List<String> growths() {
            List<String> broken = new ArrayList<>();
            if (isJudged()) {
                BOUNDS.forEach((column, bound) -> bound.brokenBy(rounds(column)).ifPresent(broken::add));
                DATABASE.brokenBy(rounds("database bytes")).ifPresent(broken::add);
            }
            return broken;
        }

        void tell(Map<Trouble, Integer> played, int announced, SoakDisk disk, double drained) {
            say("%d datasets announced in %.0f s, the last of them done %.0f s later", announced, end, drained - end);
            say("%d rounds of %.0f s: %s", schedule.rounds(), schedule.round().toMillis() / 1e3, played);
            if (!disk.isMounted()) {
                say("SKIPPED, no file system in trouble: this user may not mount a tmpfs");
            }
            say(
                    "%-34s %12s %12s %12s   %s",
                    "medians of thirds", "first", "second", "last", "for a dataset, when warm");
            List<String> columns = new ArrayList<>();
            for (String name : List.of(SoakServices.ONE, SoakServices.TWO)) {
                for (String what : List.of(
                        "live bytes", "live objects", "own objects", "rss", "handles", "threads", "connections")) {
                    columns.add(name + " " + what);
                }
            }
            columns.addAll(List.of("all connections", "kafka lag", "waiting", "database bytes"));
            record.tables().forEach(table -> columns.add("rows " + table));
            for (String column : columns) {
                List<Series.Point> thirds = thirds(column).points();
                if (thirds.size() == 3) {
                    say(
                            "%-34s %12.0f %12.0f %12.0f   %.4f",
                            column,
                            thirds.get(0).value(),
                            thirds.get(1).value(),
                            thirds.get(2).value(),
                            rounds(column).slope());
                }
            }
            Series size = record.series("database bytes");
            say("database: %.0f bytes for a dataset over the whole run", size.slope());
            say(
                    "processor: %.1f ms of the elder for a dataset that either has done",
                    1e3 * record.series("two cpu seconds").slope());
            say("objects of the elder, the classes that grew most: %s", record.grownClasses(warm(), 12));
            say(isJudged() ? "growth is judged" : "growth is NOT judged: it takes %d rounds", Bound.LEAST_WINDOWS);
            growths().forEach(growth -> say("TOO MUCH: %s", growth));
        }
    }
}
