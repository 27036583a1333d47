package io.github.icatimgcif.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://archive.example.org/a.h5, archive.example.org, 443, /a.h5, https://archive.example.org/a.h5",
        "HTTP://Archive.Example.ORG, archive.example.org, 80, /, http://archive.example.org/",
        "https://archive.example.org:443/a, archive.example.org, 443, /a, https://archive.example.org/a",
        "https://archive.example.org:8443/a, archive.example.org, 8443, /a, https://archive.example.org:8443/a",
        "http://archive.example.org:443/a, archive.example.org, 443, /a, http://archive.example.org:443/a",
        "http://archive.example.org:/a, archive.example.org, 80, /a, http://archive.example.org/a",
        "https://a.example/x%20y?b=%2F#c, a.example, 443, /x%20y?b=%2F, https://a.example/x%20y?b=%2F",
        "https://a.example//x, a.example, 443, //x, https://a.example//x",
        "https://xn--bcher-kva.example/a, xn--bcher-kva.example, 443, /a, https://xn--bcher-kva.example/a",
        "https://under_score.example/a, under_score.example, 443, /a, https://under_score.example/a",
        "https://192.0.2.1/a, 192.0.2.1, 443, /a, https://192.0.2.1/a",
        "https://[2001:DB8::1]:8443/a, [2001:db8::1], 8443, /a, https://[2001:db8::1]:8443/a",
        "https://localhost/a, localhost, 443, /a, https://localhost/a",
        "https://7.example/a, 7.example, 443, /a, https://7.example/a",
        "https://127.0.0.1#@archive.example.org/a, 127.0.0.1, 443, /, https://127.0.0.1/",
        "https://127.0.0.1?@archive.example.org/a, 127.0.0.1, 443, /?@archive.example.org/a,"
                + " https://127.0.0.1/?@archive.example.org/a",
    })
    void aUriHasHostPortAndTarget(String uri, String host, int port, String target, String again) {
        WebAddress address = WebAddress.parse(uri);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.target()).isEqualTo(target);
        assertThat(address).hasToString(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.h5",
                "/a.h5",
                "//archive.example.org/a.h5",
                "file:///etc/passwd",
                "ftp://archive.example.org/a",
                "rsync://archive.example.org/a",
                "gopher://127.0.0.1:6379/_x",
                "jar:https://a.example/x!/y",
                "http:a.h5",
                "http:/a.h5",
                "http:///a.h5",
                "http://",
                "https://user@archive.example.org/a",
                "https://user:secret@archive.example.org/a",
                "https://archive.example.org@127.0.0.1/a",
                "https://archive.example.org%40127.0.0.1/a",
                "https://archive.example.org\\@127.0.0.1/a",
                "https:\\\\127.0.0.1\\a",
                "https://archive.example.org\\.evil.example/a",
                "http://2130706433/a",
                "http://0x7f000001/a",
                "http://0x7f.1/a",
                "http://017700000001/a",
                "http://0177.0.0.1/a",
                "http://127.1/a",
                "http://127.0.1/a",
                "http://127.0.0.01/a",
                "http://127.0.0.256/a",
                "http://127.0.0.1./a",
                "http://1.2.3.4.5/a",
                "http://archive.example.1/a",
                "http://archive.example.0x/a",
                "http://archive.example.org./a",
                "http://archive..example.org/a",
                "http://.example.org/a",
                "http://-a.example.org/a",
                "http://a-.example.org/a",
                "http://bücher.example/a",
                "http://ⓛocalhost/a",
                "http://127。0。0。1/a",
                "http://１２７.0.0.1/a",
                "http://%6c%6f%63alhost/a",
                "http://a.example%00.example.org/a",
                "http://[fe80::1%25eth0]/a",
                "http://[fe80::1%eth0]/a",
                "http://[::1/a",
                "http://::1/a",
                "http://[v1.x]/a",
                "http://[::1]x/a",
                "http://a.example:0/a",
                "http://a.example:65536/a",
                "http://a.example:999999/a",
                "http://a.example:-1/a",
                "http://a.example:80:80/a",
                "http://a.example:8o/a",
                "http://a.example/a b",
                "http://a.example/a\tb",
                "http://a.example/a\r\nHost: b.example",
                "http://a.example/a\nb",
                "http://a.example/\u0000",
                "http://a.example/é",
                "http://a.example/%zz",
                "http://a.example/[",
                " http://a.example/a",
                "http://a.example/a ",
                "http ://a.example/a",
                "http://a,b.example/a",
                "http://*.example.org/a",
            })
    void whatAnotherProgramMayReadInAnotherWayIsNotAskedFor(String uri) {
        assertThatThrownBy(() -> WebAddress.parse(uri)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void namesAndUrisHaveTheirLengths() {
        String longest = "a".repeat(63);
        assertThat(WebAddress.parse("https://" + longest + ".example/").host()).hasSize(71);
        assertThatThrownBy(() -> WebAddress.parse("https://a" + longest + ".example/"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> WebAddress.parse("https://" + (longest + ".").repeat(4) + "example/"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> WebAddress.parse("https://a.example/" + "x".repeat(4096)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theReasonIsTheSameForAllUrisOfAKind() {
        assertThatThrownBy(() -> WebAddress.parse("rsync://a.example/1"))
                .hasMessage("only http and https are spoken, not rsync");
        assertThatThrownBy(() -> WebAddress.parse("RSYNC://b.example/2"))
                .hasMessage("only http and https are spoken, not rsync");
    }

    @ParameterizedTest
    @CsvSource({
        "https://b.example/c, https://b.example/c",
        "//b.example/c, https://b.example/c",
        "/c, https://a.example:8443/c",
        "c?d=1, https://a.example:8443/x/c?d=1",
        "../c, https://a.example:8443/c",
    })
    void aRedirectIsReadFromWhereItIs(String location, String there) {
        assertThat(WebAddress.parse("https://a.example:8443/x/y").redirected(location))
                .hasToString(there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example:8443/x", "file:///etc/passwd", "https://u@b.example/", "https://127.1/", "a b"
            })
    void aRedirectIsJudgedAsAUriIs(String location) {
        WebAddress from = WebAddress.parse("https://a.example:8443/x/y");

        assertThatThrownBy(() -> from.redirected(location)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aRedirectFromHttpToHttpsIsFollowed() {
        assertThat(WebAddress.parse("http://a.example/x").redirected("https://a.example/x"))
                .hasToString("https://a.example/x");
    }
}
