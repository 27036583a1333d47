package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.Duplicate;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.backlog.Standing;
import io.github.icatimgcif.entrypoint.report.Html;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The form that orders a backlog: as HTML, and read. What it orders is a dry run. */
final class BacklogForm {

    private static final List<Standing> STATES =
            List.of(Standing.MISSING, Standing.FAILED, Standing.OUTDATED, Standing.CURRENT);

    private BacklogForm() {}

    /**
     * The order.
     *
     * @param startedBy who wants it
     * @throws IllegalArgumentException if it makes no sense; says what would be right
     */
    static BacklogOrder order(FormFields fields, String startedBy, int usualConcurrency) {
        Selection selection = new Selection(
                text(fields, "proposal"),
                text(fields, "session"),
                text(fields, "beamline"),
                day(fields, "from"),
                day(fields, "to"),
                text(fields, "sample"),
                ids(fields.raw("datasets")),
                text(fields, "path").map(PathGlob::new),
                states(fields.all("state")));
        return new BacklogOrder(
                selection,
                duplicate(fields.said("duplicate").orElse("skip")),
                number(fields, "concurrency").orElse(usualConcurrency),
                number(fields, "rate"),
                true,
                startedBy);
    }

    private static Optional<String> text(FormFields fields, String name) {
        return fields.said(name).map(text -> {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("'" + name + "' has control characters: give it without them");
            }
            return text;
        });
    }

    private static Optional<LocalDate> day(FormFields fields, String name) {
        return fields.said(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + name + "' is '" + text + "': give a day as 2025-03-25");
            }
        });
    }

    private static Optional<Integer> number(FormFields fields, String name) {
        return fields.said(name).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("'" + name + "' is '" + text + "': give a whole number, or none");
            }
            return Integer.valueOf(text);
        });
    }

    private static Set<Long> ids(String text) {
        Set<Long> ids = new TreeSet<>();
        for (String id : text.strip().split("[\\s,;]+")) {
            if (id.isEmpty()) {
                continue;
            }
            if (!id.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException(
                        "'" + id + "' is no id of a dataset in ICAT: give numbers, as 4711 4712");
            }
            ids.add(Long.valueOf(id));
        }
        return ids;
    }

    private static Set<Standing> states(List<String> words) {
        Set<Standing> states = EnumSet.noneOf(Standing.class);
        for (String word : words) {
            states.add(STATES.stream()
                    .filter(state -> word(state).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no state '" + word + "'")));
        }
        return states;
    }

    private static Duplicate duplicate(String word) {
        for (Duplicate duplicate : Duplicate.values()) {
            if (duplicate.name().toLowerCase(Locale.ROOT).equals(word)) {
                return duplicate;
            }
        }
        throw new IllegalArgumentException("there is no '" + word + "': choose one of the list");
    }

    private static String word(Standing state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The form, filled in as it was sent. */
    static String html(FormFields sent, String token, int usualConcurrency) {
        return "<p>First its datasets are looked for and counted, with reasons. Nothing is converted until you start it.</p>"
                + "<form method=\"post\" action=\"/console/backlogs\">" + token
                + "<fieldset><legend>Which datasets</legend><div class=\"fields\">"
                + field(sent, "proposal", "Proposal", "", "text")
                + field(sent, "session", "Session", "the visit, or a folder on the way, as 20250325", "text")
                + field(sent, "beamline", "Beamline", "", "text")
                + field(sent, "from", "From", "first day of collection", "date")
                + field(sent, "to", "To", "last day", "date")
                + field(sent, "sample", "Sample", "", "text")
                + field(sent, "path", "Path", "a pattern, as /data/visitor/mx2405/**", "text")
                + "<p><label for=\"datasets\">Ids in ICAT</label><textarea id=\"datasets\" name=\"datasets\" rows=\"2\">"
                + Html.escaped(sent.raw("datasets").replaceAll("\\s+", " ")) + "</textarea></p></div>"
                + "<fieldset><legend>How they stand; none for all</legend><p class=\"boxes\">" + boxes(sent)
                + "</p></fieldset></fieldset><fieldset><legend>How</legend><div class=\"fields\">"
                + "<p><label for=\"duplicate\">Those with a current imgCIF</label>"
                + "<select id=\"duplicate\" name=\"duplicate\">" + duplicates(sent) + "</select></p>"
                + field(sent, "concurrency", "At a time", "usually " + usualConcurrency, "number")
                + field(sent, "rate", "In a minute", "at most; none for as many as there is room for", "number")
                + "</div></fieldset><p><button>Dry run</button></p></form>";
    }

    private static String field(FormFields sent, String name, String label, String hint, String type) {
        String described = hint.isEmpty() ? "" : " aria-describedby=\"" + name + "-hint\"";
        String least = type.equals("number") ? " min=\"1\"" : "";
        return "<p><label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" + name
                + "\" type=\"" + type + "\"" + least + described + " value=\"" + Html.escaped(sent.raw(name)) + "\">"
                + (hint.isEmpty() ? "" : "<span class=\"hint\" id=\"" + name + "-hint\">" + hint + "</span>") + "</p>";
    }

    private static String boxes(FormFields sent) {
        StringBuilder boxes = new StringBuilder();
        for (Standing state : STATES) {
            boxes.append("<label class=\"box\"><input type=\"checkbox\" name=\"state\" value=\"")
                    .append(word(state));
            boxes.append('"')
                    .append(sent.all("state").contains(word(state)) ? " checked" : "")
                    .append("> ");
            boxes.append(word(state)).append("</label> ");
        }
        return boxes.toString();
    }

    private static String duplicates(FormFields sent) {
        return option(sent, "skip", "are left alone")
                + option(sent, "check", "are made anew and compared")
                + option(sent, "overwrite", "are made anew in any case, and those that were skipped");
    }

    private static String option(FormFields sent, String value, String words) {
        return "<option value=\"" + value + "\"" + (sent.raw("duplicate").equals(value) ? " selected" : "") + ">"
                + words + "</option>";
    }
}
