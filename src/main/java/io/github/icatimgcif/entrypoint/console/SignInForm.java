package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.report.Html;
import java.util.List;
import java.util.stream.Collectors;

/** The form of the page where somebody signs in. */
final class SignInForm {

    private SignInForm() {}

    /**
     * The form.
     *
     * @param authenticators those to choose from; none if one has to be written
     * @param next           where to go afterwards
     */
    static String html(List<String> authenticators, String next) {
        String authenticator = authenticators.isEmpty()
                ? "<input id=\"authenticator\" name=\"authenticator\" required autocapitalize=\"none\">"
                : "<select id=\"authenticator\" name=\"authenticator\">" + options(authenticators) + "</select>";
        return "<form class=\"narrow\" method=\"post\" action=\"/console/sign-in\">"
                + "<input type=\"hidden\" name=\"next\" value=\"" + Html.escaped(next) + "\">"
                + "<p><label for=\"authenticator\">Authenticator of ICAT</label>" + authenticator + "</p>"
                + "<p><label for=\"name\">Name</label><input id=\"name\" name=\"name\" required"
                + " autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\"></p>"
                + "<p><label for=\"password\">Password</label><input id=\"password\" name=\"password\""
                + " type=\"password\" required autocomplete=\"current-password\"></p>"
                + "<p><button>Sign in</button></p></form>"
                + "<p class=\"dim\">Name and password go to ICAT, and are not kept here.</p>";
    }

    private static String options(List<String> authenticators) {
        return authenticators.stream()
                .map(one -> "<option>" + Html.escaped(one) + "</option>")
                .collect(Collectors.joining());
    }
}
