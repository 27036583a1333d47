package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IcatRefusalTest {

    private static final IcatCall CALL = IcatCall.search("secret", "SELECT ds.id FROM Dataset ds");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "403 | {\"code\":\"SESSION\",\"message\":\"m\"} | SESSION",
                "403 | {\"code\":\"INSUFFICIENT_PRIVILEGES\",\"message\":\"m\"} | INSUFFICIENT_PRIVILEGES",
                "404 | {\"code\":\"NO_SUCH_OBJECT_FOUND\",\"message\":\"m\"} | NO_SUCH_OBJECT_FOUND",
                "412 | {\"code\":\"OBJECT_ALREADY_EXISTS\",\"message\":\"m\",\"offset\":0} | OBJECT_ALREADY_EXISTS",
                "412 | {\"code\":\"VALIDATION\",\"message\":\"m\"} | VALIDATION",
                "400 | {\"code\":\"BAD_PARAMETER\",\"message\":\"m\"} | BAD_PARAMETER",
                "501 | {\"code\":\"NOT_IMPLEMENTED\",\"message\":\"m\"} | NOT_IMPLEMENTED",
                "500 | {\"code\":\"INTERNAL\",\"message\":\"Stateless SessionBean method returned without completing"
                        + " transaction\"} | INTERNAL",
                "400 | ~~ | TOO_LONG",
                "413 | <html>too large</html> | TOO_LONG"
            })
    void aRefusalIsKnownByItsCode(int status, String text, IcatRefusal.Code code) {
        assertThat(IcatRefusal.of(CALL, new IcatAnswer(status, text)))
                .isInstanceOfSatisfying(
                        IcatRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | <!DOCTYPE html><html><body>HTTP Status 404</body></html>",
                "403 | <html>proxy</html>",
                "502 | <html>bad gateway</html>",
                "503 | {\"reason\":\"no code\"}",
                "302 | moved",
                "500 | {\"code\":\"INTERNAL\",\"message\":\"java.sql.SQLException: Error in allocating a connection\"}",
                "500 | {\"code\":\"NEW_IN_ICAT_9\",\"message\":\"m\"}"
            })
    void troubleOfTheServerIsNoRefusal(int status, String text) {
        assertThat(IcatRefusal.of(CALL, new IcatAnswer(status, text))).isInstanceOf(Unavailable.class);
    }

    @Test
    void sessionIdsAreCutFromWhatIcatSays() {
        assertThat(IcatRefusal.of(
                        CALL,
                        new IcatAnswer(
                                403,
                                "{\"code\":\"SESSION\",\"message\":\"Session"
                                        + " id:5532013f-03d7-47de-9f06-3468940884f3 has expired\"}")))
                .hasMessage("ICAT refused GET entityManager: SESSION: Session id:... has expired");
    }

    @Test
    void datesHaveExactlyThreeDecimals() {
        assertThat(IcatText.date(Instant.parse("2024-06-11T10:11:12.345678Z"))).isEqualTo("2024-06-11T10:11:12.345Z");
        assertThat(IcatText.date(Instant.parse("2024-06-11T10:11:12Z"))).isEqualTo("2024-06-11T10:11:12.000Z");
    }

    @Test
    void textForPeopleIsMadeToFitAndNamesAreNot() {
        assertThat(IcatText.fitting("a \uD83D\uDC8E b", 3)).isEqualTo("a \uFFFD");
        assertThatThrownBy(() -> IcatText.exact("the path", "/a/\uD83D\uDC8E", 255))
                .isInstanceOf(RegistrationRefused.class);
    }
}
