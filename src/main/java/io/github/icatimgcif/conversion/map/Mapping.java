package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.Laboratory;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says a completed experiment in the words of the imgCIF dictionary. */
public final class Mapping {

    private final String madeBy;

    /**
     * A mapping.
     *
     * @param madeBy version of this service, which every file names
     */
    public Mapping(String madeBy) {
        this.madeBy = madeBy;
    }

    /**
     * The blocks of a dataset: one, or several where its scans cannot share one description.
     *
     * @param experiments one of each part of the dataset, at least one
     * @param links       how the raw files are linked to
     */
    public MappedFile map(List<CompletedExperiment> experiments, ExternalLinks.Links links) {
        List<SharedDescription> descriptions = SharedDescription.of(experiments);
        List<MappedBlock> blocks = new ArrayList<>();
        for (SharedDescription description : descriptions) {
            int number = blocks.size() + 1;
            String name = blockName(description.first());
            blocks.add(block(
                    number == 1 ? name : name + "_" + number,
                    description,
                    descriptions.size() == 1 ? Optional.empty() : Optional.of(datasetId(description.first())),
                    links));
        }
        return new MappedFile(blocks);
    }

    private MappedBlock block(
            String name, SharedDescription description, Optional<String> datasetId, ExternalLinks.Links links) {
        Measurement measurement = description.measurement();
        Laboratory laboratory = Laboratory.of(measurement, description.first().frame());
        List<Finding> findings = new ArrayList<>(description.findings());
        AgreedItems agreed = AgreedItems.of(description.itemsOfScans());
        findings.addAll(agreed.findings());
        findings.addAll(laboratory.findings());
        findings.addAll(links.findings());
        ExternalData.nameThatCannotBeWritten(measurement.scans()).ifPresent(findings::add);

        Scalars scalars = new Scalars(agreed.items(), description.itemsOfScans());
        Equipment equipment = new Equipment(measurement, laboratory);
        Frames frames = new Frames(measurement, equipment, scalars);

        List<Category> categories = new ArrayList<>();
        datasetId.ifPresent(id -> categories.add(new Category(
                "audit_dataset", List.of("id"), Rows.of(List.of(List.of(CifValue.text(id)))), Category.Form.PAIRS)));
        categories.addAll(scalars.head());
        categories.addAll(equipment.categories(scalars));
        categories.addAll(frames.categories(links.uris()));
        int count = measurement.scans().stream()
                .map(Scan::frames)
                .mapToInt(locations -> locations.count())
                .sum();
        MeasuredGeometry measured = new MeasuredGeometry(laboratory.frame().fromMcStas(), description.measuredScans());
        return new MappedBlock(name, categories, measured, madeBy, count, findings);
    }

    private static String blockName(CompletedExperiment experiment) {
        String name = CifNames.word(
                experiment.dataset().proposal() + "_" + experiment.dataset().name());
        return name.isEmpty() ? "imgcif" : name;
    }

    /** What the blocks of one file have in common; the same whenever the dataset is described. */
    private static String datasetId(CompletedExperiment experiment) {
        return UUID.nameUUIDFromBytes(experiment.dataset().location().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
