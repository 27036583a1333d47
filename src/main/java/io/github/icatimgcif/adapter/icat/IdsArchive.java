package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.Archive;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The IDS of an ICAT server, asked in our session of that server. */
final class IdsArchive implements Archive {

    private static final Logger LOG = Logger.getLogger(IdsArchive.class);

    private final IcatServer server;
    private final IcatSession session;
    private final CircuitBreaker breaker;

    IdsArchive(IcatServer server, IcatSession session, CircuitBreaker breaker) {
        this.server = server;
        this.session = session;
        this.breaker = breaker;
    }

    @Override
    public Stored whereIs(CatalogueEntry entry) {
        return status(Long.toString(entry.id()));
    }

    @Override
    public Stored whereAre(List<Long> datasets) {
        return status(datasets.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private Stored status(String datasets) {
        IcatAnswer answer = ask(datasets, id -> IcatCall.status(id, datasets));
        if (!answer.isSuccess()) {
            // No file, or no right to see one: then it says nothing of where they are.
            LOG.debugf("the IDS does not tell the status of dataset %s: %s", datasets, reason(answer));
            return Stored.UNKNOWN;
        }
        return switch (answer.text().strip()) {
            case "ONLINE" -> Stored.ONLINE;
            case "ARCHIVED" -> Stored.ARCHIVED;
            case "RESTORING" -> Stored.RESTORING;
            default -> Stored.UNKNOWN;
        };
    }

    @Override
    public void restore(List<Long> datasets) {
        String ids = datasets.stream().map(String::valueOf).collect(Collectors.joining(","));
        IcatAnswer answer = ask("restore", id -> IcatCall.prepare(id, ids));
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the IDS does not restore the datasets " + ids + ": " + reason(answer));
        }
    }

    /** An answer that is the IDS's own, whatever it says. */
    private IcatAnswer ask(String work, Function<String, IcatCall> call) {
        if (!(breaker.enter() instanceof CircuitBreaker.Ticket ticket)) {
            throw new Unavailable(
                    WaitsFor.ARCHIVE, "the IDS does not answer, and is asked now and then: " + breaker.reason());
        }
        try {
            IcatAnswer answer = session.with(id -> askedIn(id, call));
            breaker.answered(ticket);
            return answer;
        } catch (Unavailable e) {
            breaker.failed(ticket, work, String.valueOf(e.getMessage()));
            throw new Unavailable(WaitsFor.ARCHIVE, String.valueOf(e.getMessage()), e);
        } finally {
            breaker.left(ticket);
        }
    }

    private IcatAnswer askedIn(String sessionId, Function<String, IcatCall> call) {
        IcatCall made = call.apply(sessionId);
        IcatAnswer answer = server.ask(made);
        if (answer.isSuccess()) {
            return answer;
        }
        if (answer.json().isEmpty() || answer.status() >= 500) {
            throw new Unavailable(
                    WaitsFor.ARCHIVE,
                    "the IDS answered " + made.title() + " with status " + answer.status() + ": " + reason(answer));
        }
        if (answer.status() == 403 && answer.text().contains("by sessionid")) {
            throw new IcatRefusal(made, IcatRefusal.Code.SESSION, "the IDS does not know the session");
        }
        return answer;
    }

    /** Its code alone: a message may hold a session id. */
    private static String reason(IcatAnswer answer) {
        return answer.json().map(json -> json.path("code").asText("no code")).orElse("something that is no JSON");
    }
}
