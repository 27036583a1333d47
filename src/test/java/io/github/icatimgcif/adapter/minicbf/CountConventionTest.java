package io.github.icatimgcif.adapter.minicbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountConventionTest {

    @ParameterizedTest
    @CsvSource({"'PILATUS3 6M, S/N 60-0119'", "'Dectris Eiger 16M, S/N 160-0001'", "'EIGER2 X 9M, S/N E-18-0104'"})
    void whatIsLessThanZeroIsNoCountOfADetectorThatCountsPhotons(String detector) {
        assertThat(CountConvention.leastCount(frame(detector, -32)))
                .contains(new Reading(Source.SERVICE, CountConvention.LEAST_COUNT, "0", Optional.of("counts")));
    }

    @ParameterizedTest
    @CsvSource({
        "'PILATUS3 6M, S/N 60-0119', 32",
        "'PILATUS3 6M, S/N 60-0119', -16",
        "'PILATUS3 6M, S/N 60-0119', 0",
        "'JUNGFRAU 4M, S/N 47', -32",
        "'', -32"
    })
    void ofOtherPixelsItIsNotKnown(String detector, int bitDepth) {
        assertThat(CountConvention.leastCount(frame(detector, bitDepth))).isEmpty();
    }

    private static MiniFrame frame(String detector, int bitDepth) {
        MiniHeader header = MiniHeader.parse("# Detector: " + detector + "\n# Pixel_size 172e-6 m x 172e-6 m\n");
        return MiniFrame.of(1, "x_00001.cbf", new MiniImage(header, List.of(2463, 2527), bitDepth), Optional.empty());
    }
}
