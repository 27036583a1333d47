package io.github.icatimgcif.adapter.nxmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of 2463 x 2527 pixels and the modules of {@code nxmx/make_folders.py}, function parts. */
final class ArrayPlaceTest {

    private final Findings findings = new Findings();

    @ParameterizedTest
    @ValueSource(strings = {"whole", "nothing"})
    void theOnlyModuleIsTheWholeImage(String module) {
        assertThat(place(module, 1, 2463, 2527)).isEqualTo(new ArrayPlace(2463, 2527, Optional.empty()));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aSizeWrittenFastBeforeSlowIsToldAndTheImagesAreBelieved() {
        assertThat(place("swapped", 1, 2463, 2527)).isEqualTo(new ArrayPlace(2463, 2527, Optional.empty()));
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is written fast before slow"));
    }

    @Test
    void aModuleIsAPartOfTheImageOrOfOneLayerOfIt() {
        assertThat(place("half", 2, 2463, 2527).section()).contains(new Section(List.of(2463, 2527), List.of(0, 1327)));
        assertThat(place("layer", 2, 2463, 2527, 2).section())
                .contains(new Section(List.of(2463, 2527, 2), List.of(0, 1327, 1)));
    }

    /** 2^40 pixels from pixel 1 on are more than an int counts. */
    @ParameterizedTest
    @CsvSource({
        "sticks_out, says 1200 x 2463 pixels from 1328",
        "negative, says 1200 x 2463 pixels from -1",
        "empty, says 0 x 2463 pixels",
        "huge, pixels from 1",
        "not_a_number, says 0 x 0 pixels",
        "swapped, says 2463 x 2527 pixels from 0"
    })
    void aModuleThatDoesNotLieInTheImageIsRefused(String module, String message) {
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> place(module, 2, 2463, 2527))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "no_origin", "not_there"})
    void oneOfSeveralModulesMustSayWhichPixelsAreIts(String module) {
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> place(module, 8, 2463, 2527))
                .withMessageContaining("is one of 8 modules; data_origin and data_size must say");
    }

    private ArrayPlace place(String module, int modules, Integer... sizes) {
        FrameLocation frame = new FrameLocation(Path.of("/x.h5"), FrameLocation.Format.HDF5, Optional.of("/data"), 0);
        ImageData images = new ImageData(
                new FrameLocations(List.of(new FrameLocations.InFile(frame, 1, 1))),
                List.of(sizes),
                OptionalInt.of(16));
        return Parts.read("/modules", entry -> ArrayPlace.of(entry, "/modules/" + module, images, modules, findings));
    }
}
