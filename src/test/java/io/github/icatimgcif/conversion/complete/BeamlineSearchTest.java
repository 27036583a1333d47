package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.conversion.collect.Collected;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    private Optional<BeamlinePeriod> search(BeamlineKnowledge knowledge, Collecting collecting) {
        Collected collected = collecting.collected();
        return new BeamlineSearch(knowledge, new Readings(collected.readings()), findings).of(collected.dataset());
    }
}
