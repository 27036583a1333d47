package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogCounts;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.Prospect;
import io.github.icatimgcif.entrypoint.report.BacklogSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a backlog is, as the part of its page that is refreshed. */
final class BacklogPart {

    private BacklogPart() {}

    /** As HTML without line breaks; the attribute tells the script when the buttons are others. */
    static String html(Progress progress) {
        Backlog backlog = progress.backlog();
        BacklogCounts counts = progress.counts();
        return "<div data-state=\"" + backlog.state() + "\"><p class=\"message\">"
                + Shown.text(BacklogSummary.of(progress), 600)
                + "</p>" + bar(counts)
                + numbers(progress) + plan(counts) + reasons(counts) + states(counts) + "</div>";
    }

    private static String bar(BacklogCounts counts) {
        long toDo = counts.converted() + counts.left();
        if (toDo == 0) {
            return "";
        }
        return "<p><label for=\"progress\">Converted: " + counts.converted() + " of " + toDo
                + "</label><progress id=\"progress\" max=\"" + toDo + "\" value=\"" + counts.converted()
                + "\"></progress></p>";
    }

    private static String numbers(Progress progress) {
        String left = progress.estimate().map(Shown::duration).orElse("not known yet");
        return "<dl class=\"numbers\">" + number("datasets", progress.counts().total())
                + number("ended in the last minute", progress.pace())
                + number("wait for something of their own", progress.counts().parked())
                + (progress.counts().left() == 0
                        ? ""
                        : "<div><dt>time that is left, about</dt><dd>" + left + "</dd></div>")
                + "</dl>";
    }

    private static String number(String what, long count) {
        return "<div><dt>" + what + "</dt><dd>" + count + "</dd></div>";
    }

    private static String plan(BacklogCounts counts) {
        List<List<String>> rows = new ArrayList<>();
        for (Prospect prospect : Prospect.values()) {
            if (counts.of(prospect) > 0) {
                rows.add(List.of(Shown.word(prospect), Long.toString(counts.of(prospect))));
            }
        }
        return rows.isEmpty()
                ? ""
                : new Table("What was to become of them when they were found", List.of("Plan", "Datasets"), rows)
                        .html();
    }

    private static String reasons(BacklogCounts counts) {
        return counts.reasons().isEmpty()
                ? ""
                : new Table(
                                "Why",
                                List.of("Reason", "Plan", "Datasets"),
                                counts.reasons().stream()
                                        .map(reason -> List.of(
                                                Shown.text(reason.text()),
                                                Shown.word(reason.prospect()),
                                                Long.toString(reason.count())))
                                        .toList())
                        .html();
    }

    private static String states(BacklogCounts counts) {
        List<List<String>> rows = new ArrayList<>();
        for (ItemState state : ItemState.values()) {
            if (counts.in(state) > 0) {
                rows.add(List.of(
                        "<span class=\"" + Shown.kind(state.name()) + "\">" + word(state) + "</span>",
                        Long.toString(counts.in(state))));
            }
        }
        return rows.isEmpty() ? "" : new Table("How far they are", List.of("State", "Datasets"), rows).html();
    }

    /** What was handed over is called under way. */
    static String word(ItemState state) {
        return state == ItemState.TAKEN ? "under way" : state.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 12 s}, as a conversion takes. */
    static String took(Duration took) {
        return took.toMillis() < 10_000 ? took.toMillis() + " ms" : Shown.duration(took);
    }
}
