package io.github.icatimgcif.icatstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Logins and sessions. Those whose time is over are known as such until they are forgotten. */
final class StubSessions {

    /** Whoever comes without saying who he is. */
    static final String ANYBODY = "anon/anon";

    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private volatile boolean anybodyIsAdmitted;

    private record Session(String user, Instant end) {}

    StubSessions(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    void admitAnybody() {
        anybodyIsAdmitted = true;
    }

    void admit(String user, String password) {
        passwords.put(user, password);
    }

    String login(JsonNode json) {
        String plugin = json.path("plugin").asText("");
        if (plugin.equals("anon") && anybodyIsAdmitted) {
            String id = UUID.randomUUID().toString();
            sessions.put(id, new Session(ANYBODY, clock.instant().plus(lifetime)));
            return id;
        }
        if (!plugin.equals("simple")) {
            throw refused("Authenticator mnemonic " + plugin + " not recognised");
        }
        Map<String, String> given = new HashMap<>();
        json.path("credentials")
                .forEach(one -> one.properties()
                        .forEach(field ->
                                given.put(field.getKey(), field.getValue().asText())));
        String user = given.getOrDefault("username", "");
        if (!given.getOrDefault("password", "").equals(passwords.getOrDefault(user, "\n"))) {
            throw refused("The username and password do not match ");
        }
        String id = UUID.randomUUID().toString();
        begin(id, user);
        return id;
    }

    void begin(String id, String user) {
        sessions.put(id, new Session("simple/" + user, clock.instant().plus(lifetime)));
    }

    /** The user of a session whose time is not over. */
    String user(String id) {
        Session session = known(id);
        if (!clock.instant().isBefore(session.end())) {
            throw refused("Session id:" + id + " has expired");
        }
        return session.user();
    }

    double remainingMinutes(String id) {
        user(id);
        return Duration.between(clock.instant(), known(id).end()).toMillis() / 60_000.0;
    }

    /** ICAT revives sessions whose time is over. */
    void refresh(String id) {
        sessions.put(id, new Session(known(id).user(), clock.instant().plus(lifetime)));
    }

    void end(String id) {
        known(id);
        sessions.remove(id);
    }

    void expireAll() {
        sessions.replaceAll((id, session) -> new Session(session.user(), Instant.MIN));
    }

    void forgetAll() {
        sessions.clear();
    }

    int count() {
        return sessions.size();
    }

    private Session known(String id) {
        if (id.isEmpty()) {
            throw refused("Session Id cannot be null or empty.");
        }
        return Optional.ofNullable(sessions.get(id))
                .orElseThrow(() -> refused("Unable to find user by sessionid: " + id));
    }

    private static StubRefusal refused(String message) {
        return new StubRefusal(403, "SESSION", message);
    }
}
