package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The journal keeps what a conversion went by, and finds on it which datasets are to be converted again. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class LookingAgainServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant RELEASE = Instant.parse("2029-03-01T08:00:00Z");
    private static final Publication EMBARGOED =
            new Publication(Optional.of("10.15151/ESRF-ES-51"), Optional.of(RELEASE));

    @Inject
    Intake intake;

    @Inject
    Journal journal;

    @Inject
    KnownDatasets known;

    @Inject
    Marks marks;

    @Inject
    Versions versions;

    @Inject
    ScriptedConverter converter;

    @Inject
    DataSource database;

    @Test
    void whatAConversionWentByIsKnownAfterwards() {
        Instant before = Instant.now();
        var dataset = converted("/data/looking/known", 90101);

        KnownDataset entry = entry(dataset);

        assertThat(entry.catalogueId()).contains(90101L);
        assertThat(entry.publication()).contains(EMBARGOED);
        assertThat(entry.lookedAt()).get().satisfies(time -> assertThat(time).isBetween(before, Instant.now()));
        assertThat(entry.waits()).isFalse();
        assertThat(known.named(List.of(), List.of(90101L)))
                .extracting(KnownDataset::location)
                .containsExactly(dataset.location());
        assertThat(known.inCatalogueBelow(entry.entryId() + 1, 1))
                .extracting(KnownDataset::location)
                .containsExactly(dataset.location());
    }

    @Test
    void aDatasetIsReleasedOnceItsDateHasComeAndNoMoreWhenItWasConvertedAfterIt() {
        var dataset = converted("/data/looking/released", 90102);

        assertThat(locations(known.releasedBy(RELEASE.minusSeconds(1), 1000))).doesNotContain(dataset.location());
        assertThat(locations(known.releasedBy(RELEASE, 1000))).contains(dataset.location());

        converter.script(
                dataset.location(),
                (any, call) -> ScriptedConverter.registered(90102)
                        .foundAs(
                                90102,
                                new Publication(Optional.empty(), Optional.of(Instant.parse("2019-03-01T08:00:00Z")))));
        again(dataset);
        assertThat(locations(known.releasedBy(RELEASE, 1000))).doesNotContain(dataset.location());
    }

    @Test
    void aRefusedDatasetIsOfOtherVersionsAfterAnUpdateAndNotBefore() {
        var finding = Finding.error("_diffrn_radiation_wavelength.value", "no wavelength above zero");
        var dataset = dataset("/data/looking/versions");
        converter.script(
                dataset.location(),
                (any, call) -> new Conversion(
                        new Outcome.Refused(List.of(finding)), List.of(finding), List.of(), Optional.empty()));
        again(dataset);

        var corrected = new Versions(versions.service(), "c0ffee123456", versions.dictionary());

        assertThat(locations(known.madeByOtherThan(versions, 1000))).doesNotContain(dataset.location());
        assertThat(locations(known.madeByOtherThan(corrected, 1000))).contains(dataset.location());
    }

    @Test
    void whatAConversionDidNotHearFromTheCatalogueIsForgotten() {
        var dataset = converted("/data/looking/skipped", 90104);
        converter.script(
                dataset.location(), (any, call) -> ScriptedConverter.ending(new Outcome.Skipped("no diffraction")));
        again(dataset);

        assertThat(entry(dataset).publication()).isEmpty();
        assertThat(locations(known.inCatalogueBelow(Long.MAX_VALUE, 1000))).doesNotContain(dataset.location());
    }

    @Test
    void announcedParametersCanBeForgotten() {
        var dataset = converted("/data/looking/forget", 90105);

        known.forgetAnnounced(dataset.identity(), List.of("MX_flux", "not_there"));

        assertThat(journal.find(dataset.identity()).orElseThrow().dataset().parameters())
                .isEqualTo(Map.of("MX_transmission", "12.5"));
    }

    @Test
    void aDatasetOnTapeWhoseRegistrationIsGoneIsNotSaidToStayRegistered() {
        var dataset = converted("/data/looking/registration-gone", 90107);
        assertThat(entry(dataset).registeredAs()).contains(90107L);

        known.forgetRegistration(dataset.identity(), 90107);
        assertThat(entry(dataset).registeredAs()).contains(0L);
        converter.script(
                dataset.location(),
                (any, call) -> ScriptedConverter.ending(new Outcome.Postponed(WaitsFor.TAPE, "the data are on tape")));
        again(dataset);

        var ended = journal.find(dataset.identity()).orElseThrow();
        assertThat(ended.state()).isEqualTo(DatasetState.FAILED);
        assertThat(ended.explanation()).startsWith("the data are on tape (given up after");
        assertThat(ended.registration()).isEmpty();
        assertThat(journal.history(dataset.identity()))
                .extracting(Attempt::outcome)
                .doesNotContain("UNCHANGED");
        assertThat(entry(dataset).registeredAs()).isEmpty();
    }

    @Test
    void aRegistrationThatReplacedTheOneThatIsGoneIsKept() {
        var dataset = converted("/data/looking/registration-new", 90108);

        known.forgetRegistration(dataset.identity(), 90107);

        assertThat(entry(dataset).registeredAs()).contains(90108L);
    }

    @Test
    void eachDatasetOfAFolderThatWasAnsweredIsRemembered() {
        var dataset = converted("/data/looking/two-in-one", 90110);
        assertThat(entry(dataset).answered()).containsExactly(90110L);

        converter.script(
                dataset.location(),
                (any, call) -> ScriptedConverter.ending(new Outcome.Skipped("no diffraction"))
                        .foundAs(90111, EMBARGOED));
        again(dataset);
        again(dataset);

        assertThat(entry(dataset).answered()).containsExactlyInAnyOrder(90110L, 90111L);
        assertThat(entry(named("", "/data/looking/two-in-one")).catalogueId()).contains(90111L);
    }

    /** Another one of the folder may take its place in the entry before it is tried again. */
    @Test
    void aDatasetWhoseConversionFailedHasNoAnswer() {
        var dataset = dataset("/data/looking/failed-in-one");
        for (Outcome outcome :
                List.of(new Outcome.Failed("may not be written to"), new Outcome.Postponed(WaitsFor.TAPE, "on tape"))) {
            converter.script(
                    dataset.location(),
                    (any, call) -> ScriptedConverter.ending(outcome).foundAs(90112, EMBARGOED));
            again(dataset);

            assertThat(journal.find(dataset.identity()).orElseThrow().state()).isEqualTo(DatasetState.FAILED);
            assertThat(entry(dataset).catalogueId()).contains(90112L);
            assertThat(entry(dataset).answered()).isEmpty();
        }
    }

    /** As from a backup of the catalogue that has none of them. */
    @Test
    void whatWasAnsweredIsForgottenWithTheRegistration() {
        var dataset = converted("/data/looking/restored", 90114);

        known.forgetRegistration(dataset.identity(), 90114);

        assertThat(entry(dataset).answered()).isEmpty();
    }

    @Test
    void aClockThatWasAheadForAWhileIsNotBelievedLater() {
        var dataset = converted("/data/looking/clock", 90115);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update journal_conversion set started = started + interval '10 years'"
                            + " where dataset_id = " + entry(dataset).entryId()))
                    .isOne();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }

        again(dataset);

        assertThat(entry(dataset).lookedAt())
                .get()
                .satisfies(time -> assertThat(time).isBefore(Instant.now().plusSeconds(1)));
    }

    @Test
    void aDatasetThatIsAnnouncedAgainByItsPathAloneKeepsItsName() {
        String location = "/data/looking/folder";
        again(named("first", location));

        again(named("", location));
        assertThat(entry(named("", location)).name()).isEqualTo("first");

        again(named("folder", location));
        assertThat(entry(named("", location)).name()).isEqualTo("folder");
    }

    @Test
    void aDatasetOfWhichOnlyThePathIsKnownHasTheNameOfItsFolder() {
        var bare = named("", "/data/looking/bare");
        again(bare);

        assertThat(entry(bare).name()).isEqualTo("bare");
    }

    @Test
    void aMarkIsWhatWasKeptLast() {
        assertThat(marks.read("test.mark")).isEmpty();
        marks.keep("test.mark", "117");
        marks.keep("test.mark", "118");
        assertThat(marks.read("test.mark")).contains("118");
    }

    private StoredDataset converted(String location, long id) {
        var dataset = dataset(location);
        converter.script(
                location, (any, call) -> ScriptedConverter.registered(id).foundAs(id, EMBARGOED));
        again(dataset);
        return dataset;
    }

    /** Announces and returns when everything is done. */
    private void again(StoredDataset dataset) {
        intake.accept(dataset, "api");
        await().atMost(PATIENCE)
                .until(() -> journal.find(dataset.identity())
                        .filter(entry -> !entry.isWaiting())
                        .isPresent());
    }

    private KnownDataset entry(StoredDataset dataset) {
        return known.named(List.of(dataset.identity()), List.of()).get(0);
    }

    private static List<String> locations(List<KnownDataset> datasets) {
        return datasets.stream().map(KnownDataset::location).toList();
    }

    private static StoredDataset named(String name, String location) {
        return StoredDataset.raw(name, "mx2463", "", location, Optional.empty());
    }

    private static StoredDataset dataset(String location) {
        return new StoredDataset(
                location.substring(location.lastIndexOf('/') + 1),
                "mx2463",
                "Therm-6",
                location,
                Map.of("MX_flux", "3.2e11", "MX_transmission", "12.5"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
