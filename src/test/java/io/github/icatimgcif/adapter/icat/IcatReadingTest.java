package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of ICAT: datasets, what it says of them, and whether it has the names that registrations need. */
final class IcatReadingTest {

    @Test
    void aDatasetIsFoundByItsLocation() {
        try (Laboratory laboratory = new Laboratory()) {
            Optional<CatalogueEntry> found = laboratory.client().datasets().find(Laboratory.announced());

            assertThat(found)
                    .contains(new CatalogueEntry(
                            laboratory.raw,
                            "Ins-x0303-run_06",
                            Laboratory.RAW,
                            laboratory.investigation,
                            "MX2562",
                            "ID23-1",
                            Optional.of(laboratory.sample),
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            false));
        }
    }

    @Test
    void aDatasetWithoutSampleIsFoundWithTheDoiAndReleaseOfItsInvestigation() {
        try (Laboratory laboratory = new Laboratory()) {
            long investigation = laboratory
                    .stub
                    .content()
                    .add(
                            "Investigation",
                            Map.of(
                                    "facility",
                                    1L,
                                    "name",
                                    "MX1",
                                    "visitId",
                                    "BM07",
                                    "title",
                                    "a title",
                                    "doi",
                                    "10.1234/X",
                                    "releaseDate",
                                    Instant.parse("2027-03-11T08:30:00Z")));
            laboratory.stub.content().addDataset(investigation, "run's 1", "/data/it's here/");

            CatalogueEntry found = laboratory
                    .client()
                    .datasets()
                    .find(at("/data/it's here", "run's 1", Optional.empty()))
                    .orElseThrow();

            assertThat(found.sampleId()).isEmpty();
            assertThat(found.doi()).contains("10.1234/X");
            assertThat(found.releaseDate()).contains(Instant.parse("2027-03-11T08:30:00Z"));
        }
    }

    @Test
    void aLocationThatDiffersInCaseIsAnotherPlace() {
        try (Laboratory laboratory = new Laboratory()) {
            assertThat(laboratory
                            .client()
                            .datasets()
                            .find(at(Laboratory.RAW.toUpperCase(Locale.ROOT), "other", Optional.empty())))
                    .isEmpty();
        }
    }

    @Test
    void anIdThatBelongsToAnotherDatasetIsNotBelieved() {
        try (Laboratory laboratory = new Laboratory()) {
            long other = laboratory.stub.content().addDataset(laboratory.investigation, "other", "/data/other");

            assertThat(laboratory
                            .client()
                            .datasets()
                            .find(at(Laboratory.RAW, "Ins-x0303-run_06", Optional.of(other)))
                            .map(CatalogueEntry::id))
                    .contains(laboratory.raw);
        }
    }

    /** After a reload of a catalogue another proposal may have the id, and the name of a dataset repeats. */
    @ParameterizedTest
    @CsvSource({
        "MX9999, /data/visitor/mx9999/run_06/run_06_datacollection, false",
        "MX2562, /data/visitor/mx2562/Ins-x0304/other_06/run_06_datacollection, false",
        "mx-2562, /gpfs/x0303/run_06/run_06_datacollection, true",
        "'', /gpfs/x0303/run_06/run_06_datacollection, true",
        "MX2562, '', true"
    })
    void anIdIsBelievedWhereProposalAndPlaceMayBeTheSame(String announced, String location, boolean isBelieved) {
        try (Laboratory laboratory = new Laboratory()) {
            String proposal = announced.equals("MX9999") ? announced : "MX2562";
            long investigation = laboratory.stub.content().addInvestigation(proposal, "ID30");
            long other = laboratory.stub.content().addDataset(investigation, "Ins-x0303-run_06", location);
            String elsewhere = "/mnt/x0303/run_06/run_06_datacollection";
            StoredDataset dataset = StoredDataset.raw(
                    "Ins-x0303-run_06",
                    announced.equals("MX9999") ? "MX2562" : announced,
                    "",
                    elsewhere,
                    Optional.of(other));

            assertThat(laboratory
                            .client()
                            .datasets()
                            .find(dataset)
                            .map(CatalogueEntry::id)
                            .filter(id -> id == other)
                            .isPresent())
                    .isEqualTo(isBelieved);
        }
    }

