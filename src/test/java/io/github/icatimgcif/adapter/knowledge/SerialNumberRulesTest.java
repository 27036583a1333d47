package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped files know of a detector by its serial number alone; directions are in the McStas frame. */
final class SerialNumberRulesTest {

    private final BeamlineFiles beamlines = BeamlineFiles.read(FacilityFiles.of(Path.of("no/such/folder")), "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-32-0105                                 | 2018-01-01 | BioMAX    | 0 1 0",
                "Dectris Eiger 16M, S/N E-32-0105          | 2018-01-01 | BioMAX    | 0 1 0",
                "E-18-0133, ESRF ID23                      | 2023-05-02 | ID23-2    | 0 1 0",
                "E-32-0107                                 | 2021-05-21 | P14       | 0 1 0",
                "E-32-0129                                 | 2021-05-22 | P14       | 0 1 0",
                "PILATUS 6M-F, S/N 60-0115-F               | 2016-01-01 | P14       | 0 1 0",
                "PILATUS 6M-F, S/N 60-0115-F               | 2022-01-01 | P14       | 0 1 0",
                "PILATUS3 6M, S/N 60-0119                  | 2019-09-11 | I24       | 0 1 0",
                "E-18-0102                                 | 2017-01-01 | PROXIMA 2 | -1 0 0",
                "E-32-0114                                 | 2018-01-01 | ''        | 1 0 0",
                "E-32-0112                                 | 2018-01-01 | ''        | 1 0 0",
                "E-18-0103                                 | 2018-01-01 | ''        | 1 0 0",
                "PILATUS3 6M, S/N 60-0125                  | 2018-01-01 | BL41XU    | 1 0 0",
                "E-32-0123                                 | 2021-01-01 | ID7B2     | 1 0 0",
                "PILATUS3 6M, S/N 60-0127                  | 2018-01-01 | F1        | 1 0 0",
                "Dectris Eiger 16M, S/N E-32-0111          | 2020-01-01 | BL17U1    | 1 0 0",
                "PILATUS3 6M, S/N 60-0123                  | 2018-01-01 | BL18U1    | 1 0 0",
                "PILATUS3 6M, S/N XX-XXX                   | 2018-01-01 | BL19U1    | 1 0 0",
                "PILATUS3 6M, S/N 60-0132                  | 2018-01-01 | 19-ID     | 1 0 0",
                "ADSC-458                                  | 2006-01-01 | 19-ID     | 1 0 0",
                "ADSC-914                                  | 2009-01-01 | 19-ID     | 1 0 0",
                "ADSC-457                                  | 2010-08-10 | ''        | 1 0 0",
                "ADSC-928                                  | 2012-01-01 | ''        | 1 0 0",
                "ADSC-915                                  | 2010-01-01 | BL38B1    | 1 0 0",
                "PILATUS 6M-F, S/N 60-0114-F               | 2018-01-01 | VMXi      | 0 1 0",
                "PILATUS 12M, S/N 120-0100                 | 2016-03-31 | I23       | 1 0 0"
            })
    void theAxisOfADetectorIsKnown(String serial, LocalDate day, String beamline, String axis) {
        BeamlinePeriod period = only(serial, day);

        assertThat(period.name()).isEqualTo(beamline);
        assertThat(period.detector(serial).orElseThrow().rotationAxis()).contains(vector(axis));
    }

    @ParameterizedTest
    @CsvSource({"E-32-0107, 2021-05-22", "E-32-0129, 2021-05-21", "60-0119, 2014-12-31", "60-0114-F, 2016-12-31"})
    void nothingIsKnownOfADetectorAtAnotherTime(String serial, LocalDate day) {
        assertThat(beamlines.bySerialNumber(serial, Optional.of(day))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60-010",
                "160-0100",
                "60-0115",
                "E-32-01050",
                "AE-32-0105",
                "Dectris",
                "6M",
                "457",
                "ADSC-4570"
            })
    void anotherNumberIsAnotherDetector(String serial) {
        assertThat(beamlines.bySerialNumber(serial, Optional.of(LocalDate.of(2020, 1, 1))))
                .isEmpty();
    }

    @Test
    void withoutADayOnlyWhatHoldsTodayIsKnown() {
        assertThat(beamlines.bySerialNumber("E-32-0107", Optional.empty())).isEmpty();
        assertThat(beamlines.bySerialNumber("E-32-0129", Optional.empty())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PILATUS 6M, S/N 60-0100 Diamond", "PILATUS3 6M, S/N 60-0126"})
    void theMiniKappaOfDiamondIsTurnedIntoTheMcStasFrame(String serial) {
        List<Axis> axes = axes(only(serial, LocalDate.of(2012, 1, 1)));

        assertThat(axes).extracting(Axis::name).containsExactly("omega", "kappa", "phi");
        Vector3 kappa = axes.get(1).vector();
        assertThat(kappa.minus(new Vector3(-0.914, 0.279, 0.297)).length()).isLessThan(1e-3);
    }

    @Test
    void i23HasAKappaGoniometerSinceApril2016() {
        List<Axis> axes = axes(only("PILATUS 12M, S/N 120-0100", LocalDate.of(2016, 4, 1)));

        assertThat(axes).extracting(Axis::name).containsExactly("omega", "kappa", "phi");
        double alpha = Math.toRadians(50);
        Vector3 kappa = new Vector3(-Math.cos(alpha), -Math.sin(alpha), 0);
        assertThat(axes.get(1).vector().minus(kappa).length()).isLessThan(1e-6);
    }

    @Test
    void theEiger16MWithMiniCbfIsOnASmarGon() {
        assertThat(axes(only("EIGER 16M XR4i S/N 160-0001 Diamond", LocalDate.of(2019, 2, 14))))
                .extracting(Axis::vector)
                .containsExactly(new Vector3(-1, 0, 0), new Vector3(0, 0, 1), new Vector3(-1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"X.CW, 0 1 0", "X.CW +SLOW, 0 1 0", "X.CW +FAST, 1 0 0", "x.cw -fast, 1 0 0"})
    void platesAtI24TurnAboutAHorizontalAxis(String oscillationAxis, String axis) {
        BeamlinePeriod period = only("60-0119", LocalDate.of(2019, 9, 11))
                .as(term -> Optional.ofNullable(
                        Map.of("minicbf:Oscillation_axis", oscillationAxis).get(term.toString())));

        assertThat(period.detector("60-0119").orElseThrow().rotationAxis()).contains(vector(axis));
    }

    @Test
    void withAlphaTheKappaAxisOfProxima1IsNotKnownAndWithoutItThereIsASmarGon() {
        BeamlinePeriod period = only("PILATUS 6M, S/N 60-0106, Soleil", LocalDate.of(2015, 1, 1));

        assertThat(period.as(term -> Optional.of("50.0 deg.")).goniometer()).isEmpty();
        assertThat(axes(period.as(term -> Optional.empty())))
                .extracting(Axis::name)
                .containsExactly("omega", "chi", "phi");
    }

    @ParameterizedTest
    @CsvSource({"E-18-0133, true", "E-32-0105, true", "E-32-0123, true", "E-32-0114, false", "60-0119, false"})
    void onlyFilesThatAreKnownToBeWrongAreOverridden(String serial, boolean overrides) {
        assertThat(only(serial, LocalDate.of(2019, 9, 11))
                        .detector(serial)
                        .orElseThrow()
                        .overridesFile())
                .isEqualTo(overrides);
    }

    private BeamlinePeriod only(String serial, LocalDate day) {
        List<BeamlinePeriod> found = beamlines.bySerialNumber(serial, Optional.of(day));
        assertThat(found).as("beamlines with " + serial).hasSize(1);
        return found.get(0);
    }

    private static List<Axis> axes(BeamlinePeriod period) {
        return period.goniometer().orElseThrow().axes().axes();
    }

    private static Vector3 vector(String text) {
        String[] numbers = text.split(" ", -1);
        return new Vector3(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }
}
