package io.github.icatimgcif.adapter.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.shared.Python;
import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of real detectors; sums and limits are those that dxtbx (CBF) and h5py (HDF5) find. */
final class RealImagesTest {

    @ParameterizedTest
    @CsvSource({
        "minicbf_thaumatin/thau_3_2_0001.cbf.bz2, BZ2, 2463, 2527, 20608414, -2, 114000, 526726",
        "minicbf_eiger16M/dlsnxs2cbf_therm_0001.cbf.gz, GZ, 4148, 4362, -1210773, -2, 404, 1253320",
        "fullcbf_kappa/phi_scan_001.cbf, , 487, 619, -16611, -2, 1, 16592"
    })
    void cbf(String file, String compression, int fast, int slow, long sum, long least, long most, long negative) {
        Path path = SharedFolder.at("data/raw/" + file);
        ImageLink link = new ImageLink(
                String.valueOf(path.getFileName()),
                Optional.of("CBF"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(compression));

        Image image = new StoredImages()
                .read(link, new LocalFolder(path.resolveSibling(".").normalize()));

        assertThat(image.type()).isEqualTo(ElementType.SIGNED_32);
        assertThat(image.fast()).isEqualTo(fast);
        assertThat(image.slow()).isEqualTo(slow);
        LongSummaryStatistics values = values(image).summaryStatistics();
        assertThat(values.getSum()).isEqualTo(sum);
        assertThat(values.getMin()).isEqualTo(least);
        assertThat(values.getMax()).isEqualTo(most);
        assertThat(values(image).filter(value -> value < 0).count()).isEqualTo(negative);
    }

    @ParameterizedTest
    @CsvSource({"bslz4, 000001, 1", "bslz4, 000002, 2", "lz4, 000001, 2", "lz4, 000002, 1"})
    void eiger(String filter, String number, String frame) {
        Path folder = SharedFolder.at("data/raw/eiger_pixels");
        ImageLink link = new ImageLink(
                "eiger1_testmode10_2datafiles_4images_" + filter + "_data_" + number + ".h5",
                Optional.of("HDF5"),
                Optional.of("/entry/data/data"),
                Optional.of(frame),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        Image image = new StoredImages().read(link, new LocalFolder(folder));

        assertThat(image.type()).isEqualTo(ElementType.UNSIGNED_16);
        assertThat(image.fast()).isEqualTo(1030);
        assertThat(image.slow()).isEqualTo(1065);
        assertThat(values(image).sum()).isEqualTo(2511479273L);
        assertThat(image.storage().filters()).containsExactly(filter.equals("lz4") ? 32004 : 32008);
    }

    /** The generator tells the sum of each frame beside its files. */
    @ParameterizedTest
    @ValueSource(strings = {"bslz4", "bszstd", "lz4", "gzip", "none"})
    void generatedThroughEachFilter(String filter, @TempDir Path folder) throws IOException, InterruptedException {
        Python.generate("fw2legacy", folder, List.of("--filter", filter, "--frames", "3", "--pixels", "all"));
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("x.truth.json").toFile());
        for (int frame = 0; frame < 3; frame++) {
            // Through the link of the master.
            ImageLink link = new ImageLink(
                    "x_master.h5",
                    Optional.of("HDF5"),
                    Optional.of("/entry/data/data_000001"),
                    Optional.of(Integer.toString(frame + 1)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            Image image = new StoredImages().read(link, new LocalFolder(folder));

            assertThat(image.fast()).isEqualTo(320);
            assertThat(image.slow()).isEqualTo(256);
            assertThat(values(image).sum())
                    .isEqualTo(truth.at("/frame_checks/" + frame + "/sum").asLong());
        }
    }

    private static LongStream values(Image image) {
        return LongStream.range(0, image.count()).map(i -> image.value((int) i));
    }
}