    @Test
    void theRawDatasetGoesBeforeOneThatWasMadeFromItInTheSameFolder() {
        try (Laboratory laboratory = new Laboratory()) {
            long investigation = laboratory.stub.content().addInvestigation("MX7", "ID30B");
            laboratory
                    .stub
                    .content()
                    .add(
                            "Dataset",
                            Map.of(
                                    "investigation",
                                    investigation,
                                    "name",
                                    "made",
                                    "location",
                                    "/data/same",
                                    "complete",
                                    true,
                                    "type",
                                    2L));
            long raw = laboratory.stub.content().addDataset(investigation, "raw", "/data/same");

            assertThat(laboratory.client().datasets().find(at("/data/same", "", Optional.empty())))
                    .map(CatalogueEntry::id)
                    .contains(raw);
        }
    }

    @Test
    void aNameFindsADatasetOfTheVisitUnderAnotherMountPoint() {
        try (Laboratory laboratory = new Laboratory()) {
            long elsewhere = laboratory.stub.content().addInvestigation("MX2562", "ID30B");
            laboratory
                    .stub
                    .content()
                    .addDataset(elsewhere, "Ins-x0303-run_06", Laboratory.RAW.replaceFirst("/data", "/x"));
            String location = Laboratory.RAW.replaceFirst("/data", "/mnt/multipath/data");

            assertThat(laboratory.client().datasets().find(at(location, "Ins-x0303-run_06", Optional.empty())))
                    .map(CatalogueEntry::id)
                    .contains(laboratory.raw);
            assertThat(laboratory.client().datasets().find(at("/mnt/run_07", "Ins-x0303-run_06", Optional.empty())))
                    .isEmpty();
            // Names of runs repeat in each sample, and that of this sample may not be in the catalogue yet.
            String otherSample = Laboratory.RAW.replaceFirst("x0303", "x0304");
            assertThat(otherSample).isNotEqualTo(Laboratory.RAW);
            assertThat(laboratory.client().datasets().find(at(otherSample, "Ins-x0303-run_06", Optional.empty())))
                    .isEmpty();
        }
    }

    @Test
    void parametersAreReadFromWhicheverValueFieldIsSet() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.content().addParameterType("MX_flux", "ph/s", "NUMERIC");
            laboratory.stub.content().addParameterType("MX_numberOfImages", "NA", "NUMERIC");
            laboratory.stub.content().addParameterType("MX_axis_range", "deg", "NUMERIC");
            laboratory.stub.content().addParameterType("MX_when", "NA", "DATE_AND_TIME");
            laboratory.stub.content().addParameter(laboratory.raw, "MX_wavelength", 0.976223);
            laboratory.stub.content().addParameter(laboratory.raw, "MX_flux", 1574357866959.3877);
            laboratory.stub.content().addParameter(laboratory.raw, "MX_numberOfImages", 3600.0);
            laboratory.stub.content().addParameter(laboratory.raw, "MX_axis_range", "Omega");
            laboratory.stub.content().addParameter(laboratory.raw, "MX_when", Instant.parse("2024-03-10T15:12:33Z"));

            Metadata read = read(laboratory);

