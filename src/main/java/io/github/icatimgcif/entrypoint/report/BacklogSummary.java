package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogCounts;
import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.Prospect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A backlog in one line, for a person. */
public final class BacklogSummary {

    private BacklogSummary() {}

    /**
     * {@code backlog 12 (proposal mx2405, started by anna): done; 10000 datasets: 9871 registered, 129 refused; in 12m 3s}.
     */
    public static String of(Progress progress) {
        Backlog backlog = progress.backlog();
        BacklogCounts counts = progress.counts();
        boolean isPlan = backlog.state() == BacklogState.PLANNING || backlog.state() == BacklogState.PLANNED;
        String sums = isPlan ? prospects(counts) : states(counts);
        String time = time(progress);
        return ShownText.of("backlog " + backlog.id() + " ("
                + backlog.order().selection().inWords() + ", started by "
                + backlog.order().startedBy() + "): " + word(backlog.state()) + "; " + counts.total() + " datasets"
                + (sums.isEmpty() ? "" : ": " + sums)
                + (time.isEmpty() ? "" : "; " + time)
                + (backlog.explanation().isEmpty() ? "" : "; " + backlog.explanation()));
    }

    private static String prospects(BacklogCounts counts) {
        List<String> parts = new ArrayList<>();
        for (Prospect prospect : Prospect.values()) {
            add(parts, counts.of(prospect), word(prospect));
        }
        return String.join(", ", parts);
    }

    private static String states(BacklogCounts counts) {
        List<String> parts = new ArrayList<>();
        for (ItemState state : ItemState.values()) {
            add(parts, counts.in(state), state == ItemState.TAKEN ? "under way" : word(state));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static String time(Progress progress) {
        Backlog backlog = progress.backlog();
        if (backlog.begun().isPresent() && backlog.finished().isPresent()) {
            return "in "
                    + words(Duration.between(
                            backlog.begun().get(), backlog.finished().get()));
        }
        if (progress.counts().left() == 0 || backlog.state() == BacklogState.CANCELLED) {
            return "";
        }
        return progress.estimate().map(left -> "about " + words(left)).orElse("no conversion was measured yet")
                + (progress.pace() > 0 ? ", " + progress.pace() + " in the last minute" : "");
    }

    /** {@code 2h 5m}, {@code 12m 3s}, {@code 7s}. */
    public static String words(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m " + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
