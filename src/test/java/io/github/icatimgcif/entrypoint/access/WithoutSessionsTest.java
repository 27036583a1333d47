package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WithoutSessionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a?sessionId=a11ce000-1f2e&x=1 failed|GET /a?sessionId=...&x=1 failed",
                "GET /a?x=1&SESSIONID=a11ce000|GET /a?x=1&SESSIONID=...",
                "/a?sessionId%3Da11ce000|/a?sessionId%3D...",
                "Authorization: Bearer a11ce000-1f2e, x|Authorization: Bearer ..., x",
                "{\"sessionId\":\"a11ce000\"}|{\"sessionId\":\"...\"}",
                "nothing of the kind|nothing of the kind"
            })
    void sessionsAreTakenOutOfMessages(String message, String cleaned) {
        assertThat(WithoutSessions.cleaned(message)).isEqualTo(cleaned);
    }

    @Test
    void nobodyWritesLinesOfHisOwnIntoTheAudit() {
        assertThat(Audit.oneLine("mx2463\n2026-01-01 simple/root: purge\u202E"))
                .isEqualTo("mx2463?2026-01-01 simple/root: purge?");
    }
}