            assertThat(read.readings())
                    .contains(
                            said("MX_wavelength", "0.976223", "\u00C5"),
                            said("MX_flux", "1574357866959.3877", "ph/s"),
                            said("MX_numberOfImages", "3600", "NA"),
                            said("MX_axis_range", "Omega", "deg"),
                            said("MX_when", "2024-03-10T15:12:33.000Z", "NA"));
            assertThat(laboratory.stub.requests().stream()
                            .filter(request -> request.query().contains("LEFT JOIN ds.datasetInstruments")
                                    || request.query().contains("DatasetParameter")))
                    .hasSize(2);
        }
    }

    @Test
    void fieldsOfTheDatasetAndItsInvestigationAreReadToo() {
        try (Laboratory laboratory = new Laboratory()) {
            long instrument = laboratory.stub.content().add("Instrument", Map.of("facility", 1L, "name", "ID23-1"));
            laboratory
                    .stub
                    .content()
                    .add(
                            "InvestigationInstrument",
                            Map.of("investigation", laboratory.investigation, "instrument", instrument));

            assertThat(read(laboratory).readings())
                    .extracting(reading -> reading.term() + " = " + reading.text())
                    .containsExactly(
                            "catalogue:title = MX2562 on ID23-1",
                            "catalogue:proposal = MX2562",
                            "catalogue:visit = ID23-1",
                            "catalogue:sampleName = Ins-x0303",
                            "catalogue:instrument = ID23-1");
        }
    }

    @Test
    void withoutAnEntryThereIsNothingToRead() {
        try (Laboratory laboratory = new Laboratory()) {
            assertThat(laboratory.client().metadata().read(Laboratory.announced(), Optional.empty()))
                    .isEqualTo(Metadata.NONE);
        }
    }

    @Test
    void aPreparedServerHasNoProblems() {
        try (Laboratory laboratory = new Laboratory()) {
            assertThat(laboratory.client().check()).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        try (Laboratory laboratory = new Laboratory()) {
            CatalogueNames names = new CatalogueNames(
                    "LAB",
                    "acquisition",
                    "derived",
                    "imgCIF2",
                    "other-program",
                    "9",
                    Map.of(Fact.SHA256, "no_such_type"),
                    false);

            List<String> problems = laboratory.client(names, Clock.systemUTC()).check();

            assertThat(problems)
                    .hasSize(4)
                    .anyMatch(problem -> problem.contains("DatasetType {name=derived}"))
                    .anyMatch(problem -> problem.contains("imgCIF2"))
                    .anyMatch(problem -> problem.contains("Application {name=other-program, version=9}"))
                    .anyMatch(problem -> problem.contains("ParameterType 'no_such_type' (configured for SHA256)"));
        }
    }

    @Test
    void whatIsMissingIsCreatedWhereThatIsAllowed() {
        try (Laboratory laboratory = new Laboratory()) {
            List.of("DatasetType", "DatafileFormat", "Application")
                    .forEach(entity -> laboratory.stub.allow(entity, true));
            CatalogueNames names = new CatalogueNames(
                    "LAB", "acquisition", "derived", "imgCIF2", "other-program", "9", Laboratory.facts(), true);

            assertThat(laboratory.client(names, Clock.systemUTC()).check()).isEmpty();

            assertThat(laboratory.stub.content().id("Application", "other-program"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aServerWithTheWrongCharacterSetIsNoticed() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.content().addParameterType("MX_resolution", "\u00C3\u2026", "NUMERIC");

            assertThat(laboratory.client().check()).singleElement().asString().contains("UTF-8");
        }
    }

    private static Metadata read(Laboratory laboratory) {
        Icat icat = laboratory.client();
        return icat.metadata().read(Laboratory.announced(), icat.datasets().find(Laboratory.announced()));
    }

    private static Reading said(String parameter, String text, String unit) {
        return new Reading(Source.CATALOGUE, SourceTerm.parameter(parameter), text, Optional.of(unit));
    }

    private static StoredDataset at(String location, String name, Optional<Long> id) {
        return new StoredDataset(
                name,
                "MX2562",
                "",
                location,
                Map.of(),
                List.of(),
                id,
                Optional.of("ID23-1"),
                Optional.empty(),
                Optional.empty());
    }
}
