package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Collected;
import io.github.icatimgcif.conversion.collect.Collecting;
import io.github.icatimgcif.conversion.collect.DatasetCollection;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.Completing;
import io.github.icatimgcif.conversion.complete.Completion;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.map.ExternalLinks;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.conversion.map.Mapping;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.conversion.validate.Verdict;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The first four stages, which change nothing: collect, complete, map, judge. */
public final class Description {

    private final DatasetCollection collection;
    private final Completion completion;
    private final Mapping mapping;
    private final ExternalLinks links;
    private final Validation validation;
    private final Function<StoredDataset, Optional<Path>> placement;
    private final StageWatch watch;

    /**
     * A description through these stages.
     *
     * @param placement where the imgCIF of a dataset is to lie; relative links depend on it
     * @param watch     looks on
     */
    public Description(
            DatasetCollection collection,
            Completion completion,
            Mapping mapping,
            ExternalLinks links,
            Validation validation,
            Function<StoredDataset, Optional<Path>> placement,
            StageWatch watch) {
        this.collection = collection;
        this.completion = completion;
        this.mapping = mapping;
        this.links = links;
        this.validation = validation;
        this.placement = placement;
        this.watch = watch;
    }

    /** How describing a dataset ended. */
    public sealed interface Result {

        /**
         * There is a valid imgCIF to write.
         *
         * @param experiment what it describes, of several parts the first
         * @param provenance where its values come from
         * @param verdict    the judged imgCIF
         * @param place      where it is to lie
         */
        record Described(CompletedExperiment experiment, List<Provenance> provenance, Verdict.Valid verdict, Path place)
                implements Result {
            public Described {
                provenance = List.copyOf(provenance);
            }
        }

        /**
         * The data do not allow one.
         *
         * @param findings   why, at least one error
         * @param isGone     whether it is for lack of raw files, which says nothing against what was made while they were there
         * @param provenance where its values would have come from, if it got that far
         * @param entry      the dataset's entry in the catalogue, where there is a catalogue
         */
        record NotDescribable(
                List<Finding> findings, boolean isGone, List<Provenance> provenance, Optional<CatalogueEntry> entry)
                implements Result {
            public NotDescribable {
                findings = List.copyOf(findings);
                provenance = List.copyOf(provenance);
            }
        }

        /**
         * Not now, or not ever; nothing is wrong with the data.
         *
         * @param outcome how it ends
         * @param entry   the dataset's entry in the catalogue, if it was found there
         */
        record Otherwise(Outcome outcome, Optional<CatalogueEntry> entry) implements Result {}
    }

    /**
     * Describes a dataset.
     *
     * @param patience how long it was waited for, which decides what is still waited for
     * @throws Unavailable if something outside does not answer
     */
    public Result describe(StoredDataset dataset, Patience patience, Milestones milestones) {
        Collecting collecting = watch.during(Stage.COLLECT, () -> collection.collect(dataset, patience, milestones));
        if (collecting instanceof Collecting.Ready ready) {
            milestones.accept(Milestone.COLLECTED);
            return describe(ready.collected(), milestones);
        }
        if (collecting instanceof Collecting.NotWorthIt not) {
            return new Result.Otherwise(new Outcome.Skipped(not.reason()), not.entry());
        }
        if (collecting instanceof Collecting.NotThereYet notYet) {
            return new Result.Otherwise(new Outcome.Postponed(notYet.what(), notYet.cause()), notYet.entry());
        }
        Collecting.Unusable unusable = (Collecting.Unusable) collecting;
        return new Result.NotDescribable(unusable.findings(), unusable.isGone(), List.of(), unusable.entry());
    }

    private Result describe(Collected collected, Milestones milestones) {
        Completing completing = watch.during(Stage.COMPLETE, () -> completion.complete(collected));
        if (!(completing instanceof Completing.Completed completed)) {
            return new Result.NotDescribable(
                    ((Completing.Incomplete) completing).findings(), false, List.of(), collected.entry());
        }
        List<CompletedExperiment> experiments = completed.experiments();
        CompletedExperiment experiment = experiments.get(0);
        Optional<Path> place = placement.apply(experiment.dataset());
        if (place.isEmpty()) {
            return new Result.NotDescribable(
                    List.of(Finding.error("location", "no place for an imgCIF follows from the location")),
                    false,
                    List.of(),
                    collected.entry());
        }
        MappedFile mapped = watch.during(Stage.MAP, () -> mapping.map(experiments, links.of(experiment, place.get())));
        Verdict verdict = watch.during(Stage.VALIDATE, () -> validation.judge(mapped, completed.leftOut()));
        if (!(verdict instanceof Verdict.Valid valid)) {
            return new Result.NotDescribable(verdict.findings(), false, provenance(experiments), collected.entry());
        }
        milestones.accept(Milestone.JUDGED);
        return new Result.Described(experiment, provenance(experiments), valid, place.get());
    }

    /** Where the values come from; what is the same for all parts is said once. */
    private static List<Provenance> provenance(List<CompletedExperiment> experiments) {
        return experiments.stream()
                .flatMap(experiment -> experiment.provenance().stream())
                .distinct()
                .toList();
    }
}
