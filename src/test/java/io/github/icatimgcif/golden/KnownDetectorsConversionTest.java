package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Python;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Raw data that name a known detector and no direction, converted. The rotation axis is X of an imgCIF, so which way it points in the
 * hall shows in where gravity points: with -x of McStas down is 0 -1 0, with +x it is 0 1 0, with +y it is -1 0 0.
 */
final class KnownDetectorsConversionTest {

    private final Path folder;

    KnownDetectorsConversionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"457, 0 1 0", "928, 0 1 0", "458, 0 1 0", "914, 0 1 0", "915, 0 1 0", "920, 0 -1 0"})
    void anSmvOfAKnownDetectorTurnsAboutItsAxis(String number, String gravity) throws IOException {
        String header = """
                {
                HEADER_BYTES=  512;
                TYPE=unsigned_short;
                SIZE1=3072;
                SIZE2=3000;
                PIXEL_SIZE=0.1024;
                DISTANCE=250.0;
                WAVELENGTH=0.9795;
                AXIS=phi;
                OSC_START=10.0;
                OSC_RANGE=1.0;
                DATE=Tue Aug 10 12:00:00 2010;
                DETECTOR_SN=%s;
                DENZO_XBEAM=157.0;
                DENZO_YBEAM=158.0;
                }
                """.formatted(number);
        Files.writeString(folder.resolve("x_001.img"), header + " ".repeat(512 - header.length()));

        assertGravity(gravity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PILATUS3 6M, S/N 60-0132            | 2018 | X, CW      | 0 1 0",
                "PILATUS3 6M, S/N 60-0127            | 2018 | X, CW      | 0 1 0",
                "PILATUS3 6M, S/N 60-0125            | 2018 | X, CW      | 0 1 0",
                "PILATUS3 6M, S/N 60-0123            | 2018 | X, CW      | 0 1 0",
                "PILATUS3 6M, S/N XX-XXX             | 2018 | X, CW      | 0 1 0",
                "Dectris Eiger 16M, S/N E-32-0111    | 2020 | X, CW      | 0 1 0",
                "Dectris Eiger 16M, S/N E-32-0123    | 2021 | X, CW      | 0 1 0",
                "Dectris Eiger 16M, S/N E-32-0105    | 2018 | X.CW       | -1 0 0",
                "Dectris Eiger 16M, S/N E-32-0107    | 2019 | X.CW       | -1 0 0",
                "Dectris Eiger 16M, S/N E-32-0129    | 2022 | X.CW       | -1 0 0",
                "PILATUS 6M-F, S/N 60-0115-F         | 2016 | X.CW       | -1 0 0",
                "PILATUS 6M-F, S/N 60-0114-F         | 2018 | X.CW       | -1 0 0",
                "PILATUS 6M-F, S/N 60-0114-F         | 2014 | X.CW       | 0 -1 0",
                "PILATUS3 6M, S/N 60-0119            | 2019 | X.CW       | -1 0 0",
                "PILATUS3 6M, S/N 60-0119            | 2019 | X.CW +FAST | 0 1 0",
                "PILATUS 6M, S/N 60-0100 Diamond     | 2012 | X.CW       | 0 -1 0",
                "PILATUS3 6M, S/N 60-0126            | 2016 | X.CW       | 0 -1 0"
            })
    void aMiniCbfOfAKnownDetectorTurnsAboutItsAxis(String detector, int year, String axis, String gravity)
            throws IOException {
        Files.write(
                folder.resolve("x_001.cbf"),
                """
                ###CBF: VERSION 1.5
                data_x_001
                _array_data.header_convention "PILATUS_1.2"
                _array_data.header_contents
                ;
                # Detector: %s
                # %d-09-11T13:20:28.989
                # Pixel_size 172e-6 m x 172e-6 m
                # Silicon sensor, thickness 0.000320 m
                # Exposure_time 0.1 s
                # Wavelength 0.9763 A
                # Detector_distance 0.25 m
                # Beam_xy (1229.30, 1200.48) pixels
                # Start_angle 10.0 deg.
                # Angle_increment 0.2 deg.
                # Oscillation_axis %s
                ;
                _array_data.data
                ;
                --CIF-BINARY-FORMAT-SECTION--
                Content-Type: application/octet-stream;
                     conversions="x-CBF_BYTE_OFFSET"
                X-Binary-Size: 4
                X-Binary-Element-Type: "signed 32-bit integer"
                X-Binary-Size-Fastest-Dimension: 2463
                X-Binary-Size-Second-Dimension: 2527

                """.formatted(detector, year, axis).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

        assertGravity(gravity);
    }

    @ParameterizedTest
    @CsvSource({
        "E-32-0114, 2018-01-01, 0 1 0",
        "E-32-0112, 2018-01-01, 0 1 0",
        "E-18-0103, 2018-01-01, 0 1 0",
        "E-32-0123, 2021-01-01, 0 1 0",
        "E-32-0105, 2018-01-01, -1 0 0",
        "E-18-0133, 2018-01-01, -1 0 0",
        "E-32-0107, 2019-01-01, -1 0 0",
        "E-32-0107, 2022-01-01, 0 -1 0",
        "E-32-0129, 2022-01-01, -1 0 0",
        "E-18-0102, 2017-01-01, 0 -1 0"
    })
    void anEigerMasterOfAKnownDetectorTurnsAboutItsAxis(String serial, String day, String gravity)
            throws IOException, InterruptedException {
        Python.generate("eigerv1", folder, List.of("--frames=3"));
        Path master = folder.resolve("x_master.h5");
        assertThat(Python.run(
                                Path.of("src/test/resources/knowledge/other_detector.py"),
                                List.of(master.toString(), serial, day))
                        .exit())
                .isZero();

        assertGravity(gravity);
    }

    private void assertGravity(String gravity) throws IOException {
        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        assertThat(converted.imgCif().orElseThrow()).contains("gravity general gravity . " + gravity + " ");
    }
}
