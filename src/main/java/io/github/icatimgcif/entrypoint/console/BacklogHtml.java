package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Command;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.entrypoint.report.Html;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Backlogs as parts of pages. */
final class BacklogHtml {

    private BacklogHtml() {}

    static String list(List<Progress> backlogs, Optional<Long> next) {
        String table = backlogs.isEmpty()
                ? "<p>None yet.</p>"
                : new Table(
                                "Backlogs, the newest first",
                                List.of(
                                        "Number",
                                        "Selection",
                                        "State",
                                        "Datasets",
                                        "Left",
                                        "Failed",
                                        "Started by",
                                        "Ordered"),
                                backlogs.stream().map(BacklogHtml::row).toList())
                        .html();
        return "<p><a class=\"button\" href=\"/console/backlogs/new\">New backlog</a></p>" + table
                + next.map(below -> "<p><a href=\"/console/backlogs?before=" + below + "\">Older ones</a></p>")
                        .orElse("");
    }

    private static List<String> row(Progress progress) {
        Backlog backlog = progress.backlog();
        return List.of(
                "<a href=\"/console/backlogs/" + backlog.id() + "\">" + backlog.id() + "</a>",
                Shown.text(backlog.order().selection().inWords()),
                Shown.word(backlog.state()),
                Long.toString(progress.counts().total()),
                Long.toString(progress.counts().left()),
                Long.toString(progress.counts().failures()),
                Shown.text(backlog.order().startedBy(), 80),
                Shown.moment(backlog.created()));
    }

    /** One of them: how far it is, what may be done with it, its reports. */
    static String backlog(Progress progress, String token) {
        Backlog backlog = progress.backlog();
        String path = "/console/backlogs/" + backlog.id();
        return "<p>" + Shown.text(backlog.order().selection().inWords(), 600) + "; those with a current imgCIF: "
                + Shown.word(backlog.order().duplicate()) + "; at a time "
                + backlog.order().concurrency()
                + backlog.order()
                        .rate()
                        .map(rate -> ", " + rate + " in a minute")
                        .orElse("") + "; started by "
                + Shown.text(backlog.order().startedBy(), 80) + " on " + Shown.moment(backlog.created()) + "</p>"
                + buttons(backlog, token)
                + Live.part(path + "/live", path, BacklogPart.html(progress))
                + "<h2>Report</h2><p>A line for each dataset: <a href=\"" + path
                + "/report?format=csv\">CSV</a>, <a href=\""
                + path + "/report?format=jsonl\">JSON lines</a>; <a href=\"" + path
                + "/report?format=text\">all in one line</a></p>";
    }

    private static String buttons(Backlog backlog, String token) {
        StringBuilder buttons = new StringBuilder();
        for (Command command : Command.values()) {
            boolean makesSense = backlog.state()
                    .after(command)
                    .filter(next -> next != backlog.state())
                    .isPresent();
            if (makesSense) {
                buttons.append(button(backlog, command));
            }
        }
        return buttons.isEmpty() ? "" : "<form class=\"buttons\" method=\"post\">" + token + buttons + "</form>";
    }

    private static String button(Backlog backlog, Command command) {
        String words =
                switch (command) {
                    case PAUSE -> "Pause";
                    case RESUME -> backlog.state() == BacklogState.PLANNED ? "Start" : "Resume";
                    case CANCEL -> "Cancel";
                    case RETRY -> "Retry those that failed";
                };
        return "<button" + (command == Command.CANCEL ? " class=\"danger\"" : "") + " formaction=\"/console/backlogs/"
                + backlog.id() + "/" + command.name().toLowerCase(Locale.ROOT) + "\">" + words + "</button> ";
    }

    /** Some datasets of one. */
    static String items(long backlog, List<BacklogItem> items, Optional<ItemState> state, Optional<Long> next) {
        StringBuilder options = new StringBuilder("<option value=\"\">all</option>");
        for (ItemState one : ItemState.values()) {
            options.append("<option value=\"").append(one).append('"');
            options.append(state.equals(Optional.of(one)) ? " selected" : "")
                    .append('>')
                    .append(BacklogPart.word(one));
            options.append("</option>");
        }
        String path = "/console/backlogs/" + backlog;
        return "<h2 id=\"datasets\">Datasets</h2><form class=\"row\" method=\"get\" action=\"" + path + "\">"
                + "<p><label for=\"state\">Only those that are</label><select id=\"state\" name=\"state\">" + options
                + "</select></p><p><button>Show</button></p></form>"
                + (items.isEmpty()
                        ? "<p>None.</p>"
                        : new Table(
                                        "In the order in which they are handed over",
                                        List.of("Dataset", "Stood", "Plan", "State", "Why", "Took"),
                                        items.stream().map(BacklogHtml::row).toList())
                                .html())
                + next.map(after -> "<p><a href=\"" + path + "?state="
                                + state.map(ItemState::name).orElse("") + "&amp;after=" + after
                                + "#datasets\">Next page</a></p>")
                        .orElse("");
    }

    private static List<String> row(BacklogItem item) {
        String why = item.explanation().isEmpty() ? item.judged().reason() : item.explanation();
        return List.of(
                item.candidate().location().isEmpty()
                        ? Html.escaped(item.candidate().name())
                        : Shown.dataset(
                                item.candidate().location(), item.candidate().name()),
                Shown.word(item.judged().standing()),
                Shown.word(item.judged().prospect()),
                "<span class=\"" + Shown.kind(item.state().name()) + "\">" + BacklogPart.word(item.state()) + "</span>",
                Shown.text(why),
                item.took().map(BacklogPart::took).orElse(""));
    }
}
