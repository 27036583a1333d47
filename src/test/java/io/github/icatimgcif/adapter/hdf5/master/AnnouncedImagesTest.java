package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.LinkedParts;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masters of {@code nxmx/make_folders.py} and {@code nxmx/make_fixtures.py}. */
final class AnnouncedImagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/nxmx").toAbsolutePath();

    private final Findings findings = new Findings();

    /** 12 images are announced, by the first master as three triggers of four. There are edges of frames, one more than images. */
    @ParameterizedTest
    @CsvSource({"triggers, 3 4 5, false, 0", "triggers, 3 4 4, true, 1", "dectris_legacy, 3 4 5, true, 0"})
    void nothingIsMissingWhereAllAnnouncedImagesAreThere(String master, String parts, boolean isMissing, int warnings) {
        ImageData there = images(parts);

        ImageData compared = compared(master, there);

        assertThat(there.parts().missingBeforeOthers(13)).isPresent();
        assertThat(compared.frames()).isEqualTo(there.frames());
        assertThat(compared.parts().missingBeforeOthers(13).isPresent()).isEqualTo(isMissing);
        assertThat(findings.all()).hasSize(warnings);
    }

    /** Of 12 images in three files the second begins with the ninth, by its own number or by that of its link. */
    @Test
    void aNumberThatIsLeftOutTellsOfAGapAllTheSame() {
        List<LinkedParts.Part> byImages = List.of(
                new LinkedParts.Part("data_1", 1, Optional.of(1L), 4),
                new LinkedParts.Part("data_2", 2, Optional.of(9L), 8));
        List<LinkedParts.Part> byLinks = List.of(
                new LinkedParts.Part("data_1", 1, Optional.empty(), 4),
                new LinkedParts.Part("data_3", 3, Optional.empty(), 8));

        assertThat(List.of(byImages, byLinks)).allSatisfy(parts -> {
            ImageData there = images("4 8");
            ImageData linked = new ImageData(there.frames(), there.sizes(), there.bits(), new LinkedParts(parts));
            assertThat(compared("triggers", linked).parts().missingBeforeOthers(16))
                    .isPresent();
        });
    }

    private ImageData compared(String master, ImageData there) {
        Path folder = FOLDER.resolve(master);
        try (Hdf5File file = Hdf5File.open(folder.resolve("x_master.h5"), new DataRoots(List.of(folder)))) {
            return new AnnouncedImages(file, "/entry/instrument/detector", findings).compared(there);
        }
    }

    private static ImageData images(String counts) {
        List<LinkedParts.Part> parts = new ArrayList<>();
        int frames = 0;
        for (String count : counts.split(" ")) {
            int number = parts.size() + 1;
            parts.add(new LinkedParts.Part("data_" + number, number, Optional.empty(), Integer.parseInt(count)));
            frames += Integer.parseInt(count);
        }
        FrameLocation first = new FrameLocation(Path.of("/x.h5"), FrameLocation.Format.HDF5, Optional.of("/data"), 0);
        return new ImageData(
                new FrameLocations(List.of(new FrameLocations.InFile(first, frames, 1))),
                List.of(4, 3),
                OptionalInt.of(16),
                new LinkedParts(parts));
    }
}
