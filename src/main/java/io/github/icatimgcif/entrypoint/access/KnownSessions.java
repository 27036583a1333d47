package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sessions that ICAT knew when it was last asked, by their fingerprints: the last ones, a bounded number. Whoever invents sessions does
 * not get among them. Safe for threads.
 */
@Singleton
public final class KnownSessions {

    private final Set<String> fingerprints;

    /** None yet. */
    KnownSessions(RateSettings settings) {
        int most = settings.mostRemembered();
        this.fingerprints = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        }));
    }

    /** Notes that ICAT knows it. */
    void add(UserSession session) {
        String fingerprint = session.fingerprint();
        // Put anew, so that those in use are not the first to be forgotten.
        fingerprints.remove(fingerprint);
        fingerprints.add(fingerprint);
    }

    /** Notes that ICAT does not know it, or not any more. */
    void remove(UserSession session) {
        fingerprints.remove(session.fingerprint());
    }

    boolean contains(UserSession session) {
        return fingerprints.contains(session.fingerprint());
    }
}
