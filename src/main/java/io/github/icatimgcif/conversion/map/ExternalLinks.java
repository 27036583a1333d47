package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The facility's policy of linking to raw files. A dataset that is not public yet, or lacks what the template asks for, is
 * linked to where it lies: such a link promises nothing to the public.
 */
public final class ExternalLinks {

    private final String template;
    private final boolean isPublic;
    private final Clock clock;

    /**
     * A policy.
     *
     * @param template see {@link ExternalUris}
     * @param isPublic whether such a link can be followed from outside the facility
     */
    public ExternalLinks(String template, boolean isPublic, Clock clock) {
        this.template = template;
        this.isPublic = isPublic;
        this.clock = clock;
    }

    /** The links of one dataset whose imgCIF is to lie at {@code place}. */
    public ExternalUris of(CompletedExperiment experiment, Path place) {
        Optional<CatalogueEntry> entry = experiment.entry();
        Optional<Long> id = entry.map(CatalogueEntry::id);
        Optional<String> doi = entry.flatMap(CatalogueEntry::doi);
        boolean kept =
                isPublic && entry.map(e -> e.underEmbargoAt(clock.instant())).orElse(false);
        String chosen = kept || !ExternalUris.isFor(template, id, doi) ? ExternalUris.LOCAL_FILES : template;
        Path location = Path.of(experiment.dataset().location());
        Path folder = place.getParent();
        return new ExternalUris(chosen, folder == null ? location : folder, location, id, doi);
    }
}
