package io.github.icatimgcif.adapter.minicbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MiniHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Detector_distance 0.35127 m",
                "# Detector_distance: 0.35127 m",
                "# Detector_distance = 0.35127 m",
                "# Detector_distance, (0.35127) m",
                "# detector_distance 351.27 mm"
            })
    void aLengthIsFoundBehindAnySeparator(String line) {
        MiniHeader header = MiniHeader.parse(line);

        assertThat(header.lengths("Detector_distance"))
                .singleElement()
                .satisfies(distance -> assertThat(distance).isEqualByComparingTo("351.27"));
    }

    @ParameterizedTest
    @CsvSource({
        "# 2019-09-11T13:20:28.989, 2019-09-11T13:20:28.989",
        "# 2010-Dec-14T21:43:23.655, 2010-Dec-14T21:43:23.655",
        "# 2011/Mar/04 16:31:08.029, 2011/Mar/04 16:31:08.029",
        "# Date: 2019-09-11T13:20:28.989, 2019-09-11T13:20:28.989"
    })
    void theDateHasNoKey(String line, String date) {
        assertThat(MiniHeader.parse(line).text("date")).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "Detector_distance 0.2153, false",
        "Detector_distance 20, false",
        "Detector_distance 215.3, true",
        "Detector_distance 215.3 mm, false",
        "Detector_distance 21.53 m, false",
        "Pixel_size 172e-6 x 172e-6, false",
        "Pixel_size 0.172 x 0.172, true",
        "Pixel_size 172 x 172, true",
        "Pixel_size 172 x 172 um, false",
        "Pixel_size 1e-7 x 1e-7, true",
        "'Silicon sensor, thickness 0.00032', false",
        "'Silicon sensor, thickness 0.320', true"
    })
    void aLengthWithoutAUnitIsMetresOnlyIfItCanBe(String line, boolean needsUnit) {
        MiniHeader header = MiniHeader.parse("# " + line);
        String key = line.startsWith("Silicon") ? "sensor_thickness" : line.split(" ")[0];

        assertThat(header.needsUnit(key)).isEqualTo(needsUnit);
        assertThat(header.lengths(key).isEmpty()).isEqualTo(needsUnit);
    }

    @Test
    void aLengthWhoseDigitsAreDividedByACommaIsNone() {
        assertThat(MiniHeader.parse("# Pixel_size 0,000172 m x 0,000172 m").lengths("Pixel_size"))
                .isEmpty();
    }

    @Test
    void bothSidesOfAPixelAreRead() {
        MiniHeader header = MiniHeader.parse("# Pixel_size 172e-6 m x 171e-6 m");

        assertThat(header.lengths("Pixel_size")).containsExactly(new BigDecimal("0.172"), new BigDecimal("0.171"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# Silicon sensor, thickness 0.000320 m | Silicon | 0.000320",
                "# CdTe sensor thickness 0.000750 m | CdTe | 0.000750",
                "# Silicon sensor, thickness: 450 um | Silicon | 450"
            })
    void theSensorHasItsMaterialForAKey(String line, String material, String thickness) {
        MiniHeader header = MiniHeader.parse(line);

        assertThat(header.text("sensor_material")).contains(material);
        assertThat(header.number("sensor_thickness")).contains(new BigDecimal(thickness));
        assertThat(header.unit("sensor_thickness")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "# Detector: PILATUS3 6M, S/N 60-0119 | PILATUS3 6M | 60-0119 | -",
                "# Detector: PILATUS 100K, S/N 1-0009, Desy | PILATUS 100K | 1-0009 | Desy",
                "# Detector: PILATUS3 6M, S/N 60-0128, ESRF ID29 | PILATUS3 6M | 60-0128 | ESRF ID29",
                "# Detector: EIGER 16M XR4i S/N 160-0001 Diamond | EIGER 16M XR4i | 160-0001 | Diamond",
                "# Detector: Dectris Eiger 9M | Dectris Eiger 9M | - | -"
            })
    void theNameOfADetectorComesApart(String line, String name, String serialNumber, String place) {
        MiniHeader header = MiniHeader.parse(line);

        assertThat(header.detector()).contains(name);
        assertThat(header.serialNumber().orElse(null)).isEqualTo(serialNumber);
        assertThat(header.place().orElse(null)).isEqualTo(place);
    }

    @Test
    void nilIsNoText() {
        assertThat(MiniHeader.parse("# Flat_field: (nil)").text("Flat_field")).isEmpty();
    }

    @Test
    void zeroIsNotKnown() {
        assertThat(MiniHeader.parse("# Flux 0.000000").known("Flux")).isEmpty();
        assertThat(MiniHeader.parse("# Flux 1.396021").known("Flux")).contains(new BigDecimal("1.396021"));
    }

    @Test
    void anAbbreviatedUnitHasAPoint() {
        assertThat(MiniHeader.parse("# Start_angle 89.9997 deg.").unit("Start_angle"))
                .contains(Unit.DEGREE);
    }

    @Test
    void theSignatureIsNoComment() {
        assertThat(MiniHeader.parse("###CBF: VERSION 1.5, CBFlib v0.7.8 - PILATUS detectors")
                        .isUseful())
                .isFalse();
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(MiniHeader.parse("# Wavelength nan A").number("Wavelength")).isEmpty();
        assertThat(MiniHeader.parse("# Wavelength 1e999 A").number("Wavelength"))
                .isEmpty();
    }

    @Test
    void digitsThatACommaDividesAreNoNumber() {
        MiniHeader header =
                MiniHeader.parse("# Detector_distance 1,5 m\n# Count_cutoff 1,048,500\n# Beam_xy (10.5,20.5)\n");

        assertThat(header.number("Detector_distance")).isEmpty();
        assertThat(header.number("Count_cutoff")).isEmpty();
        assertThat(header.numbers("Beam_xy")).containsExactly(new BigDecimal("10.5"), new BigDecimal("20.5"));
    }
}
