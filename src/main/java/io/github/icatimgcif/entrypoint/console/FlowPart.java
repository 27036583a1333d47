package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.overview.Flow;
import io.github.icatimgcif.conversion.overview.RemoteState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What flows through the service now, as the part of a page that is refreshed. */
final class FlowPart {

    private static final List<DatasetState> ON_THE_WAY = List.of(
            DatasetState.RECEIVED,
            DatasetState.CONVERTING,
            DatasetState.REGISTERING,
            DatasetState.WAITING,
            DatasetState.POSTPONED);

    private FlowPart() {}

    /**
     * As HTML without line breaks.
     *
     * @param unread messages on the topic that this instance has not read; empty if it is not known
     */
    static String html(Flow flow, List<RemoteState> parts, OptionalLong unread, Instant now) {
        return "<div><h3>On the way</h3><dl class=\"numbers\">" + numbers(flow, ON_THE_WAY) + "</dl>"
                + "<h3>Done</h3><dl class=\"numbers\">"
                + numbers(
                        flow,
                        Arrays.stream(DatasetState.values())
                                .filter(state -> !ON_THE_WAY.contains(state))
                                .toList())
                + "</dl>" + line(flow, unread, now) + waiting(flow) + remote(parts) + "<p class=\"dim\">As of "
                + Shown.moment(now) + "</p></div>";
    }

    private static String numbers(Flow flow, List<DatasetState> states) {
        return states.stream()
                .map(state -> "<div><dt>" + Shown.word(state) + "</dt><dd class=\""
                        + (flow.in(state) == 0 ? "dim" : Shown.kind(state.name())) + "\">" + flow.in(state)
                        + "</dd></div>")
                .collect(Collectors.joining());
    }

    private static String line(Flow flow, OptionalLong unread, Instant now) {
        String oldest = flow.oldest()
                .map(since -> "; the one that stands there for longest was announced "
                        + Shown.duration(Duration.between(since, now)) + " ago")
                .orElse("");
        String topic = unread.isEmpty() ? "" : " " + unread.getAsLong() + " messages on the topic are not read yet.";
        return "<p>" + flow.inLine() + " datasets in line for a worker, or with one" + oldest + "." + topic + "</p>";
    }

    private static String waiting(Flow flow) {
        List<List<String>> rows = new ArrayList<>();
        for (WaitsFor what : WaitsFor.values()) {
            long count = flow.waiting().getOrDefault(what, 0L);
            if (count > 0) {
                rows.add(List.of(Shown.word(what), Long.toString(count)));
            }
        }
        return rows.isEmpty()
                ? "<p>Nothing waits for anything.</p>"
                : new Table("What is waited for", List.of("For", "Datasets"), rows).html();
    }

    private static String remote(List<RemoteState> parts) {
        List<List<String>> rows = parts.stream()
                .map(part -> List.of(
                        Shown.text(part.name()),
                        part.answers()
                                ? "<span class=\"good\">answers</span>"
                                : "<span class=\"bad\">does not answer, asked now and then</span>",
                        Shown.text(part.reason())))
                .toList();
        return new Table("What all datasets need, as this instance finds it", List.of("Part", "State", "Why"), rows)
                .html();
    }
}
