package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A catalogue that can tell what has become different of datasets. */
public interface CatalogueChanges {

    /**
     * What is said of datasets now. Our own doings are left out.
     *
     * @param ids of datasets in the catalogue, at most {@link #MOST}
     * @return by id; without those that the catalogue does not have, or does not show
     * @throws Unavailable if the catalogue does not answer
     */
    Map<Long, Facts> now(List<Long> ids);

    /**
     * Those of these datasets that the catalogue still has.
     *
     * @param ids of datasets in the catalogue, at most {@link #MOST}
     * @throws Unavailable if the catalogue does not answer
     */
    Set<Long> stillThere(List<Long> ids);

    /**
     * The names of the parameters of a dataset that got another value at that time or later, not by ourselves. One that was only
     * made then is not among them.
     *
     * @throws Unavailable if the catalogue does not answer
     */
    List<String> parametersCorrectedSince(long id, Instant time);

    /** So many datasets may be asked for at once. */
    int MOST = 400;

    /**
     * What is said of a dataset.
     *
     * @param parametersChanged when one of its parameters was last made or changed, in whole seconds; empty if none ever was
     * @param publication       its publication
     */
    record Facts(Optional<Instant> parametersChanged, Publication publication) {}
}
