package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One session for the whole service: begun at the first use, refreshed when half of its time is over (searches do not prolong
 * it), begun anew when ICAT does not know it any more, by one thread while the others wait. Safe for threads.
 */
final class IcatSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IcatSession.class);

    /** Wrong credentials are not tried over and over: directories lock accounts. */
    private static final Duration PAUSE_AFTER_REFUSED_LOGIN = Duration.ofMinutes(1);

    private final IcatServer server;
    private final IcatAccess access;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Held> held = Optional.empty();
    private Optional<RefusedLogin> refusedLogin = Optional.empty();

    private record Held(String id, String userName, Instant refreshAt) {
        @Override
        public String toString() {
            return "session of " + userName;
        }
    }

    private record RefusedLogin(Instant until, String reason) {}

    /** Talks to nobody yet. */
    IcatSession(IcatServer server, IcatAccess access, Clock clock) {
        this.server = server;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Does something with a session id. If ICAT does not know the session any more, logs in again and does it once more: a
     * request that was refused for its session has changed nothing.
     *
     * @throws Unavailable if ICAT does not answer or does not let us in
     */
    <T> T with(Function<String, T> work) {
        String id = current().id();
        try {
            return work.apply(id);
        } catch (IcatRefusal refusal) {
            if (refusal.code() != IcatRefusal.Code.SESSION) {
                throw refusal;
            }
        }
        String renewed = renewed(id).id();
        try {
            return work.apply(renewed);
        } catch (IcatRefusal refusal) {
            if (refusal.code() == IcatRefusal.Code.SESSION) {
                throw new Unavailable(
                        WaitsFor.CATALOGUE,
                        "ICAT does not know a session that it has just given: " + refusal.reason(),
                        refusal);
            }
            throw refusal;
        }
    }

    /** The name under which ICAT knows us, and which stands in createId of what we made: {@code db/ingest}. */
    String userName() {
        return current().userName();
    }

    /**
     * Asks ICAT about the session, which it looks up in its database; so this fails when the database is away.
     *
     * @return minutes that remain
     */
    double remainingMinutes() {
        return with(id -> server.call(IcatCall.onSession("GET", id))
                .content(IcatCall.onSession("GET", id))
                .path("remainingMinutes")
                .asDouble());
    }

    /** Ends the session, if there is one. A server that does not answer forgets it by itself. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (held.isPresent()) {
                server.call(IcatCall.onSession("DELETE", held.get().id()));
            }
        } catch (Unavailable | IcatRefusal gone) {
            LOG.debugf("could not log out: %s", gone.getMessage());
        } finally {
            held = Optional.empty();
            lock.unlock();
        }
    }

    private Held current() {
        lock.lock();
        try {
            if (held.isEmpty()) {
                return login();
            }
            Held present = held.get();
            return clock.instant().isBefore(present.refreshAt()) ? present : refreshed(present);
        } finally {
            lock.unlock();
        }
    }

    private Held renewed(String lost) {
        lock.lock();
        try {
            if (held.isPresent() && !held.get().id().equals(lost)) {
                return held.get();
            }
            return login();
        } finally {
            lock.unlock();
        }
    }

    private Held refreshed(Held present) {
        try {
            server.call(IcatCall.onSession("PUT", present.id()));
            return hold(present.id());
        } catch (IcatRefusal refusal) {
            LOG.debugf("the session could not be refreshed: %s", refusal.reason());
            return login();
        }
    }

    private Held login() {
        held = Optional.empty();
        Instant now = clock.instant();
        if (refusedLogin.isPresent() && now.isBefore(refusedLogin.get().until())) {
            throw new Unavailable(WaitsFor.CATALOGUE, refusedLogin.get().reason());
        }
        try {
            IcatCall call = IcatCall.login(credentials());
            String id = server.call(call).content(call).path("sessionId").asText("");
            if (id.isEmpty()) {
                throw new Unavailable(WaitsFor.CATALOGUE, "ICAT answered a login without a session id");
            }
            refusedLogin = Optional.empty();
            Held fresh = hold(id);
            LOG.infof("logged in to ICAT as %s", fresh.userName());
            return fresh;
        } catch (IcatRefusal refusal) {
            String reason = "ICAT does not let us in (" + withoutCredentials(refusal.reason())
                    + "); the authenticator '" + access.plugin() + "' and its credentials must be right";
            refusedLogin = Optional.of(new RefusedLogin(now.plus(PAUSE_AFTER_REFUSED_LOGIN), reason));
            throw new Unavailable(WaitsFor.CATALOGUE, reason);
        }
    }

    private Held hold(String id) {
        Instant before = clock.instant();
        IcatCall call = IcatCall.onSession("GET", id);
        JsonNode info = server.call(call).content(call);
        double minutes = info.path("remainingMinutes").asDouble(0);
        Held fresh = new Held(id, info.path("userName").asText(""), before.plusMillis((long) (minutes * 30_000)));
        held = Optional.of(fresh);
        return fresh;
    }

    private String credentials() {
        ObjectNode login = IcatAnswer.JSON.createObjectNode().put("plugin", access.plugin());
        ArrayNode credentials = login.putArray("credentials");
        access.credentials().forEach((key, value) -> credentials.addObject().put(key, value));
        return login.toString();
    }

    private String withoutCredentials(String text) {
        String cleaned = text;
        for (String value : access.credentials().values()) {
            cleaned = value.isEmpty() ? cleaned : cleaned.replace(value, "...");
        }
        return cleaned;
    }
}
