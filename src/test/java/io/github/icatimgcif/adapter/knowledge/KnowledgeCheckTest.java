package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnowledgeCheckTest {

    private final Path folder;

    KnowledgeCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theShippedFilesHaveNoMistakeAndTheirGapsAreSaid() {
        KnowledgeCheck.Report report = KnowledgeCheck.of(FacilityFiles.of(folder));

        assertThat(report.mistakes()).isEmpty();
        assertThat(report.lines())
                .contains(
                        "beamlines/esrf/id23-2.yaml: ID23-2, European Synchrotron Radiation Facility",
                        "  until 2021-05-21: detector 60-0115-F (axis 0 1 0); detector E-32-0107 (axis 0 1 0)",
                        "gap: ID30B: no goniometer axis is known from a public source",
                        "gap: I24: nothing is known of the time before 2015-01-01")
                .noneMatch(line -> line.startsWith("gap: ID23-1"));
    }

    @Test
    void aMistakeInEachFileIsSaidAndNotTheFirstAlone() throws IOException {
        write("moon/b1.yaml", "name: B1\nfacility: Moon\nperiods: [{frame: round}]\n");
        write("moon/b2.yaml", "name: B2\nfacility: Moon\n");

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).mistakes())
                .containsExactly(
                        "beamlines/moon/b1.yaml, line 3: the frame is principal or nominal, not 'round'",
                        "beamlines/moon/b2.yaml, line 1: the key 'periods' is missing");
    }

    @Test
    void aDetectorInTwoPlacesOnOneDayIsAMistake() throws IOException {
        String detector = "detectors: [{serial: M-1, description: d, rotationAxis: [1, 0, 0], source: s}]";
        write("moon/b1.yaml", "name: B1\nfacility: Moon\nperiods:\n  - {until: 2020-01-01, " + detector + "}\n");
        write("moon/b2.yaml", "name: B2\nfacility: Moon\nperiods:\n  - {from: 2020-01-02, " + detector + "}\n");
        write(
                "moon/b3.yaml",
                "name: B3\nfacility: Moon\nperiods:\n  - {from: 2019-12-31, until: 2020-01-01, " + detector + "}\n");

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).mistakes())
                .containsExactly("beamlines/moon/b3.yaml, line 4: the detector M-1 stands in this period also at"
                        + " beamlines/moon/b1.yaml, line 4; end one of the periods");
    }

    @Test
    void aNameOfTwoBeamlinesOfAFacilityIsAMistake() throws IOException {
        write("moon/b1.yaml", "name: B1\nfacility: Moon\naliases: [Crater]\nperiods: [{frame: nominal}]\n");
        write("moon/b2.yaml", "name: B2\nfacility: Moon\naliases: [CRATER]\nperiods: [{frame: nominal}]\n");

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).mistakes())
                .containsExactly("beamlines/moon/b2.yaml, line 1: 'crater' is also a name of the beamline in"
                        + " beamlines/moon/b1.yaml");
    }

    @Test
    void aFactThatNoItemAsksForIsAMistake() throws IOException {
        write(
                "moon/b1.yaml",
                "name: B1\nfacility: Moon\nfacts: [{term: source/devise, value: synch, source: s}]\nperiods:\n"
                        + "  - {frame: nominal}\n");

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).mistakes())
                .containsExactly("beamlines/moon/b1.yaml, line 5: no mapping file asks for the fact 'source/devise'");
    }

    @Test
    void gapsBetweenPeriodsAreSaid() throws IOException {
        write("moon/b1.yaml", """
                name: B1
                facility: Moon
                periods:
                  - {until: 2019-12-31}
                  - {from: 2020-02-01, until: 2020-03-01}
                """);

        assertThat(KnowledgeCheck.of(FacilityFiles.of(folder)).lines())
                .contains(
                        "gap: B1: nothing is known of the time from 2020-01-01 until 2020-01-31",
                        "gap: B1: nothing is known of the time after 2020-03-01",
                        "gap: B1: no goniometer axis is known from a public source, until 2019-12-31");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("beamlines").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
