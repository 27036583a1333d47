package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first stage: asks the catalogue, the raw files and everything else that knows the dataset. */
public final class DatasetCollection {

    private final WorthConverting worthConverting;
    private final Optional<Datasets> catalogue;
    private final List<MetadataSource> sources;
    private final RawSearch rawSearch;

    /**
     * A collection.
     *
     * @param catalogue where the dataset is looked up; empty to work without a catalogue
     * @param formats   tried in this order
     * @param sources   besides the raw files and the event
     * @param storage   where the raw files lie
     * @param archive   where they lie if they are not there
     */
    public DatasetCollection(
            WorthConverting worthConverting,
            Optional<Datasets> catalogue,
            List<RawFormat> formats,
            List<MetadataSource> sources,
            StoredData storage,
            Archive archive) {
        this.worthConverting = worthConverting;
        this.catalogue = catalogue;
        this.sources = List.copyOf(sources);
        this.rawSearch = new RawSearch(formats, storage, archive);
    }

    /** A collection where nothing is archived. */
    public DatasetCollection(
            WorthConverting worthConverting,
            Optional<Datasets> catalogue,
            List<RawFormat> formats,
            List<MetadataSource> sources,
            StoredData storage) {
        this(worthConverting, catalogue, formats, sources, storage, Archive.NONE);
    }

    /**
     * Everything that is known of a dataset.
     *
     * @param patience   how long it was waited for, which decides what is still waited for
     * @param milestones hears when the catalogue has found it
     * @throws io.github.icatimgcif.conversion.Unavailable if a source does not answer
     */
    public Collecting collect(StoredDataset dataset, Patience patience, Milestones milestones) {
        Optional<String> against = worthConverting.reasonAgainst(dataset, Optional.empty(), List.of());
        if (against.isPresent()) {
            return new Collecting.NotWorthIt(against.get(), Optional.empty());
        }
        Optional<CatalogueEntry> entry = catalogue.flatMap(datasets -> datasets.find(dataset));
        if (catalogue.isPresent() && entry.isEmpty()) {
            return new Collecting.NotThereYet(
                    WaitsFor.CATALOGUE_ENTRY,
                    "the catalogue does not have the dataset " + dataset.location()
                            + " (yet), or does not show it to this service",
                    Optional.empty());
        }
        entry.ifPresent(found -> milestones.accept(Milestone.FOUND));
        List<Reading> readings = new ArrayList<>(announced(dataset));
        List<Finding> findings = new ArrayList<>();
        for (MetadataSource source : sources) {
            Metadata metadata = source.read(dataset, entry);
            readings.addAll(metadata.readings());
            findings.addAll(metadata.findings());
        }
        against = worthConverting.reasonAgainst(dataset, entry, readings);
        if (against.isPresent()) {
            return new Collecting.NotWorthIt(against.get(), entry);
        }
        Optional<String> incomplete = incomplete(dataset, entry);
        if (incomplete.isPresent() && patience.lastsFor(WaitsFor.COMPLETENESS)) {
            return new Collecting.NotThereYet(WaitsFor.COMPLETENESS, incomplete.get(), entry);
        }
        incomplete.ifPresent(why -> findings.add(
                Finding.warning("complete", why + "; it is described as it is, and not waited for any longer")));
        return rawSearch.search(new RawSearch.Wanted(dataset, entry, readings, findings), patience);
    }

    private static Optional<String> incomplete(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        if (entry.isPresent() && !entry.get().complete()) {
            return Optional.of("the catalogue does not call the dataset complete");
        }
        return Optional.ofNullable(dataset.parameters().get("complete"))
                .filter(complete -> complete.strip().equalsIgnoreCase("false"))
                .filter(complete -> entry.isEmpty())
                .map(complete -> "the announcement does not call the dataset complete");
    }

    private static List<Reading> announced(StoredDataset dataset) {
        return dataset.parameters().entrySet().stream()
                .map(p -> new Reading(Source.EVENT, SourceTerm.parameter(p.getKey()), p.getValue()))
                .toList();
    }
}
