package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.json.runtime.JsonFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsAreTakenOutOfJsonAlsoWhereTheyWereThrown(boolean isNested) {
        RuntimeException cause = new IllegalStateException("GET /a?sessionId=a11ce000-1f2e failed");
        ExtLogRecord entry = new ExtLogRecord(
                Level.ERROR, "asked for /b?sessionId=%s", ExtLogRecord.FormatStyle.PRINTF, "Test");
        entry.setParameters(new Object[] {"a11ce000-1f2e"});
        entry.setThrown(isNested ? new IllegalArgumentException("it is", cause) : cause);
        JsonFormatter json = new JsonFormatter();
        json.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);

        new WithoutSessions().isLoggable(entry);

        assertThat(json.format(entry))
                .contains("\"message\":\"asked for /b?sessionId=...\"")
                .contains("IllegalStateException: GET /a?sessionId=... failed")
                .contains("WithoutSessionsTest.sessionsAreTakenOutOfJson")
                .doesNotContain("a11ce000");
    }

    @Test
    void whatWasThrownStaysAsItIsWhereItNamesNoSession() {
        RuntimeException thrown = new IllegalStateException("it is", new IllegalArgumentException("so"));
        ExtLogRecord entry = new ExtLogRecord(Level.ERROR, "no", ExtLogRecord.FormatStyle.NO_FORMAT, "Test");
        entry.setThrown(thrown);

        new WithoutSessions().isLoggable(entry);

        assertThat(entry.getThrown()).isSameAs(thrown);
    }

    @Test
    void nobodyWritesLinesOfHisOwnIntoTheAudit() {
        assertThat(Audit.oneLine("mx2463\n2026-01-01 simple/root: purge\u202E"))
                .isEqualTo("mx2463?2026-01-01 simple/root: purge?");
    }
}
