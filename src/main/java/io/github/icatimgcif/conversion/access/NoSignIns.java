package io.github.icatimgcif.conversion.access;

import java.util.List;
import java.util.Optional;

/** Of a catalogue that has no users of its own: lets nobody in. */
public final class NoSignIns implements SignIns {

    /** Has nothing to be asked. */
    public NoSignIns() {}

    @Override
    public List<String> authenticators() {
        return List.of();
    }

    @Override
    public Optional<UserSession> begin(String authenticator, String name, String password) {
        return Optional.empty();
    }

    @Override
    public void end(UserSession session) {
        // There is none.
    }
}
