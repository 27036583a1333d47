package io.github.icatimgcif.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "archive.example.org, archive.example.org, 443, true",
        "archive.example.org, archive.example.org, 80, true",
        "archive.example.org, archive.example.org, 8443, false",
        "archive.example.org, archive.example.org, 22, false",
        "archive.example.org, a.archive.example.org, 443, false",
        "archive.example.org, archive.example.org.evil.example, 443, false",
        "archive.example.org, xarchive.example.org, 443, false",
        "Archive.Example.Org, archive.example.org, 443, true",
        "archive.example.org:8443, archive.example.org, 8443, true",
        "archive.example.org:8443, archive.example.org, 443, false",
        "*.example.org, a.example.org, 443, true",
        "*.example.org, a.b.example.org, 443, true",
        "*.example.org, example.org, 443, false",
        "*.example.org, evilexample.org, 443, false",
        "*.example.org:8443, a.example.org, 8443, true",
        "*.example.org:8443, a.example.org, 443, false",
        "bücher.example, xn--bcher-kva.example, 443, true",
        "[2001:db8::1]:8443, [2001:db8::1], 8443, true",
        "192.0.2.1, 192.0.2.1, 80, true",
        "192.0.2.1, 192.0.2.11, 80, false",
    })
    void aHostIsListedExactlyOrBelow(String pattern, String host, int port, boolean isListed) {
        assertThat(HostPattern.parse(pattern).matches(host, port)).isEqualTo(isListed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.org",
                "*.*.org",
                "a.*.org",
                "https://archive.example.org",
                "archive.example.org/data",
                "archive.example.org:99999",
                "127.1",
                "0x7f000001",
                "user@archive.example.org",
                "a b",
                "archive.example.org.",
            })
    void whatNamesNoHostsIsRefusedWithWhatWouldBeRight(String pattern) {
        assertThatThrownBy(() -> HostPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write archive.example.org, *.example.org or archive.example.org:8443");
    }
}
