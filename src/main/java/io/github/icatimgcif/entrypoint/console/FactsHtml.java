package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.complete.StatableFact;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Statement;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the page where facts are stated. */
final class FactsHtml {

    private static final String OUTLIVED =
            "<p class=\"message bad\">None can be made any more. That of before, with what held then, is not given out"
                    + " any longer, but still lies beside the raw data and stands in the catalogue: state what is missing,"
                    + " or delete it there.</p>";

    private FactsHtml() {}

    static String dataset(JournalEntry entry) {
        return "<p>" + Shown.dataset(entry.dataset().location(), entry.dataset().location()) + ", "
                + Shown.word(entry.state()) + "</p>" + (isOutlived(entry) ? OUTLIVED : "");
    }

    /** A refusal leaves the last good file where it is. */
    private static boolean isOutlived(JournalEntry entry) {
        return entry.registration().isPresent()
                && entry.imgCif().isEmpty()
                && (entry.state() == DatasetState.REFUSED || entry.state() == DatasetState.FAILED);
    }

    /**
     * What was judged before something was stated, and what after it.
     *
     * @param before when the last conversion before it began, ms since 1970
     */
    static String verdicts(List<Attempt> history, long before) {
        Optional<Attempt> after = finished(history)
                .filter(attempt -> attempt.started().toEpochMilli() > before)
                .findFirst();
        if (after.isEmpty()) {
            return "<p class=\"message\" role=\"status\">The imgCIF is being made anew. <a href=\"\">Look again</a></p>";
        }
        Optional<Attempt> earlier = finished(history)
                .filter(attempt -> attempt.started().toEpochMilli() <= before)
                .findFirst();
        return "<h2>Before and after</h2>"
                + new Table(
                                "What was judged",
                                List.of("Conversion", "Outcome", "Errors", "Warnings", "Why"),
                                List.of(row("Before", earlier), row("After", after)))
                        .html();
    }

    private static Stream<Attempt> finished(List<Attempt> history) {
        return history.stream().filter(attempt -> attempt.finished().isPresent());
    }

    private static List<String> row(String when, Optional<Attempt> attempt) {
        return List.of(
                when,
                attempt.map(one -> "<span class=\"" + Shown.kind(one.outcome()) + "\">" + Shown.word(one.outcome())
                                + "</span>")
                        .orElse("not converted"),
                attempt.map(one -> count(one, Severity.ERROR)).orElse(""),
                attempt.map(one -> count(one, Severity.WARNING)).orElse(""),
                attempt.map(one -> Shown.text(one.cause())).orElse(""));
    }

    private static String count(Attempt attempt, Severity severity) {
        return Long.toString(attempt.findings().stream()
                .map(Finding::severity)
                .filter(severity::equals)
                .count());
    }

    /** What is stated of it, each with a button that withdraws it. */
    static String stated(JournalEntry entry, List<Statement> statements, String token) {
        if (statements.isEmpty()) {
            return "";
        }
        return "<h2>Stated</h2>"
                + new Table(
                                "What persons state of this dataset",
                                List.of("Fact", "Value", "By", "On", "How they know", "Change"),
                                statements.stream()
                                        .map(statement -> List.of(
                                                Html.escaped(
                                                        statement.fact().term().name()),
                                                Html.escaped(inItsUnit(statement.fact())),
                                                Html.escaped(statement.by()),
                                                Shown.moment(statement.at()),
                                                Html.escaped(statement.remark().orElse("")),
                                                withdraw(entry, statement, token)))
                                        .toList())
                        .html();
    }

    private static String inItsUnit(StatedFact fact) {
        return fact.text() + fact.unit().map(unit -> " " + unit).orElse("");
    }

    private static String withdraw(JournalEntry entry, Statement statement, String token) {
        return "<form method=\"post\" action=\"/console/facts/withdraw\">" + token + location(entry)
                + "<input type=\"hidden\" name=\"id\" value=\"" + statement.id() + "\"><button class=\"plain\">Withdraw"
                + "<span class=\"hidden\"> "
                + Html.escaped(statement.fact().term().name())
                + "</span></button></form>";
    }

    /**
     * The form.
     *
     * @param field  the field of a fact, as HTML
     * @param remark how they are known, as filled in already
     * @param wrong  what is wrong with what was filled in; empty text if nothing is
     */
    static String form(
            JournalEntry entry,
            FactsAskedFor askedFor,
            Function<StatableFact, String> field,
            String remark,
            String wrong,
            String token) {
        String alert = wrong.isEmpty() ? "" : "<p class=\"message bad\" role=\"alert\">" + Shown.text(wrong) + "</p>";
        String first = askedFor.first().isEmpty()
                ? "<p>The last conversion asked for nothing that can be stated here.</p>"
                : group("What the last conversion asked for", askedFor.first(), field);
        return "<h2>State a fact</h2>"
                + "<p>For this dataset alone. What the raw files and the catalogue say goes before it; a value that is"
                + " wrong for all datasets of a beamline belongs into the file of the beamline.</p>"
                + alert
                + "<form method=\"post\" action=\"/console/facts\">" + token + location(entry) + first
                + "<details" + (askedFor.first().isEmpty() || !wrong.isEmpty() ? " open" : "")
                + "><summary>What else has no value yet</summary>"
                + group("Other facts", askedFor.others(), field) + "</details>"
                + "<p class=\"wide\"><label for=\"remark\">How you know it</label>"
                + "<input id=\"remark\" name=\"remark\" maxlength=\"1000\" aria-describedby=\"remark-hint\" value=\""
                + Html.escaped(remark) + "\">"
                + "<span class=\"hint\" id=\"remark-hint\">a log book, a colleague, a later measurement: it is kept with"
                + " your name and the date</span></p>"
                + "<p><button>Keep it and make the imgCIF anew</button> <button class=\"plain\""
                + " formaction=\"/console/facts/beamline-file\">As lines for the file of the beamline</button></p></form>";
    }

    private static String group(String legend, List<StatableFact> facts, Function<StatableFact, String> field) {
        return "<fieldset><legend>" + legend + "</legend><div class=\"fields\">"
                + facts.stream().map(field).collect(Collectors.joining()) + "</div></fieldset>";
    }

    private static String location(JournalEntry entry) {
        return "<input type=\"hidden\" name=\"location\" value=\""
                + Html.escaped(entry.dataset().location()) + "\">";
    }
}
