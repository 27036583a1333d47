package io.github.icatimgcif.conversion.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateFilesTest {

    private static final Path FOLDER = Path.of("/data/mx2532/run_07");
    private static final Path LAST = FOLDER.resolve("x_data_000003.h5");
    private static final String MISSING = "no file x_data_000003.h5 is there";
    private static final Finding DAMAGE = Finding.error("/entry/data", "there is no frame");
    private static final StoredData ALL_THERE = location -> true;

    @Test
    void aFolderThatIsNotThereIsWaitedForAndStaysSoAfterTheDeadline() {
        var nothing = collection(new RawReading.Absent("looked for nothing"), location -> false, Archive.NONE);

        assertThat(nothing.collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, "nothing at"));
        assertThat(nothing.collect(dataset(Map.of()), waited(30 * 60), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, "nothing at"));
    }

    @Test
    void aFolderWithoutRawDataIsWaitedForUntilTheDeadlineAndThenRefusedWithWhatWasLookedFor() {
        var empty = collection(new RawReading.Absent("NXmx: found 3 files"), ALL_THERE, Archive.NONE);

        assertThat(empty.collect(dataset(Map.of()), waited(23 * 60), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, "NXmx: found 3 files"));
        assertThat(empty.collect(dataset(Map.of()), waited(25 * 60), Milestones.UNHEARD))
                .isInstanceOfSatisfying(Collecting.Unusable.class, refused -> {
                    assertThat(refused.isGone()).isTrue();
                    assertThat(refused.findings())
                            .singleElement()
                            .satisfies(finding -> assertThat(finding.message()).contains("NXmx: found 3 files"));
                });
        assertThat(empty.collect(dataset(Map.of()), Patience.NONE, Milestones.UNHEARD))
                .isInstanceOf(Collecting.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | found 0 files
            run_1              | found 0 files; folders in it are not looked into, name the one with the images: run_1
            run_1,run_2,run_3  | the images: run_1, run_2, run_3
            a,b,c,d,e          | the images: a, b, c and 2 more
            """)
    void foldersOfAFolderWithoutRawDataAreNamed(String folders, String end) {
        var storage = new StoredData() {
            @Override
            public boolean isThere(Path location) {
                return true;
            }

            @Override
            public List<String> foldersIn(Path location) {
                return folders.isEmpty() ? List.of() : List.of(folders.split(","));
            }
        };
        var empty = collection(new RawReading.Absent("found 0 files"), storage, Archive.NONE);

        assertThat(empty.collect(dataset(Map.of()), Patience.NONE, Milestones.UNHEARD))
                .isInstanceOfSatisfying(
                        Collecting.Unusable.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).endsWith(end)));
    }

    @Test
    void aMasterWithoutAnyOfItsDataFilesIsWaitedForAndThenRefused() {
        var noFrames = collection(new RawReading.Unusable(List.of(DAMAGE), List.of(MISSING)), ALL_THERE, Archive.NONE);

        assertThat(noFrames.collect(dataset(Map.of()), waited(5), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, MISSING));
        assertThat(noFrames.collect(dataset(Map.of()), waited(25 * 60), Milestones.UNHEARD))
                .isEqualTo(new Collecting.Unusable(List.of(DAMAGE), true, Optional.empty()));
    }

    @Test
    void aScanWithoutItsLastFilesIsWaitedForAndThenDescribedAsAborted() {
        var aborted = collection(raw(200, List.of(MISSING)), ALL_THERE, Archive.NONE);

        assertThat(aborted.collect(dataset(Map.of()), waited(59), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.END_OF_WRITING, MISSING));
        assertThat(findings(aborted.collect(dataset(Map.of()), waited(61), Milestones.UNHEARD)))
                .anySatisfy(finding -> assertThat(finding.message()).contains("aborted", "PT1H"));
        assertThat(findings(aborted.collect(dataset(Map.of()), Patience.NONE, Milestones.UNHEARD)))
                .isEmpty();
    }

    /** A transfer that began hours after the announcement is as young as its last file. */
    @Test
    void filesThatStillComeAreWaitedForAsLongAsForDataThatDoNotComeAtAll() {
        var coming = collection(raw(200, List.of(MISSING)), new Storage(Optional.empty(), true), Archive.NONE);
        var whole = collection(raw(200, List.of()), new Storage(Optional.empty(), true), Archive.NONE);

        assertThat(coming.collect(dataset(Map.of()), waited(3 * 60), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, MISSING + "; more came of late"));
        assertThat(findings(coming.collect(dataset(Map.of()), waited(25 * 60), Milestones.UNHEARD)))
                .anySatisfy(finding -> assertThat(finding.message()).contains("aborted"));
        assertThat(coming.collect(dataset(Map.of()), Patience.NONE, Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
        assertThat(whole.collect(dataset(Map.of()), waited(3 * 60), Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
    }

    @Test
    void whatIsMissingMayBeOnTape() {
        RawReading part = raw(200, List.of(MISSING));

        assertThat(inCatalogue(part, entry -> Archive.Stored.RESTORING)
                        .collect(dataset(Map.of()), waited(3 * 60), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.TAPE, "being restored from tape; " + MISSING));
        assertThat(inCatalogue(part, entry -> Archive.Stored.ONLINE)
                        .collect(dataset(Map.of()), waited(3 * 60), Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
        assertThat(inCatalogue(part, entry -> Archive.Stored.ARCHIVED)
                        .collect(dataset(Map.of()), waited(8 * 24 * 60), Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
    }

    @ParameterizedTest
    @CsvSource({"3600, true", "3600.0, true", "1799, false", "1800, false", "None, false", "0, false"})
    void fewerFramesThanAnnouncedAreWaitedFor(String announced, boolean waits) {
        var collection = collection(raw(1800, List.of()), ALL_THERE, Archive.NONE);
        var dataset = dataset(Map.of("MX_numberOfImages", announced));

        assertThat(collection.collect(dataset, waited(2), Milestones.UNHEARD) instanceof Collecting.NotThereYet)
                .isEqualTo(waits);
        assertThat(collection.collect(dataset, waited(61), Milestones.UNHEARD)).isInstanceOf(Collecting.Ready.class);
        assertThat(collection.collect(dataset, Patience.NONE, Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
    }

    @Test
    void aLastFileThatStillGrowsIsWaitedForAndOthersAreNotAsked() {
        var growing = new Storage(Optional.of(LAST));

        assertThat(collection(raw(10, List.of()), growing, Archive.NONE)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.END_OF_WRITING, "x_data_000003.h5 was written to a moment ago"));
        assertThat(collection(raw(10, List.of()), growing, Archive.NONE)
                        .collect(dataset(Map.of()), Patience.NONE, Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
    }

    @Test
    void aDamagedFileThatStillGrowsMayBecomeWhole() {
        var damaged = new RawReading.Unusable(List.of(DAMAGE));

        assertThat(collection(damaged, new Storage(Optional.of(LAST)), Archive.NONE)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.END_OF_WRITING, "a moment ago"));
        assertThat(collection(damaged, new Storage(Optional.empty()), Archive.NONE)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .isInstanceOf(Collecting.Unusable.class);
    }

    @Test
    void aDatasetThatIsNotCompleteIsWaitedForAndThenDescribedWithAFinding() {
        var open = new DatasetCollection(
                new WorthConverting(List.of(), Set.of()),
                Optional.of(dataset -> Optional.of(entry(false))),
                List.of(format(raw(10, List.of()))),
                List.of(),
                ALL_THERE);

        assertThat(open.collect(dataset(Map.of()), waited(59), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.COMPLETENESS, "does not call the dataset complete"));
        assertThat(findings(open.collect(dataset(Map.of()), waited(61), Milestones.UNHEARD)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("not waited for any longer"));
    }

    @Test
    void whatIsNotOnDiskMayBeOnTape() {
        var gone = new RawReading.Absent("found nothing");

        assertThat(inCatalogue(gone, entry -> Archive.Stored.ARCHIVED)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.TAPE, "the data are on tape"))
                .isInstanceOfSatisfying(
                        Collecting.NotThereYet.class,
                        yet -> assertThat(yet.entry().map(CatalogueEntry::id)).contains(4711L));
        assertThat(inCatalogue(gone, entry -> Archive.Stored.RESTORING)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.TAPE, "being restored"));
        assertThat(inCatalogue(gone, entry -> Archive.Stored.ONLINE)
                        .collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .satisfies(waits(WaitsFor.DATA, "found nothing"));
    }

    @Test
    void theArchiveIsNotAskedForDataThatAreThere() {
        Archive nobody = entry -> {
            throw new AssertionError("the archive was asked");
        };

        assertThat(inCatalogue(raw(10, List.of()), nobody).collect(dataset(Map.of()), waited(1), Milestones.UNHEARD))
                .isInstanceOf(Collecting.Ready.class);
    }

    /** A storage where everything is there, one file may be young, and more may come. */
    private record Storage(Optional<Path> young, boolean hasChanged) implements StoredData {

        Storage(Optional<Path> young) {
            this(young, false);
        }

        @Override
        public boolean hasChangedWithin(Path location, Duration time) {
            assertThat(location).isEqualTo(FOLDER);
            assertThat(time).isEqualTo(Duration.ofHours(1));
            return hasChanged;
        }

        @Override
        public boolean isThere(Path location) {
            return true;
        }

        @Override
        public Optional<Path> beingWritten(List<Path> files) {
            assertThat(files).containsExactly(LAST);
            return young;
        }

        @Override
        public Optional<Path> beingWrittenAt(Path location) {
            return young;
        }
    }

    private static Consumer<Collecting> waits(WaitsFor what, String why) {
        return collecting -> assertThat(collecting).isInstanceOfSatisfying(Collecting.NotThereYet.class, yet -> {
            assertThat(yet.what()).isEqualTo(what);
            assertThat(yet.cause()).contains(why);
        });
    }

    private static List<Finding> findings(Collecting collecting) {
        return ((Collecting.Ready) collecting).collected().findings();
    }

    private static Patience waited(int minutes) {
        return new Patience(
                Duration.ofMinutes(minutes),
                Map.of(
                        WaitsFor.DATA, Duration.ofHours(24),
                        WaitsFor.END_OF_WRITING, Duration.ofHours(1),
                        WaitsFor.COMPLETENESS, Duration.ofHours(1),
                        WaitsFor.TAPE, Duration.ofDays(7)));
    }

    private static DatasetCollection collection(RawReading reading, StoredData storage, Archive archive) {
        return new DatasetCollection(
                new WorthConverting(List.of(), Set.of()),
                Optional.empty(),
                List.of(format(reading)),
                List.of(),
                storage,
                archive);
    }

    private static DatasetCollection inCatalogue(RawReading reading, Archive archive) {
        return new DatasetCollection(
                new WorthConverting(List.of(), Set.of()),
                Optional.of(dataset -> Optional.of(entry(true))),
                List.of(format(reading)),
                List.of(),
                ALL_THERE,
                archive);
    }

    private static RawFormat format(RawReading reading) {
        return new RawFormat() {
            @Override
            public String name() {
                return "played";
            }

            @Override
            public RawReading read(Path location) {
                return reading;
            }
        };
    }

    private static RawReading.RawDataset raw(int frames, List<String> missing) {
        FrameLocation first = new FrameLocation(LAST, FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        Scan scan =
                new Scan("SCAN1", List.of(), new FrameLocations(List.of(new FrameLocations.InFile(first, frames, 1))));
        DetectorStatement detector = new DetectorStatement.Flat(
                4150,
                4371,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Vector3(-1, 0, 0),
                new Vector3(0, -1, 0),
                Optional.empty());
        return new RawReading.RawDataset(
                List.of(new RawPart(
                        "x_master.h5", detector, new GoniometerStatement.Silent(), List.of(scan), 16, List.of())),
                List.of(),
                missing);
    }

    private static CatalogueEntry entry(boolean complete) {
        return new CatalogueEntry(
                4711,
                "run_07",
                FOLDER.toString(),
                12,
                "mx2532",
                "id23-2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                complete,
                false);
    }

    private static StoredDataset dataset(Map<String, String> parameters) {
        return new StoredDataset(
                "run_07",
                "mx2532",
                "Lyso-5",
                FOLDER.toString(),
                parameters,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
