package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WithoutSessionsTest {

    private static final SecretText SECRETS =
            new SecretText(List.of("ICAT & pa/ss+w\"rd 8aF3", "short", "Qx7-database"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GET /a?sessionId=a11ce000-1f2e&x=1 failed|GET /a?sessionId=...&x=1 failed",
                "GET /a?x=1&SESSIONID=a11ce000|GET /a?x=1&SESSIONID=...",
                "/a?sessionId%3Da11ce000|/a?sessionId%3D...",
                "Authorization: Bearer a11ce000-1f2e, x|Authorization: Bearer ..., x",
                "{\"sessionId\":\"a11ce000\"}|{\"sessionId\":\"...\"}",
                "Session id:a11ce000 has expired|Session id:... has expired",
                "GET http://icat/icat/session/a11ce000-1f2e HTTP/1.1|GET http://icat/icat/session/... HTTP/1.1",
                "Cookie: imgcif_session=a11ce000; a=b|Cookie: imgcif_session=...; a=b",
                "name=oscar&password=3dE9&next=/console|name=oscar&password=...&next=/console",
                "%22password%22%3A%223dE9%22%7D|%22password%22%3A%22...%22%7D",
                "sasl.jaas.config = [hidden], password = [hidden]|sasl.jaas.config = [hidden], password = [hidden]",
                "nothing of the kind|nothing of the kind"
            })
    void whatStandsInThePlaceOfASecretIsTakenOut(String message, String cleaned) {
        assertThat(SECRETS.without(message)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "it says ICAT & pa/ss+w\"rd 8aF3 here|it says ... here",
                "json \"ICAT & pa/ss+w\\\"rd 8aF3\"|json \"...\"",
                "x=ICAT+%26+pa%2Fss%2Bw%22rd+8aF3|x=...",
                "x=ICAT%20%26%20pa%2Fss%2Bw%22rd%208aF3|x=...",
                "a short one stays|a short one stays"
            })
    void aPasswordOfTheConfigurationIsTakenOutWhereverItStands(String message, String cleaned) {
        assertThat(SECRETS.without(message)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource({"''", "i", "in", "ingest:", "\0ingest\0"})
    void itIsTakenOutOfBase64TooWhateverStandsBeforeIt(String before) {
        for (String after : List.of("", "a", "bc")) {
            String encoded = Base64.getEncoder()
                    .encodeToString((before + "Qx7-database" + after).getBytes(StandardCharsets.UTF_8));

            String cleaned = SECRETS.without("Authorization: " + encoded);

            assertThat(cleaned).contains("...");
            assertThat(cleaned.length()).isLessThanOrEqualTo("Authorization: ".length() + encoded.length() - 11);
        }
    }

    @Test
    void aFailureKeepsItsPlacesAndItsCausesAndLosesItsSecrets() {
        IllegalStateException failure = new IllegalStateException(
                "no answer to GET /icat/session/a11ce000-1f2e-4d3c-8b4a-596877869504",
                new IllegalArgumentException("refused with Qx7-database"));
        failure.addSuppressed(new IllegalStateException("Bearer b0b00000"));
        ExtLogRecord entry = new ExtLogRecord(Level.WARN, "failed with %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        entry.setParameters(new Object[] {"sessionId=a11ce000"});
        entry.setThrown(failure);

        WithoutSessions.clean(entry, SECRETS);

        assertThat(entry.getFormattedMessage()).isEqualTo("failed with sessionId=...");
        assertThat(printed(entry.getThrown()))
                .contains("java.lang.IllegalStateException: no answer to GET /icat/session/...")
                .contains("Caused by: java.lang.IllegalArgumentException: refused with ...")
                .contains("Suppressed: java.lang.IllegalStateException: Bearer ...")
                .contains("at io.github.icatimgcif.entrypoint.access.WithoutSessionsTest.aFailureKeepsItsPlaces")
                .doesNotContain("a11ce000", "Qx7", "b0b0");
        IllegalStateException harmless = new IllegalStateException("no answer");
        entry.setThrown(harmless);
        WithoutSessions.clean(entry, SECRETS);
        assertThat(entry.getThrown()).isSameAs(harmless);
    }

    @Test
    void theSecretsOfTheConfigurationAreKnownByTheirNames() {
        Map<String, String> settings = Map.of(
                "quarkus.datasource.password", "database",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/imgcif?user=u&password=inTheAddress&ssl=true",
                "IMGCIF_ICAT_CREDENTIALS_PASSWORD", "icat",
                "imgcif.icat.credentials.username", "ingest",
                "imgcif.icat.credentials.pin", "pin",
                "kafka.sasl.jaas.config", "PlainLoginModule required username=\"u\" password=\"ka\\\"fka\";",
                "imgcif.activemq.password", "activemq",
                "mp.messaging.incoming.stored-datasets.ssl.truststore.password", "truststore",
                "imgcif.home", "var");

        assertThat(ConfiguredSecrets.of(settings.keySet(), name -> Optional.ofNullable(settings.get(name))))
                .containsExactlyInAnyOrder(
                        "database",
                        "inTheAddress",
                        "icat",
                        "pin",
                        "ka\"fka",
                        "PlainLoginModule required username=\"u\" password=\"ka\\\"fka\";",
                        "activemq",
                        "truststore");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsAreTakenOutOfJsonAlsoWhereTheyWereThrown(boolean isNested) {
        RuntimeException cause = new IllegalStateException("GET /a?sessionId=a11ce000-1f2e failed");
        ExtLogRecord entry =
                new ExtLogRecord(Level.ERROR, "asked for /b?sessionId=%s", ExtLogRecord.FormatStyle.PRINTF, "Test");
        entry.setParameters(new Object[] {"a11ce000-1f2e"});
        entry.setThrown(isNested ? new IllegalArgumentException("it is", cause) : cause);
        JsonFormatter json = new JsonFormatter();
        json.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);

        WithoutSessions.clean(entry, SECRETS);

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

        WithoutSessions.clean(entry, SECRETS);

        assertThat(entry.getThrown()).isSameAs(thrown);
    }

    @Test
    void nobodyWritesLinesOfHisOwnIntoTheAudit() {
        assertThat(Audit.oneLine("mx2463\n2026-01-01 simple/root: purge\u202E"))
                .isEqualTo("mx2463?2026-01-01 simple/root: purge?");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
