package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Description.Result;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.entrypoint.report.JudgedSections;
import io.github.icatimgcif.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The page of a folder that is to be converted, in parts. */
final class ConvertHtml {

    private static final int SHOWN_BYTES = 20_000;

    private ConvertHtml() {}

    static String form(WishedFolder wish, List<Path> roots) {
        String below = roots.stream()
                .map(root -> "<code>" + Html.escaped(root.toString()) + "</code>")
                .collect(Collectors.joining(", "));
        return "<form method=\"get\" action=\"/console/convert\"><div class=\"fields\">"
                + field("folder", "Folder of the data", wish.folder(), " required")
                + field("name", "Name of the dataset; else that of the folder", wish.name(), "")
                + field("proposal", "Proposal", wish.proposal(), "")
                + field("sample", "Sample", wish.sample(), "")
                + field("beamline", "Beamline", wish.beamline(), "") + "</div><p><button>Try</button></p></form>"
                + "<p class=\"dim\">Below " + below
                + ". Trying writes nothing and asks no catalogue: it shows what the files,"
                + " metadata.json and what is known of the beamline give.</p>";
    }

    private static String field(String name, String label, String value, String more) {
        return "<p><label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" + name + "\""
                + more + " spellcheck=\"false\" value=\"" + Html.escaped(value) + "\"></p>";
    }

    /** How the trial ended. */
    static String result(Result result) throws IOException {
        if (result instanceof Result.Described described) {
            String warnings = described.verdict().findings().isEmpty() ? "" : ", with remarks";
            return "<section aria-labelledby=\"verdict\"><h2 id=\"verdict\">What would be written</h2>"
                    + "<p class=\"message good\">Valid" + warnings + ": "
                    + described.verdict().file().frames() + " frames, to <code>"
                    + Shown.text(described.place().toString(), 1000) + "</code></p>"
                    + findings(described.verdict().findings()) + content(described) + "</section>";
        }
        if (result instanceof Result.NotDescribable not) {
            return "<section aria-labelledby=\"verdict\"><h2 id=\"verdict\">Nothing would be written</h2>"
                    + "<p class=\"message bad\">The data do not allow a true imgCIF, as far as is known without the"
                    + " catalogue.</p>" + findings(not.findings()) + "</section>";
        }
        return "<section aria-labelledby=\"verdict\"><h2 id=\"verdict\">Nothing would be written</h2><p class=\"message warn\">"
                + Shown.text(words(((Result.Otherwise) result).outcome()), 1000) + "</p></section>";
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Skipped skipped) {
            return skipped.reason();
        }
        return outcome instanceof Outcome.Postponed postponed ? postponed.cause() : "It cannot be told now.";
    }

    private static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        return new Table(
                        "What was noticed",
                        List.of("About", "Weight", "Message"),
                        findings.stream()
                                .limit(200)
                                .map(finding -> List.of(
                                        "<span class=\"item\">" + Shown.text(finding.subject()) + "</span>",
                                        Html.escaped(JudgedSections.word(finding.severity())),
                                        Shown.text(finding.message(), 1000)))
                                .toList())
                .html();
    }

    private static String content(Result.Described described) throws IOException {
        Beginning beginning = new Beginning();
        try {
            described.verdict().writeTo(beginning, LocalDate.now(Clock.systemUTC()));
        } catch (Beginning.Enough e) {
            // The beginning is what is shown.
        }
        String lines = beginning.text().lines().map(Html::escaped).collect(Collectors.joining("\n"));
        return "<h3>The beginning of the file</h3><pre tabindex=\"0\" aria-label=\"The beginning of the file\">" + lines
                + "</pre>";
    }

    /** Keeps the first bytes and ends the writing then: a file may have millions of rows. */
    private static final class Beginning extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        /** There is enough. */
        private static final class Enough extends IOException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void write(int one) throws IOException {
            if (kept.size() >= SHOWN_BYTES) {
                throw new Enough();
            }
            kept.write(one);
        }

        String text() {
            return kept.toString(StandardCharsets.US_ASCII);
        }
    }

    static String announcement(WishedFolder wish, String token) {
        return "<section aria-labelledby=\"announce\"><h2 id=\"announce\">Announce it</h2>"
                + "<p>It is converted as if an event had told of it, and registered: the catalogue has to have the dataset,"
                + " or it is waited for.</p><form method=\"post\" action=\"/console/convert\">" + token
                + hidden("folder", wish.folder()) + hidden("name", wish.name()) + hidden("proposal", wish.proposal())
                + hidden("sample", wish.sample()) + hidden("beamline", wish.beamline())
                + "<p><button>Announce</button></p></form></section>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Html.escaped(value) + "\">";
    }
}
