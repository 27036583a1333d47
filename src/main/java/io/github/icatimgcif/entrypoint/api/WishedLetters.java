package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Which dead letters a request is about. */
public final class WishedLetters {

    private static final int MOST = 1000;

    @QueryParam("door")
    @DefaultValue("")
    String door = "";

    @QueryParam("reason")
    @DefaultValue("")
    String reason = "";

    @QueryParam("since")
    @DefaultValue("")
    String since = "";

    @QueryParam("all")
    @DefaultValue("")
    String all = "";

    @QueryParam("after")
    @DefaultValue("0")
    String after = "0";

    @QueryParam("limit")
    @DefaultValue("100")
    String limit = "100";

    /** Those that meet the filter; all if there is none. */
    DeadLetterFilter filter() {
        return new DeadLetterFilter(said(door), said(reason), said(since).map(WishedLetters::time));
    }

    /** Those that are to be changed: nobody means all of them by saying nothing. */
    DeadLetterFilter filterForChange() {
        DeadLetterFilter filter = filter();
        if (!all.isEmpty() && !all.equals("true")) {
            throw wrong("give all=true, or leave it away");
        }
        if (filter.equals(DeadLetterFilter.ALL) == all.isEmpty()) {
            throw wrong(
                    all.isEmpty()
                            ? "say which dead letters are meant: door=, reason=, since=, or all=true"
                            : "all=true and a filter contradict each other: give one of them");
        }
        return filter;
    }

    long after() {
        return number("after", after, Long.MAX_VALUE);
    }

    int limit() {
        return (int) Math.max(1, number("limit", limit, MOST));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(known -> !known.isEmpty());
    }

    private static long number(String name, String text, long most) {
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw wrong(name + " is '" + text + "': give a whole number from 0 to " + most);
        }
        return Long.parseLong(text);
    }

    private static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    // A plus sign that was not escaped arrives as a space.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("since is '" + text + "': give 2026-03-01T10:00:00Z, or 2026-03-01 for its begin in UTC");
        }
    }

    private static WebApplicationException wrong(String detail) {
        return new WebApplicationException(Problem.response(Response.Status.BAD_REQUEST, detail));
    }
}
