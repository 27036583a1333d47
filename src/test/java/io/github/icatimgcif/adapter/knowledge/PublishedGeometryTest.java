package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.adapter.knowledge.PublishedGeometry.Imported;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishedGeometryTest {

    private static final String HEAD = """
            #\\#CIF_2.0
            data_Moon_B1
            _audit.[local]_details 'Made of "moon" dust'
            _audit.[local]_valid_from 2019-03-04
            _diffrn_source.beamline B1
            _diffrn_source.facility Moon
            loop_
            _axis.id _axis.type _axis.equipment _axis.depends_on
            _axis.vector[1] _axis.vector[2] _axis.vector[3] _axis.offset[1] _axis.offset[2] _axis.offset[3]
            """;

    private final Path folder;

    PublishedGeometryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void chainsAreTakenBaseFirstAndInTheMcStasFrame() throws IOException {
        Imported imported = imported("""
                phi     rotation    goniometer kappa 1 0 0 0 0 0
                kappa   rotation    goniometer omega 0.642788 0 -0.766044 1 2 3
                omega   rotation    goniometer .     1 0 0 0 0 0
                gravity .           gravity    .     0 -1 0 . . .
                source  .           source     .     0 0 1 . . .
                trans   translation detector   tth   0 0 -1 0 0 0
                tth     rotation    detector   .     1 0 0 0 0 0
                """);

        BeamlineFile file = BeamlineFile.read("b1.yaml", imported.text().orElseThrow());
        BeamlinePeriod period = file.periods().get(0).period();

        assertThat(file.name()).isEqualTo("B1");
        assertThat(file.facility()).isEqualTo("Moon");
        assertThat(file.periods().get(0).from()).contains(LocalDate.of(2019, 3, 4));
        assertThat(period.goniometer().orElseThrow().citation())
                .isEqualTo("moon.cif, data_Moon_B1: Made of \"moon\" dust");
        assertThat(period.goniometer().orElseThrow().axes().axes())
                .extracting(Axis::name)
                .containsExactly("omega", "kappa", "phi");
        Axis kappa = period.goniometer().orElseThrow().axes().axes().get(1);
        assertThat(kappa.vector().minus(new Vector3(-0.642788, 0, 0.766044)).length())
                .isLessThan(1e-6);
        assertThat(kappa.offset()).isEqualTo(new Vector3(-1, 2, -3));
        assertThat(period.detectorAxes().orElseThrow().axes().axes())
                .extracting(Axis::name)
                .containsExactly("tth", "trans");
        assertThat(imported.left()).isEmpty();
    }

    /** The four rows of the frame conversion: an imgCIF axis 1 0 0 is the McStas axis that gravity gives away. */
    @ParameterizedTest
    @CsvSource({"0 -1 0, -1, 0", "0 1 0, 1, 0", "-1 0 0, 0, 1", "1 0 0, 0, -1"})
    void gravitySaysWhichWayTheAxisPoints(String gravity, double x, double y) throws IOException {
        Imported imported =
                imported("omega rotation goniometer . 1 0 0 0 0 0\ngravity . gravity . " + gravity + " 0 0 0\n");

        assertThat(BeamlineFile.read("b1.yaml", imported.text().orElseThrow())
                        .periods()
                        .get(0)
                        .period()
                        .goniometer()
                        .orElseThrow()
                        .axes()
                        .axes())
                .extracting(Axis::vector)
                .containsExactly(new Vector3(x, y, 0));
    }

    @Test
    void whatCannotBeTakenOverIsSaid() throws IOException {
        Imported imported = imported("""
                omega   rotation    goniometer .       2 0 0 0 0 0
                gravity .           gravity    .       0 -1 0 0 0 0
                trans   translation detector   gravity 0 0 -1 0 0 0
                detx    translation detector   trans   1 0 0 -200 100 0
                loop_
                _array_structure_list_axis.axis_id
                _array_structure_list_axis.axis_set_id
                detx 1
                """);

        assertThat(imported.left())
                .containsExactly(
                        "the goniometer: its axis omega has no vector of length 1",
                        "that trans depends on gravity: no axis of the detector; it is taken to stand in the laboratory",
                        "the axes of the pixels detx and their offsets: the raw file knows its detector and where the"
                                + " beam met it");
        assertThat(imported.text().orElseThrow())
                .contains("vector: [0, 0, 1]")
                .doesNotContain("- {name: detx")
                .contains("# Not taken over: the goniometer: its axis omega has no vector of length 1.");
    }

    @Test
    void twoAxesOnOneAreNoChain() throws IOException {
        Imported imported = imported("""
                omega rotation goniometer . 1 0 0 0 0 0
                chi rotation goniometer omega 0 0 1 0 0 0
                phi rotation goniometer omega 1 0 0 0 0 0
                gravity . gravity . 0 -1 0 0 0 0
                """);

        assertThat(imported.left()).containsExactly("the goniometer: its axes are not one chain");
    }

    @Test
    void withoutGravityNobodyKnowsWhichWayIsUp() throws IOException {
        Imported imported = imported("omega rotation goniometer . 1 0 0 0 0 0\n");

        assertThat(imported.text()).isEmpty();
        assertThat(imported.left()).singleElement().asString().contains("which way is up");
    }

    @Test
    void aBlockThatIsNotThereIsSaidWithThoseThatAre() throws IOException {
        Path file = Files.writeString(folder.resolve("moon.cif"), HEAD + "a rotation goniometer . 1 0 0 0 0 0\n");

        assertThatThrownBy(() -> PublishedGeometry.read(file, Optional.of("Mars")))
                .hasMessageEndingWith("moon.cif has no data block 'Mars'; it has Moon_B1");
    }

    @Test
    void aTextThatIsNoCifIsRefusedWithTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("moon.cif"), "name: B1\n");

        assertThatThrownBy(() -> PublishedGeometry.read(file, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("moon.cif, line 1: ");
    }

    @ParameterizedTest
    @CsvSource({
        "esrf_id23, esrf/id23-1",
        "19ID_APS, aps/19-id",
        "HZB_BESSY_14_2, bessy/14.2",
        "AustralianSynchrotron_MX1, australian/mx1"
    })
    void theShippedFilesHaveTheAxesOfThePublishedEntries(String block, String shipped) throws IOException {
        Path cif = SharedFolder.at("data/beamlines/beamline_geometries.cif");
        BeamlinePeriod period = period(Files.readString(Path.of("config/beamlines", shipped + ".yaml")));

        BeamlinePeriod published = period(
                PublishedGeometry.read(cif, Optional.of(block)).get(0).text().orElseThrow());

        assertThat(period.goniometer().orElseThrow().axes())
                .isEqualTo(published.goniometer().orElseThrow().axes());
        assertThat(period.detectorAxes().orElseThrow().axes())
                .isEqualTo(published.detectorAxes().orElseThrow().axes());
    }

    @Test
    void ofThePublishedLaboratoriesOneSaysWhichWayIsUp() throws IOException {
        List<Imported> imported =
                PublishedGeometry.read(SharedFolder.at("data/beamlines/laboratory_geometries.cif"), Optional.empty());

        assertThat(imported)
                .filteredOn(one -> one.text().isPresent())
                .extracting(Imported::block)
                .containsExactly("Bruker_Kappa_APEXII");
    }

    private static BeamlinePeriod period(String text) {
        return BeamlineFile.read("b1.yaml", text).periods().get(0).period();
    }

    private Imported imported(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("moon.cif"), HEAD + rows);
        return PublishedGeometry.read(file, Optional.empty()).get(0);
    }
}
