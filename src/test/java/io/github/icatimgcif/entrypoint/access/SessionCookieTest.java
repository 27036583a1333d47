package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SessionCookieTest {

    @Test
    void onlyPagesForPeopleReadIt() {
        assertThat(SessionCookie.isReadAt("/console")).isTrue();
        assertThat(SessionCookie.isReadAt("/console/backlogs/12")).isTrue();
        assertThat(SessionCookie.isReadAt("/datasets/4711")).isTrue();
        assertThat(SessionCookie.isReadAt("/api/datasets/4711")).isFalse();
        assertThat(SessionCookie.isReadAt("/consoles")).isFalse();
        assertThat(SessionCookie.isReadAt("/q/metrics")).isFalse();
    }

    @Test
    void anOriginIsOursByHostAndPort() {
        var asked = io.vertx.core.net.HostAndPort.create("imgcif.example.org", -1);
        assertThat(LocalRequest.isOf(asked, "https://imgcif.example.org")).isTrue();
        assertThat(LocalRequest.isOf(asked, "https://imgcif.example.org:8443")).isFalse();
        assertThat(LocalRequest.isOf(asked, "https://evil.example.org")).isFalse();
        assertThat(LocalRequest.isOf(asked, "null")).isFalse();
        var local = io.vertx.core.net.HostAndPort.create("localhost", 8080);
        assertThat(LocalRequest.isOf(local, "http://localhost:8080")).isTrue();
        assertThat(LocalRequest.isOf(local, "http://localhost:8081")).isFalse();
    }
}
