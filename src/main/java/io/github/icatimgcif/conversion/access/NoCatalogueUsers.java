package io.github.icatimgcif.conversion.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalogue that has no users of its own, as the embedded one: nobody has a session, and only the service itself sees anything. */
public final class NoCatalogueUsers implements CatalogueUsers {

    /** Has nothing to be asked. */
    public NoCatalogueUsers() {}

    @Override
    public Optional<SessionUser> userOf(UserSession session) {
        return Optional.empty();
    }

    @Override
    public Set<String> groupingsOf(String userName, Collection<String> among) {
        return Set.of();
    }

    @Override
    public boolean shows(Viewer viewer, long dataset) {
        return viewer instanceof Viewer.Service;
    }

    @Override
    public List<Long> shownAt(Viewer viewer, String location) {
        return List.of();
    }

    @Override
    public Optional<ListedDataset> listed(long dataset) {
        return Optional.empty();
    }
}
