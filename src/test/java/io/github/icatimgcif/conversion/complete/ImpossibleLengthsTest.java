package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detector of 2000 x 2000 pixels on two theta and a translation along the beam. */
final class ImpossibleLengthsTest {

    /** Distance, offset of the first pixel from the beam, size of a pixel, mm, and two theta, degrees. */
    @ParameterizedTest
    @CsvSource({
        "215.3, 75, 0.075, 0",
        "15, 75, 0.075, 0",
        "9000, 0, 0.172, 0",
        "215.3, 75, 0.0005, 0",
        "215.3, 1500, 2, 0",
        "300, -600, 0.075, 0",
        "300, 75, 0.075, 90",
        "300, 75, 0.075, 120",
        "5000, 2500, 0.075, 0"
    })
    void whatBeamlinesHaveIsPossible(double distance, double offset, String pixel, double twoTheta) {
        assertThat(ImpossibleLengths.of(measurement(distance, offset, pixel, twoTheta)))
                .isEmpty();
    }

    @Test
    void aDistanceInMillimetresTakenInMetresIsRefusedWithTheAxisAndWhatItWouldBe() {
        assertThat(ImpossibleLengths.of(measurement(215_300, 75, "0.075", 0)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.subject()).isEqualTo("_diffrn_scan_axis.displacement_start");
                    assertThat(finding.message())
                            .isEqualTo(
                                    "in SCAN1 ELEMENT1 stands 215300 mm from the sample, where no detector can be: det_z is"
                                            + " taken as 215300 mm, and would be possible as 215.3 mm: correct the number or its unit");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0.2153, 0.075, 0.000075, ELEMENT1 stands 0.2153 mm from the sample, det_z is taken as 0.2153 mm",
        "215.3, 12018.75, 0.075, ELEMENT1 stands 11868.75 mm beside the sample, the first pixel of ELEMENT1 is taken as 12018.75",
        "215.3, 75000, 0.075, ELEMENT1 stands 74850.31 mm from the sample, possible as 75 mm"
    })
    void aPlaceThatIsOffByAThousandIsRefused(double distance, double offset, String pixel, String where, String what) {
        assertThat(ImpossibleLengths.of(measurement(distance, offset, pixel, 0)))
                .filteredOn(finding -> finding.subject().equals("_diffrn_scan_axis.displacement_start"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(where, what));
    }

    @ParameterizedTest
    @CsvSource({"75, large", "5.1, large", "0.000075, small"})
    void pixelsThatNoDetectorHasAreRefused(String pixel, String word) {
        assertThat(ImpossibleLengths.of(measurement(215.3, 0, pixel, 0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains(pixel + " x " + pixel + " mm, and no pixel is so " + word))
                .extracting(Finding::isError)
                .isEqualTo(true);
    }

    private static Measurement measurement(double distance, double offset, String pixel, double twoTheta) {
        Axis swing = new Axis("two_theta", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO);
        Axis translation = new Axis("det_z", Axis.Kind.TRANSLATION, new Vector3(0, 0, 1), Vector3.ZERO);
        DetectorElement element = new DetectorElement(
                "ELEMENT1",
                new Vector3(offset, 0, 0),
                new Vector3(-1, 0, 0),
                new Vector3(0, -1, 0),
                new BigDecimal(pixel),
                new BigDecimal(pixel),
                2000,
                2000);
        FrameLocation first = new FrameLocation(
                Path.of("/data/x_data_000001.h5"), FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        return new Measurement(
                AxisChain.EMPTY,
                new AxisChain(List.of(swing, translation)),
                List.of(element),
                List.of(new Scan(
                        "SCAN1",
                        List.of(
                                AxisSetting.constant("two_theta", BigDecimal.valueOf(twoTheta)),
                                AxisSetting.constant("det_z", BigDecimal.valueOf(distance))),
                        new FrameLocations(List.of(new FrameLocations.InFile(first, 10, 1))))),
                32);
    }
}
