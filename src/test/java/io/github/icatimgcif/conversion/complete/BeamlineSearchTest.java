package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.conversion.collect.Collected;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the shipped beamline files. */
final class BeamlineSearchTest {

    private static final BeamlineKnowledge SHIPPED =
            BeamlineFiles.read(FacilityFiles.of(Path.of("no/such/folder")), "esrf");

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aFileThatNamesOnlyItsDetectorIsOfTheBeamlineWhereThatStands() {
        var found = search(SHIPPED, new Collecting().rawFile("instrument/detector/detector_number", "E-32-0105"));

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("BioMAX"));
        assertThat(findings)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("the raw file names no beamline that is known; taken for BioMAX, where its detector"
                        + " (E-32-0105) stands");
    }

    @Test
    void whereTheDetectorStandsGoesBeforeTheAnnouncedBeamline() {
        var found = search(
                SHIPPED,
                new Collecting()
                        .rawFile("instrument/detector/detector_number", "E-18-0133")
                        .announcedFor("ID23-1"));

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-2"));
        assertThat(findings)
                .extracting(Finding::message)
                .contains("conflict: the raw file was written at ID23-2, where its detector stands, the dataset was"
                        + " announced for ID23-1; the raw file is used");
    }

    @Test
    void theNameInTheRawFileGoesBeforeThePlaceOfTheDetector() {
        var found = search(
                SHIPPED,
                new Collecting()
                        .rawFile("instrument/detector/detector_number", "E-18-0133")
                        .rawFile("instrument/name", "ESRF BEAMLINE ID23-1"));

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-1"));
    }

    @Test
    void theAnnouncedBeamlineGoesBeforeADetectorOfWhichNobodyKnowsTheBeamline() {
        var found = search(
                SHIPPED,
                new Collecting()
                        .rawFile("instrument/detector/serial_number", "60-0100")
                        .announcedFor("I03"));

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("I03"));
    }

    @Test
    void aDetectorInTwoPlacesIsToldAndNeitherIsBelieved() {
        BeamlinePeriod here =
                SHIPPED.bySerialNumber("E-32-0105", Optional.empty()).get(0);
        BeamlinePeriod there =
                SHIPPED.bySerialNumber("E-32-0114", Optional.empty()).get(0);
        BeamlineKnowledge twice = new BeamlineKnowledge() {
            @Override
            public Optional<BeamlinePeriod> at(String name, Optional<String> instrumentName, Optional<LocalDate> date) {
                return Optional.empty();
            }

            @Override
            public List<BeamlinePeriod> bySerialNumber(String serialNumber, Optional<LocalDate> date) {
                return List.of(here, there);
            }
        };

        var found = search(twice, new Collecting().rawFile("instrument/detector/detector_number", "E-32-0105"));

        assertThat(found).isEmpty();
        assertThat(findings)
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message)
                        .contains("at BioMAX and at a beamline of SPring-8 whose name is not known on the same day"));
    }

    @Test
    void aBeamlineOfWhichNothingIsKnownIsToldByTheNameInTheRawFileAndTheDate() {
        var found = search(
                SHIPPED,
                new Collecting()
                        .announcedFor("X99")
                        .rawFile("instrument/name", "Somewhere")
                        .rawFile("start_time", "2024-06-11T10:00:00+02:00"));

        assertThat(found).isEmpty();
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("nothing is known of beamline 'Somewhere' on 2024-06-11");
    }

    @Test
    void whereNobodyNamesABeamlineThatIsTold() {
        assertThat(search(SHIPPED, new Collecting())).isEmpty();
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("no source names the beamline, and no beamline file has its detector");
    }

    @Test
    void theAnnouncedBeamlineIsTakenWithoutAWordWhereNothingContradicts() {
        var found = search(SHIPPED, new Collecting().announcedFor("ID23-1"));

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-1"));
        assertThat(findings).isEmpty();
    }

    /** Detectors are lent and sold, so that a serial number alone does not overrule what a file says; a name does. */
    @ParameterizedTest
    @CsvSource({"?, false", "X1, true", "X2, false"})
    void whatIsKnownOverrulesFilesOnlyWhereTheBeamlineIsNamed(String announced, boolean overrules) {
        BeamlinePeriod itsPlace = BeamlineX1.withDetector(new Vector3(1, 0, 0), true);
        Collecting collecting = new Collecting().rawFile("instrument/detector/serial_number", "E-32-0123");

        var found = search(
                new OneBeamline(itsPlace), announced.equals("?") ? collecting : collecting.announcedFor(announced));

        assertThat(found)
                .hasValueSatisfying(period ->
                        assertThat(period.detectors().get(0).overridesFile()).isEqualTo(overrules));
    }

    /** The first that has a date: the raw file, then the parameter. */
    @ParameterizedTest
    @CsvSource({"2024-06-11T23:59:59+02:00, 2024-06-11", "yesterday, 2025-01-02", "?, 2025-01-02"})
    void theBeamlineIsAskedForAsItWasOnTheDayOfTheMeasurement(String inRawFile, LocalDate asked) {
        List<LocalDate> dates = new ArrayList<>();
        BeamlineKnowledge knowledge = new BeamlineKnowledge() {
            @Override
            public Optional<BeamlinePeriod> at(String name, Optional<String> instrumentName, Optional<LocalDate> date) {
                date.ifPresent(dates::add);
                return Optional.empty();
            }

            @Override
            public List<BeamlinePeriod> bySerialNumber(String serialNumber, Optional<LocalDate> date) {
                return List.of();
            }
        };
        Collecting collecting = new Collecting().announcedFor("X1").event("startDate", "2025-01-02T08:00:00.000+01:00");

        search(knowledge, inRawFile.equals("?") ? collecting : collecting.rawFile("start_time", inRawFile));

        assertThat(dates).isNotEmpty().containsOnly(asked);
    }

    /** Knows one beamline, by its name and by its detector. */
    private record OneBeamline(BeamlinePeriod period) implements BeamlineKnowledge {

        @Override
        public Optional<BeamlinePeriod> at(String name, Optional<String> instrumentName, Optional<LocalDate> date) {
            return Optional.of(period).filter(its -> its.name().equals(name));
        }

        @Override
        public List<BeamlinePeriod> bySerialNumber(String serialNumber, Optional<LocalDate> date) {
            return period.detector(serialNumber).isPresent() ? List.of(period) : List.of();
        }
    }

    private Optional<BeamlinePeriod> search(BeamlineKnowledge knowledge, Collecting collecting) {
        Collected collected = collecting.collected();
        return new BeamlineSearch(knowledge, new Readings(collected.readings()), findings).of(collected.dataset());
    }
}
