package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BeamlineFilesTest {

    private static final Optional<LocalDate> BEFORE = Optional.of(LocalDate.of(2021, 5, 21));
    private static final Optional<LocalDate> AFTER = Optional.of(LocalDate.of(2021, 5, 22));

    private final Path folder;

    BeamlineFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id23-1", "ID23-1", "id23eh1", "ESRF BEAMLINE ID23-1", "id23_1"})
    void aBeamlineIsFoundByAnyOfItsNames(String name) {
        var found = shipped().at(name, Optional.empty(), Optional.empty());

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-1"));
    }

    @Test
    void theNameInTheRawFileGoesBeforeTheAnnouncedOne() {
        var found = shipped().at("id23-1", Optional.of("ESRF BEAMLINE ID23-2"), Optional.empty());

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-2"));
    }

    @Test
    void anUnknownNameInTheRawFileLeavesTheAnnouncedOne() {
        var found = shipped().at("id23-1", Optional.of("Moon"), Optional.empty());

        assertThat(found).hasValueSatisfying(period -> assertThat(period.name()).isEqualTo("ID23-1"));
    }

    @Test
    void theAxisOfTheEigerOfId232IsVertical() {
        var period = shipped().at("id23-2", Optional.empty(), Optional.empty()).orElseThrow();

        assertThat(period.detector("S/N E-18-0133").flatMap(d -> d.rotationAxis()))
                .contains(new Vector3(0, 1, 0));
    }

    @Test
    void theStateOfTheDayIsMeant() throws IOException {
        write("periods:\n  - {until: 2021-05-21, frame: nominal}\n  - {from: 2021-05-22}\n");
        var beamlines = BeamlineFiles.read(FacilityFiles.onlyOf(folder), "embl");

        assertThat(beamlines.at("P14", Optional.empty(), BEFORE).orElseThrow().frame())
                .isEqualTo(FrameChoice.NOMINAL);
        assertThat(beamlines.at("P14", Optional.empty(), AFTER).orElseThrow().frame())
                .isEqualTo(FrameChoice.PRINCIPAL_AXIS);
    }

    @Test
    void nothingIsKnownOfTheTimeBeforeTheFirstState() throws IOException {
        write("periods:\n  - {from: 2021-05-22}\n");

        var found = BeamlineFiles.read(FacilityFiles.onlyOf(folder), "embl").at("P14", Optional.empty(), BEFORE);

        assertThat(found).isEmpty();
    }

    @Test
    void statesThatOverlapAreAMistake() throws IOException {
        write("periods:\n  - {until: 2021-05-22}\n  - {from: 2021-05-22}\n");

        assertThatThrownBy(() ->
                        BeamlineFiles.read(FacilityFiles.onlyOf(folder), "embl").checked())
                .hasMessageContaining("line 5: the periods overlap");
    }

    @Test
    void aFactWithoutASourceIsAMistake() throws IOException {
        write("facts:\n  - {term: source/device, value: synch}\nperiods: [{frame: nominal}]\n");

        assertThatThrownBy(() ->
                        BeamlineFiles.read(FacilityFiles.onlyOf(folder), "embl").checked())
                .hasMessageContaining("beamlines/embl/p14.yaml, line 4: the key 'source' is missing");
    }

    private static BeamlineFiles shipped() {
        return BeamlineFiles.read(FacilityFiles.of(Path.of("no/such/folder")), "esrf");
    }

    private void write(String rest) throws IOException {
        Files.createDirectories(folder.resolve("beamlines/embl"));
        Files.writeString(folder.resolve("beamlines/embl/p14.yaml"), "name: P14\nfacility: EMBL\n" + rest);
    }
}
