package io.github.icatimgcif.conversion.access;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Keeps the catalogue from being asked for each request: what it said holds for some seconds. So long a session that was ended, or a
 * right that was taken away, may still count. Sessions are remembered by their fingerprints.
 */
public final class RememberedUsers implements CatalogueUsers {

    private final CatalogueUsers catalogue;
    private final Remembered<String, Optional<SessionUser>> users;
    private final Remembered<String, Set<String>> groupings;
    private final Remembered<Question<Long>, Boolean> shown;
    private final Remembered<Question<String>, List<Long>> places;

    private record Question<T>(String who, T what) {}

    /**
     * Asks this catalogue.
     *
     * @param lifetime    how long an answer holds
     * @param most        how many answers of each kind are kept
     * @param nanoseconds a time that never steps back, as {@link System#nanoTime}
     */
    public RememberedUsers(CatalogueUsers catalogue, Duration lifetime, int most, LongSupplier nanoseconds) {
        this.catalogue = catalogue;
        this.users = new Remembered<>(lifetime, most, nanoseconds);
        this.groupings = new Remembered<>(lifetime, most, nanoseconds);
        this.shown = new Remembered<>(lifetime, most, nanoseconds);
        this.places = new Remembered<>(lifetime, most, nanoseconds);
    }

    @Override
    public Optional<SessionUser> userOf(UserSession session) {
        return users.of(session.fingerprint(), () -> catalogue.userOf(session));
    }

    @Override
    public Set<String> groupingsOf(String userName, Collection<String> among) {
        return groupings.of(userName + "\n" + new TreeSet<>(among), () -> catalogue.groupingsOf(userName, among));
    }

    @Override
    public boolean shows(Viewer viewer, long dataset) {
        return shown.of(new Question<>(who(viewer), dataset), () -> catalogue.shows(viewer, dataset));
    }

    @Override
    public List<Long> shownAt(Viewer viewer, String location) {
        return places.of(new Question<>(who(viewer), location), () -> catalogue.shownAt(viewer, location));
    }

    @Override
    public Optional<ListedDataset> listed(long dataset) {
        return catalogue.listed(dataset);
    }

    private static String who(Viewer viewer) {
        return viewer instanceof Viewer.InSession user
                ? user.session().fingerprint()
                : viewer.getClass().getSimpleName();
    }
}
