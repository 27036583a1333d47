package io.github.icatimgcif.conversion.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users of a catalogue and what it shows to them. Each method throws {@link io.github.icatimgcif.conversion.Unavailable} if the
 * catalogue does not answer: that is never taken for a yes.
 */
public interface CatalogueUsers {

    /** Whose session it is; empty if the catalogue does not know it, or not any more. */
    Optional<SessionUser> userOf(UserSession session);

    /** Those of these groupings that a user is a member of. */
    Set<String> groupingsOf(String userName, Collection<String> among);

    /** Whether somebody may see a dataset, by its id in the catalogue. */
    boolean shows(Viewer viewer, long dataset);

    /** The ids of the datasets at a location that somebody may see. */
    List<Long> shownAt(Viewer viewer, String location);

    /** What the catalogue says of a dataset, to this service; empty if it has none of that id. */
    Optional<ListedDataset> listed(long dataset);
}
