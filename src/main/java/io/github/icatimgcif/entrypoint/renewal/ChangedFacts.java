package io.github.icatimgcif.entrypoint.renewal;

import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.collect.CatalogueChanges;
import io.github.icatimgcif.conversion.collect.CatalogueChanges.Facts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has datasets converted again of which the catalogue says something else than at their last conversion: new or changed parameters,
 * another DOI, another release date; or whose registration somebody took out of it, while the raw dataset stayed. Each round looks at the newest datasets of the journal, then goes on with a pass over all of
 * them. Nothing of the catalogue's own times is kept from round to round, so none can be missed while the service is away.
 */
public final class ChangedFacts {

    private static final String DOOR = "changes";
    private static final String POSITION = "changes.position";
    private static final long BEHIND_ALL = Long.MAX_VALUE;

    private final CatalogueChanges catalogue;
    private final KnownDatasets journal;
    private final Marks marks;
    private final Again again;
    private final int questions;
    private final int inLine;
    private final Clock clock;

    /**
     * Looks for changes.
     *
     * @param questions how often the catalogue is asked in one round, each time about {@link CatalogueChanges#MOST} datasets
     * @param inLine    while so many datasets wait to be converted, it is not asked
     */
    public ChangedFacts(
            CatalogueChanges catalogue,
            KnownDatasets journal,
            Marks marks,
            Again again,
            int questions,
            int inLine,
            Clock clock) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.marks = marks;
        this.again = again;
        this.questions = questions;
        this.inLine = inLine;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue or the database does not answer; what was done stays done
     */
    public void round() {
        if (again.room(inLine) == 0) {
            return;
        }
        List<KnownDataset> newest = journal.inCatalogueBelow(BEHIND_ALL, CatalogueChanges.MOST);
        look(newest);
        if (newest.size() == CatalogueChanges.MOST) {
            goOnBelow(newest.get(newest.size() - 1).entryId());
        }
    }

    /** The pass over all, from the newest to the oldest, and again. */
    private void goOnBelow(long lookedAt) {
        long position =
                Math.min(lookedAt, marks.read(POSITION).map(Long::parseLong).orElse(lookedAt));
        for (int asked = 1; asked < questions && again.room(inLine) > 0; asked++) {
            List<KnownDataset> page = journal.inCatalogueBelow(position, CatalogueChanges.MOST);
            look(page);
            if (page.size() < CatalogueChanges.MOST) {
                marks.keep(POSITION, Long.toString(BEHIND_ALL));
                return;
            }
            position = page.get(page.size() - 1).entryId();
            marks.keep(POSITION, Long.toString(position));
        }
    }

    private void look(List<KnownDataset> page) {
        List<Long> ids =
                page.stream().flatMap(dataset -> dataset.catalogueId().stream()).toList();
        Map<Long, Facts> facts = catalogue.now(ids);
        Set<Long> registrations = catalogue.stillThere(page.stream()
                .flatMap(dataset -> dataset.registeredAs().stream())
                .toList());
        Instant now = clock.instant();
        List<KnownDataset> changed = new ArrayList<>();
        for (KnownDataset dataset : page) {
            Optional<Facts> said = dataset.catalogueId().map(facts::get);
            Optional<Long> gone = dataset.registeredAs().filter(id -> !registrations.contains(id));
            if (said.isPresent() && (isNews(dataset, said.get(), now) || gone.isPresent())) {
                // Else a dataset whose raw data are away would be said to stay registered, and be announced for ever.
                gone.ifPresent(id -> journal.forgetRegistration(dataset.location(), id));
                changed.add(dataset);
            }
        }
        again.announce(changed, DOOR);
    }

    private boolean isNews(KnownDataset dataset, Facts said, Instant now) {
        Optional<Instant> change = said.parametersChanged().filter(time -> dataset.hasNotSeen(time, now));
        change.ifPresent(time -> letTheCatalogueSpeak(dataset));
        boolean isPublishedOtherwise = dataset.publication()
                .filter(known -> !known.equals(said.publication()))
                .isPresent();
        return change.isPresent() || isPublishedOtherwise;
    }

    /**
     * What an event said counts more than the catalogue, which often has it rounded; but not more than what somebody corrected
     * there afterwards.
     */
    private void letTheCatalogueSpeak(KnownDataset dataset) {
        List<String> corrected = catalogue.parametersCorrectedSince(
                dataset.catalogueId().orElseThrow(), dataset.lookedAt().orElse(Instant.EPOCH));
        journal.forgetAnnounced(dataset.location(), corrected);
    }
}
