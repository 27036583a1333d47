package io.github.icatimgcif.judge.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FramePictureTest {

    private static final StoredFiles NOWHERE = new LocalFolder(Path.of("nowhere"));
    private static final int MASK = 65535;

    @Test
    void theFirstFrameOfTheFirstScanIsRead() throws IOException {
        DataBlock block = golden("two_theta");
        List<ImageLink> asked = new ArrayList<>();

        FramePicture picture = FramePicture.of(block, Scene.of(block), remembering(asked), NOWHERE);

        assertThat(picture.frame()).isEqualTo("FRAME1");
        assertThat(asked)
                .containsExactly(new ImageLink(
                        "raw/x_000001.h5",
                        Optional.of("HDF5"),
                        Optional.of("/data"),
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aFrameThatCannotBeReadIsPassedOver() throws IOException {
        DataBlock block = golden("two_theta");
        Images secondOnly = (link, stored) -> {
            if (link.frame().equals(Optional.of("1"))) {
                throw new ImageUnreadable("the chunk of frame 1 is damaged");
            }
            return plain(2463, 2527);
        };

        assertThat(FramePicture.of(block, Scene.of(block), secondOnly, NOWHERE).frame())
                .isEqualTo("FRAME2");
    }

    @Test
    void whereNoneCanBeReadItIsToldWhy() throws IOException {
        DataBlock block = golden("two_theta");
        Images none = (link, stored) -> {
            throw new ImageUnreadable("the chunk of frame " + link.frame().orElse("?") + " is damaged");
        };

        assertThatThrownBy(() -> FramePicture.of(block, Scene.of(block), none, NOWHERE))
                .isInstanceOf(ImageUnreadable.class)
                .hasMessage("the chunk of frame 1 is damaged");
    }

    @Test
    void anImageOfAnotherSizeIsRefused() throws IOException {
        DataBlock block = golden("two_theta");

        assertThatThrownBy(() -> FramePicture.of(block, Scene.of(block), (link, stored) -> plain(2527, 2463), NOWHERE))
                .hasMessage("the image has 2527 x 2463 pixels; the block says 2463 x 2527");
    }

    @Test
    void aSpotOfOnePixelIsSeenAndAMaskedPixelIsNot() {
        int[] values = new int[7 * 5];
        values[2 * 7 + 4] = 900; // fast 4, slow 2
        values[0] = MASK;
        values[1] = MASK;
        values[7] = MASK;
        values[8] = MASK;

        Pooled pooled = Pooled.of(new Image(ElementType.UNSIGNED_16, 7, 5, values), 0, 0, 7, 5, 2);
        Pixels pixels = pooled.pixels(new long[] {0, 900});

        assertThat(pixels.width()).isEqualTo(4);
        assertThat(pixels.height()).isEqualTo(3);
        assertThat(pixels.grey(2, 1)).isEqualTo(Pixels.STRONGEST);
        assertThat(pixels.grey(0, 0)).isEqualTo(Pixels.MASKED);
        assertThat(pixels.grey(3, 2)).isEqualTo(Pixels.FAINTEST);
    }

    /** From Bragg's law and the swing of 20 degrees, without the code of the drawing: angle at the sample between beam and place. */
    @Test
    void aRingIsWhereItsLatticePlanesDiffractTo() throws IOException {
        Scene scene = Scene.of(golden("two_theta"));
        double wavelength = 0.976223;

        List<List<Vector3>> arcs = ResolutionRings.ring(scene, 1.5, wavelength).arcs();

        assertThat(arcs).isNotEmpty();
        for (Vector3 place : arcs.get(0)) {
            double angle = Math.acos(
                    -place.z() / Math.sqrt(place.x() * place.x() + place.y() * place.y() + place.z() * place.z()));
            assertThat(wavelength / (2 * Math.sin(angle / 2))).isCloseTo(1.5, within(1e-9));
            // on the plane at 182.4375 mm that is swung by 20 degrees about X
            assertThat(place.y() * Math.sin(Math.toRadians(20)) - place.z() * Math.cos(Math.toRadians(20)))
                    .isCloseTo(182.4375, within(1e-9));
        }
    }

    @Test
    void anAxisWithoutASettingIsNotSaidToStandAtZero() throws IOException {
        assertThat(new LaboratoryPicture(Scene.of(golden("esrf_id29"))).described())
                .contains("Axes of the goniometer: LABORATORY_X (no setting). ");
        assertThat(new LaboratoryPicture(Scene.of(golden("two_theta"))).described())
                .containsPattern("Axes of the goniometer: omega [0-9.]+\u00B0");
    }

    @Test
    void aSceneKnowsWhereTheBeamMeetsTheDetector() throws IOException {
        assertThat(Scene.of(golden("two_theta")).beamPlace()).hasValueSatisfying(place -> {
            Pixel pixel = place.pixel();
            assertThat(pixel.fast()).isCloseTo(1217.0, within(1e-6));
            assertThat(pixel.slow()).isCloseTo(1648.065, within(1e-3));
        });
    }

    private static Images remembering(List<ImageLink> asked) {
        return (link, stored) -> {
            asked.add(link);
            return plain(2463, 2527);
        };
    }

    private static Image plain(int fast, int slow) {
        return new Image(ElementType.UNSIGNED_16, fast, slow, new int[fast * slow]);
    }

    private static DataBlock golden(String name) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("src/test/resources/golden", name, "expected.cif"))) {
            return new CifReader().read(in).get(0);
        }
    }
}
