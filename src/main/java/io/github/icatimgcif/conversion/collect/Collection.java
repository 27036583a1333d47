package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The first stage: asks the catalogue, the raw files and everything else that knows the dataset. */
public final class Collection {

    private final WorthConverting worthConverting;
    private final Optional<Datasets> catalogue;
    private final List<RawFormat> formats;
    private final List<MetadataSource> sources;
    private final Predicate<Path> dataAreThere;

    /**
     * A collection.
     *
     * @param catalogue    where the dataset is looked up; empty to work without a catalogue
     * @param formats      tried in this order
     * @param sources      besides the raw files and the event
     * @param dataAreThere whether there is anything at a location
     */
    public Collection(
            WorthConverting worthConverting,
            Optional<Datasets> catalogue,
            List<RawFormat> formats,
            List<MetadataSource> sources,
            Predicate<Path> dataAreThere) {
        this.worthConverting = worthConverting;
        this.catalogue = catalogue;
        this.formats = List.copyOf(formats);
        this.sources = List.copyOf(sources);
        this.dataAreThere = dataAreThere;
    }

    /**
     * Everything that is known of a dataset.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if a source does not answer
     */
    public Collecting collect(StoredDataset dataset) {
        Optional<String> against = worthConverting.reasonAgainst(dataset, Optional.empty(), List.of());
        if (against.isPresent()) {
            return new Collecting.NotWorthIt(against.get());
        }
        Optional<CatalogueEntry> entry = catalogue.flatMap(datasets -> datasets.find(dataset));
        if (catalogue.isPresent() && entry.isEmpty()) {
            return new Collecting.NotThereYet(
                    WaitsFor.CATALOGUE_ENTRY,
                    "the catalogue does not have the dataset " + dataset.location()
                            + " (yet), or does not show it to this service");
        }
        List<Reading> readings = new ArrayList<>(announced(dataset));
        List<Finding> findings = new ArrayList<>();
        for (MetadataSource source : sources) {
            Metadata metadata = source.read(dataset, entry);
            readings.addAll(metadata.readings());
            findings.addAll(metadata.findings());
        }
        against = worthConverting.reasonAgainst(dataset, entry, readings);
        if (against.isPresent()) {
            return new Collecting.NotWorthIt(against.get());
        }
        return raw(dataset, entry, readings, findings);
    }

    private Collecting raw(
            StoredDataset dataset, Optional<CatalogueEntry> entry, List<Reading> readings, List<Finding> findings) {
        Path location;
        try {
            location = Path.of(dataset.location());
        } catch (InvalidPathException e) {
            return unusable(entry, findings, "location", "'" + dataset.location() + "' is no path: " + e.getReason());
        }
        if (!location.isAbsolute()) {
            return unusable(
                    entry, findings, "location", "'" + location + "' is not absolute; give the whole path of the data");
        }
        if (!dataAreThere.test(location)) {
            return new Collecting.NotThereYet(WaitsFor.DATA, "there is nothing at " + location + " (yet)");
        }
        List<String> lookedFor = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            RawReading reading = formats.get(i).read(location);
            if (reading instanceof RawReading.RawDataset raw) {
                findings.addAll(raw.findings());
                findings.addAll(new OtherFormats(formats.subList(i + 1, formats.size())).beside(raw, location));
                return new Collecting.Ready(new Collected(dataset, entry, raw.parts(), readings, findings));
            }
            if (reading instanceof RawReading.Unusable damaged) {
                findings.addAll(damaged.findings());
                return new Collecting.Unusable(findings, entry);
            }
            lookedFor.add(((RawReading.Absent) reading).lookedFor());
        }
        return unusable(
                entry,
                findings,
                "raw data",
                "no raw data of a known format at " + location + ": " + String.join("; ", lookedFor));
    }

    private static Collecting unusable(
            Optional<CatalogueEntry> entry, List<Finding> findings, String subject, String message) {
        findings.add(Finding.error(subject, message));
        return new Collecting.Unusable(findings, entry);
    }

    private static List<Reading> announced(StoredDataset dataset) {
        return dataset.parameters().entrySet().stream()
                .map(p -> new Reading(Source.EVENT, SourceTerm.parameter(p.getKey()), p.getValue()))
                .toList();
    }
}
