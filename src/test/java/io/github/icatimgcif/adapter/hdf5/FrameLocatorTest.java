package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameLocatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void framesOfAVirtualDataSetLieInItsSources(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            Located located = FrameLocator.locate(Fixtures.dataset(file, "/entry/data/data"));

            assertThat(places(located)).containsExactly("1:0", "1:1", "1:2", "2:0", "2:1");
            assertThat(located.frames().runs()).hasSize(2);
            assertThat(located.missing()).isEmpty();
        }
    }

    @Test
    void aPlainDataSetIsOneRun() {
        try (Hdf5File file = Fixtures.open("frames_1.h5")) {
            Located located = FrameLocator.locate(Fixtures.dataset(file, "/entry/data/data"));

            assertThat(located.frames().runs()).hasSize(1);
            assertThat(located.frames().at(2))
                    .contains(new FrameLocation(
                            Fixtures.folder().resolve("frames_1.h5"),
                            FrameLocation.Format.HDF5,
                            Optional.of("/entry/data/data"),
                            2));
        }
    }

    @Test
    void linkedDataSetsFollowOneAnotherByNumber() {
        try (Hdf5File file = Fixtures.open("nested.h5")) {
            Located located = FrameLocator.locate(Fixtures.group(file, "/entry/data"), "data_");

            assertThat(places(located)).containsExactly("1:0", "1:1", "1:2", "2:0", "2:1");
        }
    }

    @Test
    void ofLinkedDataSetsTheMissingOnesAreReported() {
        try (Hdf5File file = Fixtures.open("tree_v110.h5")) {
            Located located = FrameLocator.locate(Fixtures.group(file, "/entry/many"), "data_");

            assertThat(places(located)).containsExactly("1:0", "1:1", "1:2", "2:0", "2:1");
            assertThat(located.missing()).hasSize(118);
            assertThat(located.missing().get(0)).contains("data_3").contains("frames_3.h5");
        }
    }

    @Test
    void virtualDataSetsOverVirtualDataSetsAreFollowedToTheEnd() {
        try (Hdf5File file = Fixtures.open("nested.h5")) {
            assertThat(places(FrameLocator.locate(Fixtures.dataset(file, "/entry/data/outer"))))
                    .containsExactly("1:1", "1:2", "2:0", "2:1");
        }
    }

    @Test
    void aVirtualDataSetOverItselfIsNamed() {
        try (Hdf5File file = Fixtures.open("nested.h5")) {
            Hdf5Dataset circle = Fixtures.dataset(file, "/entry/data/circle");

            assertThatExceptionOfType(Hdf5Unreadable.class)
                    .isThrownBy(() -> FrameLocator.locate(circle))
                    .withMessageContaining("circle");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interleaved | 1:0 2:0 1:1 2:1 1:2",
                "every_other | 1:0 1:2",
                "lost        | 1:0 1:1 1:2 9:0 9:1 9:2",
                "short       | 2:0 2:1",
                "channels    | 1:0 1:1 1:2",
                "irregular   | 1:0 1:1 1:2",
                "numbered    | 0:0 0:1 0:2 1:0 1:1 1:2"
            })
    void everyKindOfSelectionIsUnderstood(String name, String expected) {
        try (Hdf5File file = Fixtures.open("strided.h5")) {
            assertThat(String.join(" ", places(FrameLocator.locate(Fixtures.dataset(file, "/" + name)))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void framesWithAStrideAreOneRun() {
        try (Hdf5File file = Fixtures.open("strided.h5")) {
            var runs = FrameLocator.locate(Fixtures.dataset(file, "/every_other"))
                    .frames()
                    .runs();

            assertThat(runs)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            FrameLocations.InFile.class,
                            run -> assertThat(run.stride()).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @CsvSource({"lost, frames_9.h5", "short, holds 2 frames", "irregular, 2 of 5 frames", "numbered, frames_0.h5"})
    void whatIsMissingIsReportedOnce(String name, String words) {
        try (Hdf5File file = Fixtures.open("strided.h5")) {
            assertThat(FrameLocator.locate(Fixtures.dataset(file, "/" + name)).missing())
                    .singleElement()
                    .asString()
                    .contains(words);
        }
    }

    @Test
    void framesPutTogetherFromTilesLieInTheVirtualDataSet() {
        try (Hdf5File file = Fixtures.open("strided.h5")) {
            assertThat(FrameLocator.locate(Fixtures.dataset(file, "/tiles"))
                            .frames()
                            .at(1))
                    .contains(new FrameLocation(
                            Fixtures.folder().resolve("strided.h5"),
                            FrameLocation.Format.HDF5,
                            Optional.of("/tiles"),
                            1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stored, /stored",
        "whole, /stored",
        "split, /entry/data/data", // the first of two channels
        "first, /stored",
        "second, /second" // the second channel of what is stored
    })
    void theFirstOfSeveralChannelsIsTheFrame(String name, String place) {
        try (Hdf5File file = Fixtures.open("stacks.h5")) {
            FrameLocation last = FrameLocator.locate(Fixtures.dataset(file, "/" + name))
                    .frames()
                    .at(2)
                    .orElseThrow();

            assertThat(last.path()).contains(place);
            assertThat(last.index()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"whole, /stored", "split, /split"})
    void modulesOfAFrameAreKeptTogether(String name, String place) {
        try (Hdf5File file = Fixtures.open("stacks.h5")) {
            FrameLocation last = FrameLocator.locateWhole(Fixtures.dataset(file, "/" + name))
                    .frames()
                    .at(2)
                    .orElseThrow();

            assertThat(last.path()).contains(place);
            assertThat(last.index()).isEqualTo(2);
        }
    }

    @Test
    void theFramesOfAVirtualDataSetCanBeTakenAsTheyLieThere() {
        try (Hdf5File file = Fixtures.open("stacks.h5")) {
            Located located = FrameLocator.locateHere(Fixtures.dataset(file, "/first"));

            assertThat(located.frames().count()).isEqualTo(3);
            assertThat(located.frames().at(1).orElseThrow().path()).contains("/first");
        }
    }

    /** "2:1" is frame 1 of frames_2.h5. */
    private static List<String> places(Located located) {
        List<String> places = new ArrayList<>();
        for (FrameLocation frame : located.frames()) {
            String file = frame.file().getFileName().toString();
            assertThat(frame.path()).contains("/entry/data/data");
            places.add(file.replaceAll("\\D+(\\d+)\\.h5", "$1") + ":" + frame.index());
        }
        return places;
    }
}
