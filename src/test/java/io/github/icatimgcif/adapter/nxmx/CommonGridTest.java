package io.github.icatimgcif.adapter.nxmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two modules of 7 x 5 pixels of 0.172 x 0.171 mm above one another in images of 7 x 12. */
final class CommonGridTest {

    private static final Vector3 FAST = new Vector3(-1, 0, 0);
    private static final Vector3 SLOW = new Vector3(0, -1, 0);

    private final Findings findings = new Findings();

    @Test
    void modulesOnTheGridOfTheImageAreOneArrayWithItsGaps() {
        List<DetectorElement> joined = joined(module(0, 0, "0.171", SLOW), module(7, 0, "0.171", SLOW));

        assertThat(joined).singleElement().satisfies(whole -> {
            assertThat(whole.section()).isEmpty();
            assertThat(whole.slowSize()).isEqualTo(12);
            assertThat(whole.origin().minus(new Vector3(0.5, 0.9, 0)).length()).isLessThan(1e-12);
        });
        assertThat(findings.all())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("its 2 modules lie on one grid of pixels"));
    }

    /** 0.1 micrometres are a tenth of what is noticed as an error; a tilt of 1e-6 shows as one over 100 mm. */
    @ParameterizedTest
    @CsvSource({"0.0002, 0.171, 0", "0, 0.1711, 0", "0, 0.171, 0.000001"})
    void aModuleOffTheGridLeavesAllAsTheyAre(double shift, String pixel, double tilt) {
        DetectorElement other = module(7, shift, pixel, new Vector3(0, -1, tilt));

        assertThat(joined(module(0, 0, "0.171", SLOW), other)).hasSize(2);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aPlaceThatIsNoNumberIsNotOnTheGrid() {
        DetectorElement nowhere = module(7, Double.NaN, "0.171", SLOW);

        assertThat(joined(module(0, 0, "0.171", SLOW), nowhere)).hasSize(2);
        assertThat(joined(nowhere, module(0, 0, "0.171", SLOW))).hasSize(2);
    }

    @Test
    void oneModuleAndStacksStayAsTheyAre() {
        assertThat(joined(module(0, 0, "0.171", SLOW))).hasSize(1);
        assertThat(new CommonGrid(List.of(), images(7, 12, 2), findings)
                        .joined(List.of(module(0, 0, "0.171", SLOW), module(7, 0, "0.171", SLOW)), "/detector"))
                .hasSize(2);
    }

    private List<DetectorElement> joined(DetectorElement... modules) {
        return new CommonGrid(List.of(), images(7, 12), findings).joined(List.of(modules), "/detector");
    }

    private static ImageData images(Integer... sizes) {
        FrameLocation frame = new FrameLocation(Path.of("/x.h5"), FrameLocation.Format.HDF5, Optional.of("/data"), 0);
        return new ImageData(
                new FrameLocations(List.of(new FrameLocations.InFile(frame, 1, 1))),
                List.of(sizes),
                OptionalInt.of(16));
    }

    private static DetectorElement module(int row, double shift, String slowPixel, Vector3 slow) {
        return new DetectorElement(
                "M" + row,
                AxisChain.EMPTY,
                new Vector3(0.5, 0.9 - 0.171 * row - shift, 0),
                FAST,
                slow,
                new BigDecimal("0.172"),
                new BigDecimal(slowPixel),
                7,
                5,
                Optional.of(new Section(List.of(7, 12), List.of(0, row))));
    }
}
