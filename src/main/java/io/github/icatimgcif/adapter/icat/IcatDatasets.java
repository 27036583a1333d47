package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.dataset.Locations;
import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds datasets in ICAT: by id, else by location, else by name and proposal. Whatever the database found is compared again
 * here: MariaDB and MySQL do not see case, nor spaces at the end.
 */
final class IcatDatasets implements Datasets {

    private static final String SELECT =
            "SELECT ds.id, ds.name, ds.location, ds.complete, t.name, i.id, i.name, i.visitId,"
                    + " s.id, ds.doi, i.doi, i.releaseDate FROM Dataset ds JOIN ds.type t JOIN ds.investigation i";

    private final IcatEntities entities;
    private final CatalogueNames names;

    IcatDatasets(IcatEntities entities, CatalogueNames names) {
        this.entities = entities;
        this.names = names;
    }

    @Override
    public Optional<CatalogueEntry> find(StoredDataset dataset) {
        return byId(dataset).or(() -> byLocation(dataset)).or(() -> byName(dataset));
    }

    /**
     * An id counts only if the location says the same, or name, proposal and the location under another mount point: it may come
     * from another catalogue, or from before a reload, and names repeat.
     */
    private Optional<CatalogueEntry> byId(StoredDataset dataset) {
        return dataset.catalogueId()
                .flatMap(id -> found("ds.id=" + id, entry -> isSame(dataset, entry)).stream()
                        .findFirst());
    }

    private Optional<CatalogueEntry> byLocation(StoredDataset dataset) {
        String location = dataset.location();
        // Some ingesters keep the slash at the end.
        String condition = "(ds.location=" + IcatEntities.literal(location) + " OR ds.location="
                + IcatEntities.literal(location + "/") + ")";
        return found(condition, entry -> isAt(dataset, entry)).stream()
                // A dataset made from this one may lie in the same folder.
                .min(Comparator.comparing(CatalogueEntry::processed)
                        .thenComparing(entry -> !isCalled(dataset, entry))
                        .thenComparing(CatalogueEntry::id));
    }

    /** Names repeat between samples: one that is not the only one, or lies elsewhere, is not taken. */
    private Optional<CatalogueEntry> byName(StoredDataset dataset) {
        if (dataset.name().isEmpty() || dataset.proposal().isEmpty()) {
            return Optional.empty();
        }
        List<CatalogueEntry> named = found(
                "ds.name=" + IcatEntities.literal(dataset.name()) + " AND i.name="
                        + IcatEntities.literal(dataset.proposal()),
                entry -> isCalled(dataset, entry) && !entry.processed() && mayLieAt(dataset, entry));
        if (named.size() > 1 && dataset.beamline().isPresent()) {
            String beamline = dataset.beamline().get();
            named = named.stream()
                    .filter(entry -> entry.visit().equalsIgnoreCase(beamline))
                    .toList();
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private List<CatalogueEntry> found(String condition, Predicate<CatalogueEntry> wanted) {
        String facility =
                names.facility().isEmpty() ? "" : " AND i.facility.name=" + IcatEntities.literal(names.facility());
        return entities.rows(SELECT + " LEFT JOIN ds.sample s WHERE " + condition + facility).stream()
                .map(this::entry)
                .filter(wanted)
                .toList();
    }

    private CatalogueEntry entry(IcatRow row) {
        return new CatalogueEntry(
                row.id(0).orElseThrow(),
                row.text(1).orElse(""),
                row.text(2).orElse(""),
                row.id(5).orElseThrow(),
                row.text(6).orElse(""),
                row.text(7).orElse(""),
                row.id(8),
                row.text(9).or(() -> row.text(10)),
                row.date(11),
                row.isTrue(3),
                names.isProcessed(row.text(4).orElse("")));
    }

    private static boolean isSame(StoredDataset dataset, CatalogueEntry entry) {
        return isAt(dataset, entry)
                || isCalled(dataset, entry) && mayBelongTo(dataset, entry) && mayLieAt(dataset, entry);
    }

    private static boolean isAt(StoredDataset dataset, CatalogueEntry entry) {
        return Locations.withoutSlash(entry.location()).equals(dataset.location());
    }

    private static boolean isCalled(StoredDataset dataset, CatalogueEntry entry) {
        return entry.name().equals(dataset.name());
    }

    /** Whether the catalogue has no location, or one that may be the same under another mount point. */
    private static boolean mayLieAt(StoredDataset dataset, CatalogueEntry entry) {
        return entry.location().isBlank() || Locations.mayBeOne(entry.location(), dataset.location());
    }

    /** Proposals are spelled with and without a dash, in capitals and not; one that was not said may be any. */
    private static boolean mayBelongTo(StoredDataset dataset, CatalogueEntry entry) {
        return dataset.proposal().isBlank() || letters(dataset.proposal()).equals(letters(entry.proposal()));
    }

    private static String letters(String proposal) {
        return proposal.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
