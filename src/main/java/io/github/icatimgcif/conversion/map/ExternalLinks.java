package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facility's policy of linking to raw files. A dataset that is not public yet, or lacks what the template asks for, is
 * linked to where it lies: such a link promises nothing to the public.
 */
public final class ExternalLinks {

    private static final String SUBJECT = "_array_data_external_data.uri";

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

    /**
     * The links of one dataset.
     *
     * @param uris     the URIs
     * @param findings why they are not what the facility's template says, if they are not
     */
    public record Links(ExternalUris uris, List<Finding> findings) {
        public Links {
            findings = List.copyOf(findings);
        }
    }

    /** The links of one dataset whose imgCIF is to lie at {@code place}. */
    public Links of(CompletedExperiment experiment, Path place) {
        Optional<CatalogueEntry> entry = experiment.entry();
        Optional<Long> id = entry.map(CatalogueEntry::id);
        Optional<String> doi = entry.flatMap(CatalogueEntry::doi);
        List<Finding> findings = new ArrayList<>();
        if (isPublic && entry.map(e -> e.underEmbargoAt(clock.instant())).orElse(false)) {
            findings.add(Finding.note(
                    SUBJECT,
                    "the investigation is not released"
                            + entry.flatMap(CatalogueEntry::releaseDate)
                                    .map(date -> " before " + date)
                                    .orElse("")
                            + "; the links lead to where the files lie, not to a public place"));
        } else if (!ExternalUris.isFor(template, id, doi)) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "the links of this facility need what the dataset does not have, " + template
                            + "; they lead to where the files lie"));
        }
        String chosen = findings.isEmpty() ? template : ExternalUris.LOCAL_FILES;
        Path location = Path.of(experiment.dataset().location());
        Path folder = place.getParent();
        return new Links(new ExternalUris(chosen, folder == null ? location : folder, location, id, doi), findings);
    }
}
