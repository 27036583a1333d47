package io.github.icatimgcif.entrypoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/backlogs/12?state=FAILED&after=7",
                "/datasets/by-location?location=%2Fdata%2Frun+01"
            })
    void afterwardsHeGoesWhereHeWantedTo(String page) {
        assertThat(SignInPage.ours(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/",
                "//evil.example.org/console",
                "/console//evil.example.org",
                "/\\evil.example.org",
                "/consoleevil",
                "/api/dead-letters",
                "/console/\r\nSet-Cookie: a=b",
                "/console/<script>",
                "/console?a=%",
                "javascript:alert(1)",
                ""
            })
    void heIsNotSentElsewhere(String page) {
        assertThat(SignInPage.ours(page)).isEqualTo("/console");
    }

    @Test
    void theFormAsksForTheAuthenticatorThatIcatDoesNotTell() {
        assertThat(SignInForm.html(java.util.List.of(), "/console"))
                .contains("<label for=\"authenticator\">", "<input id=\"authenticator\"", "type=\"password\"");
        assertThat(SignInForm.html(java.util.List.of("ldap", "<db>"), "/console?a=\"'"))
                .contains("<option>ldap</option>", "<option>&lt;db&gt;</option>", "value=\"/console?a=&quot;&#39;\"");
    }
}
