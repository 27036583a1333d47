package io.github.icatimgcif.entrypoint.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.MarksInMemory;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CatalogueSweepTest {

    private static final Instant NOW = Instant.parse("2026-07-11T09:30:17.250Z");
    private static final int IN_LINE = 500;

    private final TreeMap<Long, UnconvertedDatasets.Unconverted> catalogue = new TreeMap<>();
    private final Map<String, KnownDataset> journal = new HashMap<>();
    private final Marks marks = new MarksInMemory();
    private final List<StoredDataset> announced = new ArrayList<>();
    private Consumer<StoredDataset> onAnnouncement = this::knowAsAnnounced;
    private long inLine;

    @Test
    void everyDatasetWithoutAJobIsAnnouncedOnce() {
        LongStream.rangeClosed(1, 130).forEach(this::store);

        rounds(NOW, 4);

        assertThat(announced).hasSize(130).doesNotHaveDuplicates();
        assertThat(announced.get(0).catalogueId()).isPresent();
    }

    @Test
    void whatIsKnownAndUnchangedIsNotAnnouncedInAnyRound() {
        store(7);
        know(7, Optional.of(Instant.parse("2026-07-10T08:00:01.200Z")), false);

        rounds(NOW, 3);
        rounds(NOW.plus(Duration.ofDays(2)), 3);

        assertThat(announced).isEmpty();
    }

    @Test
    void whatSomebodyChangedAfterItWasLookedAtIsAnnouncedOnceMore() {
        store(7, true, Optional.of(Instant.parse("2026-07-10T08:00:01Z")));
        know(7, Optional.of(Instant.parse("2026-07-10T08:00:00.700Z")), false);

        rounds(NOW, 3);

        assertThat(announced)
                .singleElement()
                .extracting(StoredDataset::location)
                .isEqualTo("/data/run_7");
    }

    @Test
    void aChangeThatIsDatedInTheFutureOrWasSeenIsNone() {
        store(7, true, Optional.of(NOW.plusSeconds(3600)));
        know(7, Optional.of(NOW.minusSeconds(3600)), false);
        store(8, true, Optional.empty());
        know(8, Optional.of(NOW.minusSeconds(3600)), false);
        store(9, true, Optional.of(NOW.minusSeconds(60)));
        know(9, Optional.of(NOW.minusSeconds(3600)), true);

        rounds(NOW, 3);

        assertThat(announced).isEmpty();
    }

    @Test
    void anIncompleteDatasetIsTakenWhenItIsComplete() {
        store(5, false, Optional.of(NOW.minus(Duration.ofHours(2))));
        LongStream.rangeClosed(6, 400).forEach(this::store);
        rounds(NOW, 40);
        assertThat(announced).hasSize(395);

        store(5, true, Optional.of(NOW));
        rounds(NOW.plus(Duration.ofHours(23)), 3);
        assertThat(announced).as("the pass is not due yet").hasSize(395);
        rounds(NOW.plus(Duration.ofHours(25)), 1);

        assertThat(announced).hasSize(396);
    }

    @Test
    void aDatasetThatNobodyEverCallsCompleteIsTakenWhenNobodyTouchesItAnyMore() {
        store(5, false, Optional.of(NOW.minus(Duration.ofHours(29))));
        rounds(NOW, 2);
        assertThat(announced).isEmpty();

        rounds(NOW.plus(Duration.ofHours(2)), 2);

        assertThat(announced).singleElement().extracting(StoredDataset::name).isEqualTo("run_5");
    }

    @Test
    void anIdThatAppearsLaterThanHigherOnesIsFoundInTheNextRound() {
        LongStream.rangeClosed(1, 300).filter(id -> id != 290).forEach(this::store);
        rounds(NOW, 40);

        store(290);
        rounds(NOW, 1);

        assertThat(announced).hasSize(300);
    }

    @Test
    void newDatasetsDoNotWaitForThePassOverAllOthers() {
        LongStream.rangeClosed(1, 5000).forEach(this::store);
        rounds(NOW, 1);

        store(5001);
        announced.clear();
        rounds(NOW, 1);

        assertThat(announced).extracting(StoredDataset::location).contains("/data/run_5001");
    }

    @Test
    void aPassThatTakesLongerThanTheTimeBetweenTwoComesToItsEndFirst() {
        LongStream.rangeClosed(1, 5000).forEach(id -> {
            store(id);
            if (id != 3000) {
                know(id, Optional.of(NOW.minusSeconds(60)), false);
            }
        });

        for (int day = 0; day < 40; day++) {
            rounds(NOW.plus(Duration.ofHours(25L * day)), 1);
        }

        assertThat(announced).extracting(StoredDataset::name).containsExactly("run_3000");
    }

    /** A rule of the catalogue that was missing, or a mount, changes no dataset when it comes. */
    @Test
    void whatWasGivenUpIsLookedAtOnceMoreAfterAsLongAsItWasWaitedFor() {
        Instant gaveUp = Instant.parse("2026-07-10T10:00:00Z");
        store(7);
        know("/data/run_7", 7, Optional.of(gaveUp), false, Optional.of(Duration.ofHours(24)), Optional.empty());
        store(8);
        know("/data/run_8", 8, Optional.of(gaveUp), true, Optional.of(Duration.ofHours(24)), Optional.empty());

        rounds(gaveUp.plus(Duration.ofHours(23)), 1);
        assertThat(announced).isEmpty();
        rounds(gaveUp.plus(Duration.ofHours(24)), 3);

        assertThat(announced).extracting(StoredDataset::name).containsExactly("run_7");
    }

    /** The catalogue has it elsewhere by now; what the journal knows of the old place helps nobody. */
    @Test
    void aDatasetThatWasMovedIsAnnouncedWhereItIs() {
        store(7);
        know("/data/incoming/x", 7, Optional.of(NOW.minusSeconds(60)), false, Optional.empty(), Optional.empty());
        store(8);
        know("/mnt/gpfs/data/run_8", 8, Optional.of(NOW.minusSeconds(60)), false, Optional.empty(), Optional.empty());

        rounds(NOW, 3);

        assertThat(announced).extracting(StoredDataset::location).containsExactly("/data/run_7");
    }

    @Test
    void aSecondDatasetOfAFolderIsAnnouncedWhenTheFirstIsRegistered() {
        store(7);
        know("/data/run_7", 6, Optional.of(NOW.minusSeconds(60)), false, Optional.empty(), Optional.empty());
        rounds(NOW, 3);
        assertThat(announced).as("neither is registered").isEmpty();

        know("/data/run_7", 6, Optional.of(NOW.minusSeconds(60)), false, Optional.empty(), Optional.of(4711L));
        rounds(NOW, 3);

        assertThat(announced).singleElement().satisfies(dataset -> {
            assertThat(dataset.catalogueId()).contains(7L);
            assertThat(dataset.location()).isEqualTo("/data/run_7");
        });
    }

    /** Retention took the raw data: what is registered stays, and none of the others gets an imgCIF, however often it is asked. */
    @Test
    void eachOfSeveralDatasetsOfAFolderIsAnnouncedOnce() {
        store(7);
        store(8);
        catalogue.replaceAll((id, dataset) -> new UnconvertedDatasets.Unconverted(
                id, "run_" + id, "mx2463", "Therm-6", "/data/run/", true, dataset.changedByOthers()));
        know("/data/run", 6, Optional.of(NOW.minusSeconds(60)), false, Optional.empty(), Optional.of(4711L));
        Set<Long> answered = new HashSet<>(Set.of(6L));
        onAnnouncement = dataset -> {
            long id = dataset.catalogueId().orElseThrow();
            answered.add(id);
            know("/data/run", id, Optional.of(NOW), false, Optional.empty(), Optional.of(4711L), answered);
        };

        rounds(NOW, 5);

        assertThat(announced)
                .extracting(dataset -> dataset.catalogueId().orElseThrow())
                .containsExactly(7L, 8L);
    }

    @Test
    void aSampleThatWasRenamedIsAnnouncedWhereItIs() {
        store(7);
        catalogue.replaceAll((id, dataset) -> new UnconvertedDatasets.Unconverted(
                id,
                "run_01_05_datacollection",
                "mx2463",
                "S1",
                "/data/visitor/mx2463/id30a1/RAW_DATA/S1/run_01/run_01_05_datacollection",
                true,
                dataset.changedByOthers()));
        know(
                "/data/visitor/mx2463/id30a1/RAW_DATA/S2/run_01/run_01_05_datacollection",
                7,
                Optional.of(NOW.minus(Duration.ofDays(3))),
                false,
                Optional.of(Duration.ofDays(1)),
                Optional.empty());

        onAnnouncement =
                dataset -> know(dataset.location(), 7, Optional.of(NOW), false, Optional.empty(), Optional.empty());

        rounds(NOW, 1);

        assertThat(announced)
                .singleElement()
                .extracting(StoredDataset::location)
                .isEqualTo("/data/visitor/mx2463/id30a1/RAW_DATA/S1/run_01/run_01_05_datacollection");
    }

    @Test
    void noMoreAreAnnouncedThanMayWaitAndTheNextRoundGoesOnThere() {
        LongStream.rangeClosed(1, 60).forEach(this::store);

        inLine = IN_LINE - 7;
        rounds(NOW, 1);
        assertThat(announced).hasSize(7);

        rounds(NOW, 1);
        assertThat(announced).hasSize(14).doesNotHaveDuplicates();
        inLine = IN_LINE;
        rounds(NOW, 1);
        assertThat(announced).hasSize(14);
    }

    /** In one folder: 7 was given up and is due, 8 has its answer. */
    @Test
    void theTroubleOfOneDatasetOfAFolderIsNotThatOfAnotherOne() {
        store(7);
        store(8);
        catalogue.computeIfPresent(
                8L,
                (id, dataset) -> new UnconvertedDatasets.Unconverted(
                        id, "run_8", "mx2463", "Therm-6", "/data/run_7/", true, dataset.changedByOthers()));
        know(
                "/data/run_7",
                7,
                Optional.of(NOW.minus(Duration.ofHours(2))),
                false,
                Optional.of(Duration.ofHours(1)),
                Optional.empty(),
                Set.of(8L));

        rounds(NOW, 1);

        assertThat(announced)
                .extracting(dataset -> dataset.catalogueId().orElseThrow())
                .containsExactly(7L);
    }

    private void rounds(Instant time, int count) {
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        PlayedJournal played = new PlayedJournal();
        SweepDecision decision =
                new SweepDecision(played, this::accept, new SimpleMeterRegistry(), Duration.ofHours(30), clock);
        SweepSettings settings = new SweepSettings(Duration.ofDays(1), 1, 20, 100, 10, 15, IN_LINE);
        for (int round = 0; round < count; round++) {
            new CatalogueSweep(new PlayedCatalogue(), played, marks, decision, settings, clock).round();
        }
    }

    private void accept(StoredDataset dataset, Arrival arrival) {
        announced.add(dataset);
        onAnnouncement.accept(dataset);
    }

    private void knowAsAnnounced(StoredDataset dataset) {
        know(dataset.catalogueId().orElseThrow(), Optional.of(NOW.plusSeconds(1)), false);
    }

    private void store(long id) {
        store(id, true, Optional.of(Instant.parse("2026-07-10T08:00:00Z")));
    }

    private void store(long id, boolean complete, Optional<Instant> changed) {
        catalogue.put(
                id,
                new UnconvertedDatasets.Unconverted(
                        id, "run_" + id, "mx2463", "Therm-6", "/data/run_" + id + "/", complete, changed));
    }

    private void know(long id, Optional<Instant> lookedAt, boolean waits) {
        know("/data/run_" + id, id, lookedAt, waits, Optional.empty(), Optional.empty());
    }

    private void know(
            String location,
            long id,
            Optional<Instant> lookedAt,
            boolean waits,
            Optional<Duration> lookAgainAfter,
            Optional<Long> registeredAs) {
        know(location, id, lookedAt, waits, lookAgainAfter, registeredAs, Set.of(id));
    }

    private void know(
            String location,
            long id,
            Optional<Instant> lookedAt,
            boolean waits,
            Optional<Duration> lookAgainAfter,
            Optional<Long> registeredAs,
            Set<Long> answered) {
        journal.put(
                location,
                new KnownDataset(
                        id,
                        "run_" + id,
                        "mx2463",
                        "",
                        location,
                        Optional.of(id),
                        waits,
                        lookedAt,
                        Optional.empty(),
                        lookAgainAfter,
                        registeredAs,
                        answered));
    }

    private final class PlayedCatalogue implements UnconvertedDatasets {

        @Override
        public List<Unconverted> between(long after, long upTo, int most) {
            return catalogue.subMap(after, false, upTo, true).values().stream()
                    .limit(most)
                    .toList();
        }

        @Override
        public long newestId() {
            return catalogue.isEmpty() ? 0 : catalogue.lastKey();
        }
    }

    private final class PlayedJournal implements KnownDatasets {

        @Override
        public List<KnownDataset> named(Collection<String> identities, Collection<Long> catalogueIds) {
            return journal.values().stream()
                    .filter(entry -> identities.contains(entry.location())
                            || entry.catalogueId()
                                    .filter(catalogueIds::contains)
                                    .isPresent())
                    .toList();
        }

        @Override
        public long inLine() {
            return inLine;
        }

        @Override
        public List<KnownDataset> inCatalogueBelow(long entryId, int most) {
            throw new UnsupportedOperationException("a sweep does not ask this");
        }

        @Override
        public List<KnownDataset> madeByOtherThan(Versions versions, int most) {
            throw new UnsupportedOperationException("a sweep does not ask this");
        }

        @Override
        public List<KnownDataset> releasedBy(Instant now, int most) {
            throw new UnsupportedOperationException("a sweep does not ask this");
        }

        @Override
        public void forgetAnnounced(String identity, Collection<String> parameters) {
            throw new UnsupportedOperationException("a sweep does not do this");
        }

        @Override
        public void forgetRegistration(String identity, long registration) {
            throw new UnsupportedOperationException("a sweep does not do this");
        }
    }
}
