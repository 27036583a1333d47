package io.github.icatimgcif.backlog;

import io.github.icatimgcif.backlog.BacklogItems.Found;
import io.github.icatimgcif.conversion.KnownEntries;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.collect.Archive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for the datasets of a backlog, in the catalogue and in the journal, and decides what is to become of each. */
public final class Planning {

    private static final int JOURNAL_PAGE = 1000;
    private static final int TAPE_QUESTIONS = 500;

    private final Backlogs backlogs;
    private final BacklogItems items;
    private final JournalDatasets journal;
    private final Optional<CatalogueDatasets> catalogue;
    private final Archive archive;
    private final Versions versions;

    /**
     * A planning.
     *
     * @param catalogue empty where a dataset is in the catalogue by its announcement only
     * @param archive   says what is on tape
     * @param versions  by what imgCIFs are made now
     */
    public Planning(
            Backlogs backlogs,
            BacklogItems items,
            JournalDatasets journal,
            Optional<CatalogueDatasets> catalogue,
            Archive archive,
            Versions versions) {
        this.backlogs = backlogs;
        this.items = items;
        this.journal = journal;
        this.catalogue = catalogue;
        this.archive = archive;
        this.versions = versions;
    }

    /**
     * Finds all datasets anew and lets the backlog begin, unless it is a dry run. One that is cancelled meanwhile stays so.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if something does not answer; then it is to be repeated
     */
    public void plan(Backlog backlog) {
        items.clear(backlog.id());
        Pass pass = new Pass(backlog);
        if (catalogue.isPresent()) {
            pass.throughCatalogue(catalogue.get());
        }
        pass.throughJournal();
        pass.idsThatNobodyKnows();
        BacklogState next = backlog.order().dryRun() ? BacklogState.PLANNED : BacklogState.RUNNING;
        backlogs.change(backlog.id(), BacklogState.PLANNING, next, "");
    }

    /** One backlog on its way through all that is known. */
    private final class Pass {

        private final Backlog backlog;
        private final Selection selection;
        private final Appraisal appraisal;
        private final TapeSurvey tape;
        private final Set<String> seenLocations = new HashSet<>();
        private final Set<Long> seenIds = new HashSet<>();

        Pass(Backlog backlog) {
            this.backlog = backlog;
            this.selection = backlog.order().selection();
            this.appraisal = new Appraisal(versions, backlog.order().duplicate());
            this.tape = new TapeSurvey(archive, TAPE_QUESTIONS);
        }

        void throughCatalogue(CatalogueDatasets datasets) {
            Optional<Long> position = Optional.of(0L);
            while (position.isPresent() && isWanted()) {
                CatalogueDatasets.Page page = datasets.selected(selection, position.get());
                take(page.datasets());
                position = page.next();
            }
        }

        /** What the catalogue does not have, or did not tell: it may have come later, or under another name of its folder. */
        void throughJournal() {
            long position = 0;
            List<KnownState> page;
            do {
                page = isWanted() ? journal.selected(selection, position, JOURNAL_PAGE) : List.of();
                List<Found> found = new ArrayList<>();
                for (KnownState known : page) {
                    judge(known.candidate(), Optional.of(known)).ifPresent(found::add);
                    position = known.entryId();
                }
                keep(found);
            } while (page.size() == JOURNAL_PAGE);
        }

        void idsThatNobodyKnows() {
            List<Found> unknown = new TreeSet<>(selection.ids())
                    .stream()
                            .filter(id -> !seenIds.contains(id))
                            .filter(id -> selection.wants(Standing.MISSING))
                            .map(Pass::unknown)
                            .toList();
            keep(unknown);
        }

        private static Found unknown(long id) {
            return new Found(
                    new Candidate("", "", "", Set.of(), "", "", Optional.of(id), Optional.empty(), false, false),
                    new Judged(
                            Standing.MISSING,
                            Prospect.CANNOT,
                            "no raw dataset of this id meets the selection, in the catalogue or in the journal"));
        }

        private boolean isWanted() {
            return backlogs.find(backlog.id())
                    .filter(now -> now.state() == BacklogState.PLANNING)
                    .isPresent();
        }

        private void take(List<Candidate> page) {
            List<Candidate> selected = page.stream().filter(selection::selects).toList();
            KnownEntries<KnownState> known = known(selected);
            List<Found> found = new ArrayList<>();
            for (Candidate candidate : selected) {
                Optional<KnownState> entry = known.of(location(candidate), candidate.catalogueId());
                Candidate here = entry.map(
                                state -> candidate.at(state.candidate().location()))
                        .orElse(candidate);
                judge(here, entry).ifPresent(found::add);
            }
            keep(found);
        }

        /** Empty if it was met before, or stands as nobody wants it. */
        private Optional<Found> judge(Candidate candidate, Optional<KnownState> known) {
            if (!selection.selects(candidate) || !isNew(candidate)) {
                return Optional.empty();
            }
            Judged judged = appraisal.of(candidate, known);
            return selection.wants(judged.standing()) ? Optional.of(new Found(candidate, judged)) : Optional.empty();
        }

        private boolean isNew(Candidate candidate) {
            boolean isNewId = candidate.catalogueId().map(seenIds::add).orElse(true);
            return candidate.location().isEmpty() ? isNewId : seenLocations.add(candidate.location());
        }

        private void keep(List<Found> found) {
            if (found.isEmpty()) {
                return;
            }
            Set<Long> onTape = tape.onTape(found.stream()
                    .filter(one -> one.judged().prospect() == Prospect.ELIGIBLE)
                    .flatMap(one -> one.candidate().catalogueId().stream())
                    .toList());
            items.add(
                    backlog.id(),
                    found.stream()
                            .map(one -> one.candidate()
                                            .catalogueId()
                                            .filter(onTape::contains)
                                            .isPresent()
                                    ? new Found(one.candidate(), one.judged().onTape())
                                    : one)
                            .toList());
        }
    }

    private KnownEntries<KnownState> known(List<Candidate> datasets) {
        Set<String> locations =
                datasets.stream().flatMap(dataset -> location(dataset).stream()).collect(Collectors.toSet());
        List<Long> ids = datasets.stream()
                .flatMap(dataset -> dataset.catalogueId().stream())
                .toList();
        return new KnownEntries<>(
                datasets.isEmpty() ? List.of() : journal.named(locations, ids),
                state -> state.candidate().location(),
                state -> state.candidate().catalogueId(),
                KnownState::waits);
    }

    private static Optional<String> location(Candidate candidate) {
        return Optional.of(candidate.location()).filter(location -> !location.isEmpty());
    }
}
