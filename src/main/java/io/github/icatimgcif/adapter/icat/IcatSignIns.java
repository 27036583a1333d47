package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.access.SignIns;
import io.github.icatimgcif.conversion.access.UserSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions of ICAT for others. What they sign in with goes to ICAT and nowhere else. */
final class IcatSignIns implements SignIns {

    private static final String NAME = "username";
    private static final String PASSWORD = "password";

    private final IcatServer server;

    IcatSignIns(IcatServer server) {
        this.server = server;
    }

    @Override
    public List<String> authenticators() {
        IcatCall call = IcatCall.get("properties");
        List<String> asking = new ArrayList<>();
        server.call(call).content(call).path("authenticators").forEach(one -> {
            // Those marked so are for people who administer ICAT itself.
            if (!one.path("admin").asBoolean(false) && asksFor(one, NAME) && asksFor(one, PASSWORD)) {
                asking.add(one.path("mnemonic").asText());
            }
        });
        return asking;
    }

    private static boolean asksFor(JsonNode authenticator, String key) {
        for (JsonNode one : authenticator.path("keys")) {
            if (one.path("name").asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<UserSession> begin(String authenticator, String name, String password) {
        ObjectNode login = IcatAnswer.JSON.createObjectNode().put("plugin", authenticator);
        ArrayNode credentials = login.putArray("credentials");
        credentials.addObject().put(NAME, name);
        credentials.addObject().put(PASSWORD, password);
        IcatCall call = IcatCall.login(login.toString());
        try {
            String id = server.call(call).content(call).path("sessionId").asText("");
            return Optional.of(UserSession.of(id)
                    .orElseThrow(() -> new Unavailable(
                            WaitsFor.CATALOGUE, "ICAT answered a sign-in with something that is no session id")));
        } catch (IcatRefusal refused) {
            return Optional.empty();
        }
    }

    @Override
    public void end(UserSession session) {
        try {
            server.call(IcatCall.onSession("DELETE", session.id()));
        } catch (IcatRefusal ended) {
            // It is not known any more, which is what is wanted.
        }
    }
}
