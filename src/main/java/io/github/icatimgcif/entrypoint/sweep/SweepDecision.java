package io.github.icatimgcif.entrypoint.sweep;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.KnownEntries;
import io.github.icatimgcif.conversion.collect.UnconvertedDatasets.Unconverted;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Decides whether a dataset without a job of ours is announced, and announces it. It may well be known: skipped, refused, waiting,
 * or registered in another way. Only one that the journal does not know is announced, or one that somebody changed since it was
 * last looked at, one that was given up some time ago, and one in whose folder another one is registered.
 */
public final class SweepDecision {

    private static final Logger LOG = Logger.getLogger(SweepDecision.class);

    private static final String DOOR = "sweep";

    private final KnownDatasets journal;
    private final Intake intake;
    private final MeterRegistry meters;
    private final Duration incompleteAfter;
    private final Clock clock;

    /**
     * Hands over to this intake what this journal does not know.
     *
     * @param incompleteAfter how long after its last change a dataset is taken that the catalogue does not call complete
     */
    public SweepDecision(
            KnownDatasets journal, Intake intake, MeterRegistry meters, Duration incompleteAfter, Clock clock) {
        this.journal = journal;
        this.intake = intake;
        this.meters = meters;
        this.incompleteAfter = incompleteAfter;
        this.clock = clock;
    }

    /**
     * What was done with a page.
     *
     * @param announced how many datasets were announced
     * @param upTo      the id up to which datasets were looked at; empty if it was none
     */
    record Taken(int announced, Optional<Long> upTo) {}

    /** Announces those of a page that are to be announced, but at most so many. */
    Taken take(List<Unconverted> page, long room) {
        Instant now = clock.instant();
        KnownEntries<KnownDataset> known = known(page);
        int announced = 0;
        Optional<Long> upTo = Optional.empty();
        for (Unconverted dataset : page) {
            if (announced >= room) {
                break;
            }
            announced += count(judged(dataset, known, now));
            upTo = Optional.of(dataset.id());
        }
        return new Taken(announced, upTo);
    }

    private enum Judged {
        ANNOUNCED,
        KNOWN,
        INCOMPLETE,
        NOWHERE,
        IMPOSSIBLE
    }

    private Judged judged(Unconverted dataset, KnownEntries<KnownDataset> known, Instant now) {
        if (!dataset.complete() && !isLeft(dataset, now)) {
            return Judged.INCOMPLETE;
        }
        Optional<KnownDataset> entry = known.of(identity(dataset), Optional.of(dataset.id()));
        if (entry.isPresent()) {
            return isWanted(dataset, entry.get(), now) ? announced(dataset, entry.get()) : Judged.KNOWN;
        }
        if (dataset.location().isBlank()) {
            return Judged.NOWHERE;
        }
        return handedIn(dataset);
    }

    private static boolean isWanted(Unconverted dataset, KnownDataset entry, Instant now) {
        boolean isChanged = dataset.changedByOthers()
                .filter(change -> entry.hasNotSeen(change, now))
                .isPresent();
        boolean isDue = entry.isDueAgain(now) && isOpen(dataset, entry);
        return !entry.waits() && (isChanged || isDue || isOfAnother(dataset, entry));
    }

    /** Of several datasets in one folder those are not asked for again of which another one's trouble says nothing. */
    private static boolean isOpen(Unconverted dataset, KnownDataset entry) {
        return entry.catalogueId().filter(id -> id != dataset.id()).isEmpty()
                || !entry.answered().contains(dataset.id());
    }

    /**
     * Whether what is registered is of another dataset of the same folder: one that was removed, or stands beside this one. Each is
     * asked for once, also where nothing can be made for it, as its raw data are gone.
     */
    private static boolean isOfAnother(Unconverted dataset, KnownDataset entry) {
        return entry.registeredAs().isPresent()
                && entry.catalogueId().filter(id -> id != dataset.id()).isPresent()
                && !entry.answered().contains(dataset.id());
    }

    /** Some programs never call a dataset complete; one that nobody touches any more is as whole as it will be. */
    private boolean isLeft(Unconverted dataset, Instant now) {
        return dataset.changedByOthers()
                .filter(change -> change.plus(incompleteAfter).isBefore(now))
                .isPresent();
    }

    /** Under the location that it has in the journal: that of the catalogue may be another name of the same folder. */
    private Judged announced(Unconverted dataset, KnownDataset entry) {
        LOG.infof("a dataset is looked at once more; location=%s id=%d", entry.location(), dataset.id());
        intake.accept(dataset.announcementAt(entry.location()), DOOR);
        return Judged.ANNOUNCED;
    }

    private Judged handedIn(Unconverted dataset) {
        try {
            intake.accept(dataset.announcement(), DOOR);
        } catch (IllegalArgumentException e) {
            // Nothing that waiting would change; the pass must come to the next one.
            LOG.warnf("a dataset of the catalogue cannot be announced; id=%d cause=%s", dataset.id(), e.getMessage());
            return Judged.IMPOSSIBLE;
        }
        LOG.infof("nobody had announced a dataset; location=%s id=%d", dataset.location(), dataset.id());
        return Judged.ANNOUNCED;
    }

    /** 1 for what was announced, else 0. */
    private int count(Judged judged) {
        String result = judged.name().toLowerCase(Locale.ROOT);
        meters.counter("imgcif.sweep.datasets", "result", result).increment();
        return judged == Judged.ANNOUNCED ? 1 : 0;
    }

    private KnownEntries<KnownDataset> known(List<Unconverted> page) {
        List<KnownDataset> entries = page.isEmpty()
                ? List.of()
                : journal.named(
                        page.stream()
                                .flatMap(dataset -> identity(dataset).stream())
                                .toList(),
                        page.stream().map(Unconverted::id).toList());
        return new KnownEntries<>(entries, KnownDataset::location, KnownDataset::catalogueId, KnownDataset::waits);
    }

    /** A dataset of the catalogue may have no location, and is known by its id only then. */
    private static Optional<String> identity(Unconverted dataset) {
        return dataset.location().isBlank()
                ? Optional.empty()
                : Optional.of(dataset.announcement().identity());
    }
}
