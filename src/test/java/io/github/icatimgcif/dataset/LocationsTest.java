package io.github.icatimgcif.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocationsTest {

    @ParameterizedTest
    @CsvSource({
        "/data/visitor/mx1/run_1, /data/visitor/mx1/run_1/, true",
        "/data/visitor/mx1/run_1, /mnt/storage/data/visitor/mx1/run_1, true",
        "/gpfs/easy/data/visitor/mx1/run_1, /mnt/visitor/mx1/run_1, true",
        "/mnt/one/mx1/S1/run_1, /mnt/two/mx1/S1/run_1, true",
        "/data/visitor/mx1/run_1, /data/visitor/mx1/run_1/run_1_master.h5, true",
        "/data/visitor/mx1/run_1/run_1_master.h5, /data/visitor/mx1/run_1, true",
        "/data/visitor/mx1/id30a1/20240611/RAW_DATA/S1/run_1/dc_1,"
                + " /data/visitor/mx1/id30a1/20240611/RAW_DATA/S2/run_1/dc_1, false",
        "/data/visitor/mx1/id30a1/20240611/RAW_DATA/S1/run_1/dc_1,"
                + " /mnt/visitor/mx1/id30a1/20240611/RAW_DATA/S2/run_1/dc_1, false",
        "/data/visitor/mx1/run_1, /data/visitor/mx2/run_1, false",
        "/data/visitor/mx1/run_1, /data/visitor/mx1/run_11, false",
        "/data/S1/run_1/dc_1, /data/S2/run_1/dc_1, false",
        "/data/20240101/mx1/S1/run_1/dc_1, /data/20240202/mx1/S1/run_1/dc_1, false",
        "/20240101/mx1/S1/run_1/dc_1, /20240202/mx1/S1/run_1/dc_1, false",
        "/data/run_1, /mnt/run_1, false"
    })
    void locationsUnderTwoMountPointsAreOneAndThoseThatDifferFartherDownAreNot(
            String one, String other, boolean expected) {
        assertThat(Locations.mayBeOne(one, other)).isEqualTo(expected);
        assertThat(Locations.mayBeOne(other, one)).isEqualTo(expected);
    }
}
