package io.github.icatimgcif.entrypoint.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.Duplicate;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.backlog.Standing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An order as it is asked for over HTTP. A word that is not known is refused: left out, it would select more than was meant. */
final class BacklogWish {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WORDS = new TreeSet<>(Set.of(
            "proposal",
            "session",
            "beamline",
            "from",
            "to",
            "sample",
            "datasets",
            "path",
            "states",
            "duplicate",
            "concurrency",
            "rate",
            "dryRun",
            "startedBy"));
    private static final Set<Standing> STATES =
            EnumSet.of(Standing.MISSING, Standing.FAILED, Standing.OUTDATED, Standing.CURRENT);

    private final JsonNode wish;

    private BacklogWish(JsonNode wish) {
        this.wish = wish;
    }

    /**
     * Reads it.
     *
     * @param defaultConcurrency where it says none
     * @throws IllegalArgumentException if it makes no sense; says what would be right
     */
    static BacklogOrder read(String body, int defaultConcurrency) {
        JsonNode wish;
        try {
            wish = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is no JSON (" + e.getOriginalMessage()
                    + "): send an object as {\"proposal\": \"mx2405\", \"dryRun\": true}");
        }
        if (!wish.isObject()) {
            throw new IllegalArgumentException(
                    "the body is no JSON object: send one as {\"proposal\": \"mx2405\", \"dryRun\": true}");
        }
        wish.fieldNames().forEachRemaining(name -> {
            if (!WORDS.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not known: there are " + String.join(", ", WORDS));
            }
        });
        return new BacklogWish(wish).order(defaultConcurrency);
    }

    private BacklogOrder order(int defaultConcurrency) {
        Selection selection = new Selection(
                text("proposal"),
                text("session"),
                text("beamline"),
                day("from"),
                day("to"),
                text("sample"),
                ids(),
                text("path").map(PathGlob::new),
                states());
        return new BacklogOrder(
                selection,
                text("duplicate").map(BacklogWish::duplicate).orElse(Duplicate.SKIP),
                number("concurrency").orElse(defaultConcurrency),
                number("rate"),
                dryRun(),
                text("startedBy").orElse("unknown"));
    }

    private Optional<String> text(String name) {
        JsonNode value = wish.path(name);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + shortened(value) + ": give text, or leave it out");
        }
        return Optional.of(value.asText().strip());
    }

    private Optional<Integer> number(String name) {
        JsonNode value = wish.path(name);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + shortened(value) + ": give a whole number, or leave it out");
        }
        return Optional.of(value.intValue());
    }

    private boolean dryRun() {
        JsonNode value = wish.path("dryRun");
        if (!isAbsent(value) && !value.isBoolean()) {
            throw new IllegalArgumentException("'dryRun' is " + shortened(value) + ": give true or false");
        }
        return value.asBoolean(false);
    }

    private Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + name + "' is '" + text + "': give a day as 2025-03-25");
            }
        });
    }

    private Set<Long> ids() {
        Set<Long> ids = new HashSet<>();
        for (JsonNode id : elements("datasets")) {
            if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1) {
                throw new IllegalArgumentException(
                        "'datasets' has " + shortened(id) + ": give ids of the catalogue, as [4711, 4712]");
            }
            ids.add(id.longValue());
        }
        return ids;
    }

    private Set<Standing> states() {
        Set<Standing> states = EnumSet.noneOf(Standing.class);
        for (JsonNode state : elements("states")) {
            states.add(STATES.stream()
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(state.asText()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'states' has " + shortened(state)
                            + ": give some of missing, failed, outdated, current, as [\"missing\"]")));
        }
        return states;
    }

    private List<JsonNode> elements(String name) {
        JsonNode value = wish.path(name);
        if (isAbsent(value)) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + shortened(value) + ": give an array of some, or leave it out");
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    private static Duplicate duplicate(String text) {
        return switch (text) {
            case "skip" -> Duplicate.SKIP;
            case "check" -> Duplicate.CHECK;
            case "overwrite" -> Duplicate.OVERWRITE;
            default ->
                throw new IllegalArgumentException("'duplicate' is '" + text + "': give skip, check or overwrite");
        };
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
