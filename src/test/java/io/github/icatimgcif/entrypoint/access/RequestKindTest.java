package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/datasets, false, ANNOUNCEMENTS",
        "POST, /api/scans, false, ANNOUNCEMENTS",
        "POST, /api/backlogs, false, ANNOUNCEMENTS",
        "POST, /console/datasets/again, false, ANNOUNCEMENTS",
        "POST, /api/checks, false, CHECKS",
        "GET, /api/datasets/4711/report, false, CHECKS",
        "GET, /datasets/by-location/report, false, CHECKS",
        "GET, /datasets/4711, false, CHECKS",
        "GET, /console/convert, false, CHECKS",
        "POST, /console/convert, false, CHECKS",
        "GET, /api/datasets/4711/imgcif, false, DOWNLOADS",
        "HEAD, /datasets/by-location/imgcif, false, DOWNLOADS",
        "GET, /api/datasets/by-location/imgcif, true, EXPORTS",
        "POST, /console/sign-in, false, SIGN_INS",
        "GET, /console/sign-in, false, OTHERS",
        "GET, /api/datasets/4711, false, OTHERS",
        "GET, /api/datasets/by-location, false, OTHERS",
        "GET, /console/backlogs/7/report, false, OTHERS",
        "GET, /checks, false, OTHERS",
        "DELETE, /api/dead-letters, false, OTHERS"
    })
    void aRequestIsOfTheKindOfWhatItCosts(String method, String path, boolean isMade, RequestKind kind) {
        assertThat(RequestKind.of(HttpMethod.valueOf(method), path, isMade)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9%eth0, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void anAddressIsOneOfVersion4OrANetworkOfVersion6(String address, String key) {
        assertThat(ClientAddress.of(address)).isEqualTo(key);
    }
}
