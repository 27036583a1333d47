package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;

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
     * The block of one experiment.
     *
     * @param links how the raw files are linked to
     */
    public MappedBlock map(CompletedExperiment experiment, ExternalLinks.Links links) {
        Measurement measurement = DetectorLayout.inOrder(experiment.measurement());
        Laboratory laboratory = Laboratory.of(measurement, experiment.frame());
        List<Finding> findings = new ArrayList<>(experiment.findings());
        findings.addAll(laboratory.findings());
        findings.addAll(links.findings());

        Scalars scalars = new Scalars(experiment);
        Equipment equipment = new Equipment(measurement, laboratory);
        Frames frames = new Frames(measurement, equipment, scalars);

        List<Category> categories = new ArrayList<>();
        categories.addAll(scalars.head());
        categories.addAll(equipment.categories(scalars));
        categories.addAll(frames.categories(links.uris()));
        int count = measurement.scans().stream()
                .map(Scan::frames)
                .mapToInt(locations -> locations.count())
                .sum();
        return new MappedBlock(blockName(experiment), categories, madeBy, count, findings);
    }

    private static String blockName(CompletedExperiment experiment) {
        String name = CifNames.word(
                experiment.dataset().proposal() + "_" + experiment.dataset().name());
        return name.isEmpty() ? "imgcif" : name;
    }
}
