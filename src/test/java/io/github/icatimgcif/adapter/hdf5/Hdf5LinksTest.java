package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Hdf5LinksTest {

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void aGroupWithAVirtualDataSetListsAllItsLinks(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            assertThat(Fixtures.group(file, "/entry/data").links())
                    .extracting(Hdf5Link::name)
                    .containsExactly("about", "data", "nowhere", "omega", "round", "turn", "up");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void linksOfALargeGroupComeInTheOrderPeopleCount(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            List<Hdf5Link> links = Fixtures.group(file, "/entry/many").links();

            assertThat(links).hasSize(120);
            assertThat(links.get(1).name()).isEqualTo("data_2");
            assertThat(links.get(9).targetFile()).contains("frames_10.h5");
            assertThat(links.get(119).name()).isEqualTo("data_120");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void aRelativeSoftLinkStartsAtItsOwnGroup(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            assertThat(file.at("/entry/data/turn").orElseThrow().path()).isEqualTo("/entry/data/omega");
            assertThat(file.at("/entry/data/up").orElseThrow().path()).isEqualTo("/entry/sample/name");
        }
    }

    @Test
    void softLinksInACircleAreNamed() {
        try (Hdf5File file = Fixtures.open("tree_v110.h5")) {
            assertThatExceptionOfType(Hdf5Unreadable.class)
                    .isThrownBy(() -> file.at("/entry/data/round"))
                    .withMessageContaining("/entry/data/round")
                    .withMessageContaining("circle");
        }
    }

    @Test
    void anExternalLinkToItselfIsNamed() {
        try (Hdf5File file = Fixtures.open("links.h5")) {
            assertThatExceptionOfType(Hdf5Unreadable.class)
                    .isThrownBy(() -> file.at("/entry/data/self"))
                    .withMessageContaining("circle");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"beside", "no_slash"})
    void anExternalLinkLeadsToTheFileBesideItsParent(String name) {
        try (Hdf5File file = Fixtures.open("links.h5")) {
            Hdf5Node target = file.at("/entry/data/" + name).orElseThrow();

            assertThat(target.file().getFileName()).hasToString("frames_1.h5");
            assertThat(target.path()).isEqualTo("/entry/data/data");
        }
    }

    @Test
    void dataThatWereMovedAreFoundBesideTheirParent() {
        try (Hdf5File file = Fixtures.open("links.h5")) {
            assertThat(file.at("/entry/data/moved").orElseThrow().file())
                    .isEqualTo(Fixtures.folder().resolve("frames_2.h5"));
        }
    }

    @Test
    void aPathGoesThroughSoftAndExternalLinks() {
        try (Hdf5File file = Fixtures.open("links.h5")) {
            Hdf5Node target = file.at("/through/data").orElseThrow();

            assertThat(target.file().getFileName()).hasToString("frames_2.h5");
            assertThat(target.path()).isEqualTo("/entry/data/data");
        }
    }

    @Test
    void aMissingFileIsToldFromAMissingObjectAndFromAMissingName() {
        try (Hdf5File file = Fixtures.open("links.h5")) {
            Hdf5Group data = Fixtures.group(file, "/entry/data");

            assertThat(data.child("lost")).isEmpty();
            assertThat(data.state("lost"))
                    .isInstanceOfSatisfying(
                            LinkState.Dangling.class,
                            state -> assertThat(state.missing())
                                    .containsExactly(Fixtures.folder().resolve("frames_9.h5")));
            assertThat(data.state("hollow"))
                    .isInstanceOfSatisfying(
                            LinkState.Dangling.class,
                            state -> assertThat(state.missing()).isEmpty());
            assertThat(data.state("never")).isEqualTo(new LinkState.Absent());
            assertThat(data.state("beside")).isEqualTo(new LinkState.Present());
        }
    }

    @Test
    void noFileOutsideTheDataRootsIsOpened(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectories(folder.resolve("a/b/c/d/e/f"));
        Files.copy(Fixtures.folder().resolve("links.h5"), inside.resolve("links.h5"));
        Files.copy(Fixtures.folder().resolve("frames_1.h5"), folder.resolve("outside.h5"));
        try (Hdf5File file = Hdf5File.open(inside.resolve("links.h5"), new DataRoots(List.of(folder.resolve("a"))))) {
            Hdf5Group data = Fixtures.group(file, "/entry/data");

            assertThat(data.child("outside")).isEmpty();
            assertThat(data.state("outside")).isInstanceOf(LinkState.OutsideRoots.class);
        }
        try (Hdf5File file = Hdf5File.open(inside.resolve("links.h5"), new DataRoots(List.of(folder)))) {
            assertThat(file.at("/entry/data/outside")).isPresent();
        }
    }

    @Test
    void aSymbolicLinkOutOfTheDataRootsIsNotFollowed(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.copy(Fixtures.folder().resolve("links.h5"), inside.resolve("links.h5"));
        Files.copy(Fixtures.folder().resolve("frames_1.h5"), folder.resolve("elsewhere.h5"));
        Files.createSymbolicLink(inside.resolve("frames_1.h5"), folder.resolve("elsewhere.h5"));
        DataRoots roots = new DataRoots(List.of(inside));

        try (Hdf5File file = Hdf5File.open(inside.resolve("links.h5"), roots)) {
            assertThat(Fixtures.group(file, "/entry/data").state("beside")).isInstanceOf(LinkState.OutsideRoots.class);
        }
        assertThatExceptionOfType(OutsideDataRoots.class)
                .isThrownBy(() -> Hdf5File.open(inside.resolve("frames_1.h5"), roots))
                .withMessageContaining("outside the data folders");
    }

    @Test
    void theSignatureIsFoundBehindAUserBlock() {
        assertThat(Hdf5File.hasSignature(Fixtures.folder().resolve("userblock.h5")))
                .isTrue();
        assertThat(Hdf5File.hasSignature(Fixtures.folder().resolve("make_fixtures.py")))
                .isFalse();
        assertThat(Hdf5File.hasSignature(Fixtures.folder().resolve("none.h5"))).isFalse();
        try (Hdf5File file = Fixtures.open("userblock.h5")) {
            assertThat(Fixtures.dataset(file, "/wavelength").numbers().first().orElseThrow())
                    .hasToString("0.976223");
        }
    }
}
