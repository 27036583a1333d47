package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a dataset share a data block only where one description is true of both. */
final class SharedInstrumentTest {

    private static final Vector3 X = new Vector3(-1, 0, 0);
    private static final Vector3 Y = new Vector3(0, -1, 0);
    private static final BigDecimal PIXEL = new BigDecimal("0.172");
    private static final Section SECTION = new Section(List.of(30, 60), List.of(0, 20));

    private static final List<Scan> SCANS = List.of(new Scan(
            "SCAN1",
            List.of(),
            new FrameLocations(List.of(new FrameLocations.InFile(
                    new FrameLocation(Path.of("/data/run_1.h5"), FrameLocation.Format.HDF5, Optional.of("/e/d"), 0),
                    3,
                    1)))));

    private static final Axis OMEGA = rotation("omega", X, Vector3.ZERO);
    private static final Axis DISTANCE = new Axis("det_z", Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
    private static final Measurement ONE = measurement(OMEGA, DISTANCE, element(PIXEL, 30, new Vector3(3, 2, 0), X));

    @Test
    void whatIsTheSameIsShared() {
        assertThat(SharedInstrument.difference(ONE, ONE)).isEmpty();
    }

    /** A tenth of a micrometre and 1e-7 are what is left of computing it. */
    @ParameterizedTest
    @MethodSource("almostTheSame")
    void whatIsWithinRoundingIsShared(Measurement other) {
        assertThat(SharedInstrument.difference(ONE, other)).isEmpty();
        assertThat(SharedInstrument.difference(other, ONE)).isEmpty();
    }

    static Stream<Measurement> almostTheSame() {
        return Stream.of(
                measurement(OMEGA, DISTANCE, element(new BigDecimal("0.1720"), 30, new Vector3(3, 2, 0.00009), X)),
                measurement(
                        rotation("omega", new Vector3(-1, 0.9e-7, 0).direction(), new Vector3(0.00009, 0, 0)),
                        DISTANCE,
                        element(PIXEL, 30, new Vector3(3, 2, 0), X)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatDiffersIsNamed(String what, Measurement other) {
        assertThat(SharedInstrument.difference(ONE, other)).contains(what);
        assertThat(SharedInstrument.difference(other, ONE)).contains(what);
    }

    static Stream<Arguments> others() {
        DetectorElement element = ONE.elements().get(0);
        Axis kappa = rotation("kappa", X, Vector3.ZERO);
        String goniometer = "the axes of the goniometer";
        String detector = "the axes of the detector";
        String itself = "the size or the place of detector element ELEMENT1";
        return Stream.of(
                Arguments.of(
                        "the bits of a pixel",
                        new Measurement(ONE.goniometer(), ONE.detector(), ONE.elements(), SCANS, 16)),
                Arguments.of(goniometer, measurement(kappa, DISTANCE, element)),
                Arguments.of(
                        goniometer,
                        measurement(new Axis("omega", Axis.Kind.TRANSLATION, X, Vector3.ZERO), DISTANCE, element)),
                Arguments.of(
                        goniometer,
                        measurement(
                                rotation("omega", new Vector3(-1, 1.1e-7, 0).direction(), Vector3.ZERO),
                                DISTANCE,
                                element)),
                Arguments.of(
                        goniometer, measurement(rotation("omega", X, new Vector3(0, 0.00011, 0)), DISTANCE, element)),
                Arguments.of(
                        goniometer,
                        new Measurement(
                                new AxisChain(List.of(OMEGA, kappa)), ONE.detector(), ONE.elements(), SCANS, 32)),
                Arguments.of(detector, measurement(OMEGA, rotation("two_theta", X, Vector3.ZERO), element)),
                Arguments.of(
                        "the number of detector elements",
                        new Measurement(ONE.goniometer(), ONE.detector(), List.of(element, element), SCANS, 32)),
                Arguments.of(itself, measurement(OMEGA, DISTANCE, element(PIXEL, 31, new Vector3(3, 2, 0), X))),
                Arguments.of(
                        itself,
                        measurement(OMEGA, DISTANCE, element(new BigDecimal("0.171"), 30, new Vector3(3, 2, 0), X))),
                Arguments.of(itself, measurement(OMEGA, DISTANCE, element(PIXEL, 30, new Vector3(3.00011, 2, 0), X))),
                Arguments.of(
                        itself,
                        measurement(
                                OMEGA,
                                DISTANCE,
                                element(PIXEL, 30, new Vector3(3, 2, 0), new Vector3(-1, 0, 1.1e-7).direction()))),
                Arguments.of(itself, measurement(OMEGA, DISTANCE, element.in(SECTION))),
                Arguments.of(itself, measurement(OMEGA, DISTANCE, inArray(1))),
                Arguments.of(itself, measurement(OMEGA, DISTANCE, onBranch(kappa))));
    }

    /** To a millionth, as a file that states it in single precision. */
    @ParameterizedTest
    @CsvSource({"2.000000, 2.0000019, true", "2.000000, 2.0000021, false", "2.000000, 1.9999979, false", "?, ?, true"})
    void wavelengthsAreTheSameToAMillionth(String one, String other, boolean shared) {
        assertThat(SharedInstrument.differenceOfBeam(wavelength(one), wavelength(other))
                        .isEmpty())
                .isEqualTo(shared);
    }

    @Test
    void aWavelengthThatOnlyOneKnowsIsNotShared() {
        assertThat(SharedInstrument.differenceOfBeam(wavelength("2.0"), wavelength("?")))
                .contains("the wavelength");
        assertThat(SharedInstrument.differenceOfBeam(wavelength("2.0"), wavelength("1.0")))
                .contains("the wavelength, 1.0 and not 2.0");
    }

    private static Map<ItemName, CifValue> wavelength(String text) {
        return text.equals("?")
                ? Map.of()
                : Map.of(ItemName.parse("_diffrn_radiation_wavelength.value"), CifValue.number(new BigDecimal(text)));
    }

    private static Measurement measurement(Axis goniometer, Axis detector, DetectorElement element) {
        return new Measurement(
                new AxisChain(List.of(goniometer)), new AxisChain(List.of(detector)), List.of(element), SCANS, 32);
    }

    private static Axis rotation(String name, Vector3 vector, Vector3 offset) {
        return new Axis(name, Axis.Kind.ROTATION, vector, offset);
    }

    private static DetectorElement element(BigDecimal pixel, int fastSize, Vector3 origin, Vector3 fast) {
        return new DetectorElement("ELEMENT1", origin, fast, Y, pixel, PIXEL, fastSize, 20);
    }

    private static DetectorElement inArray(int number) {
        return new DetectorElement(
                "ELEMENT1",
                AxisChain.EMPTY,
                new Vector3(3, 2, 0),
                X,
                Y,
                PIXEL,
                PIXEL,
                30,
                20,
                Optional.empty(),
                number);
    }

    private static DetectorElement onBranch(Axis axis) {
        return new DetectorElement(
                "ELEMENT1",
                new AxisChain(List.of(axis)),
                new Vector3(3, 2, 0),
                X,
                Y,
                PIXEL,
                PIXEL,
                30,
                20,
                Optional.empty());
    }
}
