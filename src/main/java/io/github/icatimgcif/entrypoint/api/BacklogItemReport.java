package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.backlog.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset of a backlog, as the HTTP interface tells it.
 *
 * @param id           its number, to page by
 * @param location     where its data lie
 * @param name         its name
 * @param proposal     the proposal it belongs to
 * @param sample       name of its sample
 * @param datasetId    its id in the catalogue
 * @param standing     how it stood: {@code missing}, {@code failed}, {@code outdated}, {@code current} or {@code skipped}
 * @param plan         what was to become of it
 * @param reason       why
 * @param state        how far it is, or how it ended
 * @param explanation  why it ended so
 * @param taken        when it was handed over
 * @param settled      when its end was noticed
 * @param milliseconds what its conversion took
 */
public record BacklogItemReport(
        long id,
        String location,
        String name,
        String proposal,
        String sample,
        Optional<Long> datasetId,
        String standing,
        String plan,
        String reason,
        String state,
        String explanation,
        Optional<Instant> taken,
        Optional<Instant> settled,
        Optional<Long> milliseconds) {

    /** The first line of the report as CSV. */
    static final String HEADER = "location,name,proposal,sample,datasetId,standing,plan,reason,state,explanation,taken,"
            + "settled,milliseconds\r\n";

    static BacklogItemReport of(BacklogItem item) {
        return new BacklogItemReport(
                item.id(),
                item.candidate().location(),
                item.candidate().name(),
                item.candidate().proposal(),
                item.candidate().sample(),
                item.candidate().catalogueId(),
                BacklogReport.word(item.judged().standing()),
                BacklogReport.word(item.judged().prospect()),
                item.judged().reason(),
                word(item.state()),
                item.explanation(),
                item.taken(),
                item.settled(),
                item.took().map(Duration::toMillis));
    }

    /** Its line of the report as CSV, as RFC 4180 has it. */
    String csv() {
        Stream<String> texts = Stream.of(
                location, name, proposal, sample, text(datasetId), standing, plan, reason, state, explanation);
        Stream<String> numbers = Stream.of(text(taken), text(settled), text(milliseconds));
        List<String> cells =
                Stream.concat(texts, numbers).map(BacklogItemReport::cell).toList();
        return String.join(",", cells) + "\r\n";
    }

    /** What is {@code TAKEN} is called under way, as in the plan. */
    static String word(ItemState state) {
        return state == ItemState.TAKEN ? "underWay" : BacklogReport.word(state);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** A cell that begins as a formula would be computed by a spreadsheet: an apostrophe keeps it text. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
