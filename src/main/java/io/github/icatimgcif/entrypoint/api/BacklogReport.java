package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.backlog.Backlog;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogCounts;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Prospect;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.entrypoint.report.BacklogSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A backlog, as the HTTP interface tells it.
 *
 * @param id              its number
 * @param state           {@code planning}, {@code planned}, {@code running}, {@code paused}, {@code cancelled}, {@code done} or
 *                        {@code failed}
 * @param explanation     why, where there is something to say
 * @param startedBy       who wanted it, as the caller said
 * @param selection       which datasets
 * @param duplicate       {@code skip}, {@code check} or {@code overwrite}
 * @param concurrency     how many may be under way at a time
 * @param rate            how many may be handed over in a minute
 * @param dryRun          whether it was ordered as a dry run
 * @param created         when it was ordered
 * @param planned         when its datasets were found
 * @param begun           when it began to hand them over
 * @param finished        when nothing was left
 * @param total           datasets of it
 * @param plan            what was to become of how many when they were found
 * @param reasons         why, the most frequent first
 * @param counts          how far it is with how many; their sum is {@code total}
 * @param parked          of those under way, how many wait for something of their own, as for tape
 * @param endedLastMinute how many conversions ended in the last minute
 * @param estimateSeconds how long it will take from now
 * @param summary         all of it in one line
 */
public record BacklogReport(
        long id,
        String state,
        Optional<String> explanation,
        String startedBy,
        Wanted selection,
        String duplicate,
        int concurrency,
        Optional<Integer> rate,
        boolean dryRun,
        Instant created,
        Optional<Instant> planned,
        Optional<Instant> begun,
        Optional<Instant> finished,
        long total,
        Map<String, Long> plan,
        List<Reason> reasons,
        Map<String, Long> counts,
        long parked,
        long endedLastMinute,
        Optional<Long> estimateSeconds,
        String summary) {

    /** Which datasets: what was asked for, in the words of an order. */
    public record Wanted(
            Optional<String> proposal,
            Optional<String> session,
            Optional<String> beamline,
            Optional<String> from,
            Optional<String> to,
            Optional<String> sample,
            List<Long> datasets,
            Optional<String> path,
            List<String> states) {

        static Wanted of(Selection selection) {
            return new Wanted(
                    selection.proposal(),
                    selection.session(),
                    selection.beamline(),
                    selection.from().map(LocalDate::toString),
                    selection.to().map(LocalDate::toString),
                    selection.sample(),
                    selection.ids().stream().sorted().toList(),
                    selection.path().map(PathGlob::text),
                    selection.states().stream()
                            .sorted()
                            .map(BacklogReport::word)
                            .toList());
        }
    }

    /**
     * How many datasets have a reason.
     *
     * @param plan   what was to become of them: a key of {@code plan}
     * @param reason why
     * @param count  how many
     */
    public record Reason(String plan, String reason, long count) {}

    static BacklogReport of(Progress progress) {
        Backlog backlog = progress.backlog();
        BacklogCounts counts = progress.counts();
        return new BacklogReport(
                backlog.id(),
                word(backlog.state()),
                Optional.of(backlog.explanation()).filter(text -> !text.isEmpty()),
                backlog.order().startedBy(),
                Wanted.of(backlog.order().selection()),
                word(backlog.order().duplicate()),
                backlog.order().concurrency(),
                backlog.order().rate(),
                backlog.order().dryRun(),
                backlog.created(),
                backlog.planned(),
                backlog.begun(),
                backlog.finished(),
                counts.total(),
                plan(counts),
                reasons(counts),
                states(counts),
                counts.parked(),
                progress.pace(),
                progress.estimate().map(Duration::toSeconds),
                BacklogSummary.of(progress));
    }

    private static Map<String, Long> plan(BacklogCounts counts) {
        Map<String, Long> plan = new LinkedHashMap<>();
        for (Prospect prospect : Prospect.values()) {
            plan.put(word(prospect), counts.of(prospect));
        }
        return plan;
    }

    private static Map<String, Long> states(BacklogCounts counts) {
        Map<String, Long> states = new LinkedHashMap<>();
        for (ItemState state : ItemState.values()) {
            states.put(BacklogItemReport.word(state), counts.in(state));
        }
        return states;
    }

    private static List<Reason> reasons(BacklogCounts counts) {
        return counts.reasons().stream()
                .map(reason -> new Reason(word(reason.prospect()), reason.text(), reason.count()))
                .toList();
    }

    /** {@code ON_TAPE} becomes {@code onTape}. */
    static String word(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder joined = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            joined.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return joined.toString();
    }
}
