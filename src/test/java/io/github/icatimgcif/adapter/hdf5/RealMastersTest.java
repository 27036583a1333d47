package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.shared.SharedFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masters that beamlines wrote; the figures were read with h5py. */
final class RealMastersTest {

    @ParameterizedTest
    @CsvSource({
        "nxmx_Therm_6_2, Therm_6_2.nxs, 0.9802735610373182, 488, 174.0, 295.75, 1, Therm_6_2_000001.h5",
        "nxmx_P5P1, FJ_P5P1_1_master.h5, 0.9760062346, 3600, 0.0, 359.90000000000003, 4, FJ_P5P1_1_000004.h5",
        "nxmx_ins_8_5, ins_8_5.nxs, 0.976253543307, 3600, 0.0, 359.90000000000003, 4, ins_8_5_000004.h5"
    })
    void aMasterOfDiamondIsRead(
            String folder,
            String master,
            String wavelength,
            int frames,
            String first,
            String last,
            int runs,
            String lastFile) {
        Path data = SharedFolder.at("data/raw").resolve(folder);
        try (Hdf5File file = Hdf5File.open(data.resolve(master), new DataRoots(List.of(data)))) {
            NumberColumn omega = Fixtures.dataset(file, "/entry/data/omega").numbers();
            Located located = FrameLocator.locate(Fixtures.dataset(file, "/entry/data/data"));

            assertThat(Fixtures.dataset(file, "/entry/definition").text()).contains("NXmx");
            assertThat(Fixtures.dataset(file, "/entry/instrument/beam/incident_wavelength")
                            .numbers()
                            .first()
                            .orElseThrow())
                    .hasToString(wavelength);
            assertThat(omega.size()).isEqualTo(frames);
            assertThat(omega.decimal(0).orElseThrow()).hasToString(first);
            assertThat(omega.decimal(frames - 1).orElseThrow()).hasToString(last);
            assertThat(located.frames().count()).isEqualTo(frames);
            assertThat(located.frames().runs()).hasSize(runs);
            assertThat(located.frames().at(frames - 1).orElseThrow().file().getFileName())
                    .hasToString(lastFile);
            assertThat(located.missing()).isEmpty();
        }
    }

    @Test
    void aMasterOfAnEigerOfTheFirstGenerationIsRead() {
        Path data = SharedFolder.at("data/raw/eiger1_filewriter");
        try (Hdf5File file = Hdf5File.open(data.resolve("dectris_eiger_master.h5"), new DataRoots(List.of(data)))) {
            assertThat(Fixtures.dataset(file, "/entry/instrument/detector/description")
                            .text())
                    .contains("Dectris Eiger 9M");
            assertThat(Fixtures.dataset(file, "/entry/instrument/detector/x_pixel_size")
                            .numbers()
                            .first()
                            .orElseThrow())
                    .isEqualByComparingTo("0.000075");
            assertThat(FrameLocator.locate(Fixtures.group(file, "/entry/data"), "data_")
                            .frames()
                            .count())
                    .isEqualTo(1);
        }
    }
}
