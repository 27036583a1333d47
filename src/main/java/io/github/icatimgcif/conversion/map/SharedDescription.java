package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scans that one description of detector, goniometer and beam is true of: what one data block says. */
final class SharedDescription {

    private final CompletedExperiment first;
    private final Measurement layout;
    private final List<Scan> scans = new ArrayList<>();
    private final List<MeasuredGeometry.MeasuredScan> measuredScans = new ArrayList<>();
    private final List<Map<ItemName, CifValue>> itemsOfScans = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    private SharedDescription(CompletedExperiment first, Measurement layout) {
        this.first = first;
        this.layout = layout;
    }

    /**
     * As few descriptions as are true, in the order of the experiments.
     *
     * @param experiments one of each part of a dataset
     */
    static List<SharedDescription> of(List<CompletedExperiment> experiments) {
        List<SharedDescription> descriptions = new ArrayList<>();
        for (CompletedExperiment experiment : experiments) {
            Optional<DetectorSwing> swing = DetectorSwing.of(experiment.measurement());
            Measurement layout =
                    DetectorLayout.inOrder(swing.map(DetectorSwing::measurement).orElseGet(experiment::measurement));
            SharedDescription description = descriptions.stream()
                    .filter(other -> other.differenceTo(experiment, layout).isEmpty())
                    .findFirst()
                    .orElseGet(() -> new SharedDescription(experiment, layout));
            if (description.scans.isEmpty()) {
                descriptions.add(description);
            }
            description.add(experiment, layout);
            swing.map(DetectorSwing::finding).ifPresent(description.findings::add);
        }
        descriptions.stream().skip(1).forEach(other -> descriptions.get(0).tellDifference(other));
        return descriptions;
    }

    /** The first of its experiments, of which everything but the scans is said. */
    CompletedExperiment first() {
        return first;
    }

    /** The geometry with all scans; their ids are {@code SCAN1}, {@code SCAN2} and so on. */
    Measurement measurement() {
        return new Measurement(layout.goniometer(), layout.detector(), layout.elements(), scans, layout.bitDepth());
    }

    /** Each scan as it was measured, in their order. */
    List<MeasuredGeometry.MeasuredScan> measuredScans() {
        return measuredScans;
    }

    /** The scalar items of each scan, in their order. */
    List<Map<ItemName, CifValue>> itemsOfScans() {
        return itemsOfScans;
    }

    /** What was noticed of its experiments, each thing once. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void add(CompletedExperiment experiment, Measurement itsLayout) {
        int last = itsLayout.scans().size() - 1;
        for (int i = 0; i <= last; i++) {
            Scan scan = itsLayout.scans().get(i);
            scans.add(new Scan("SCAN" + (scans.size() + 1), scan.settings(), scan.frames()));
            itemsOfScans.add(itemsOfScan(experiment.items(), i == 0, i == last));
        }
        Measurement measured = experiment.measurement();
        measured.scans().forEach(scan -> measuredScans.add(new MeasuredGeometry.MeasuredScan(measured, scan)));
        findings.addAll(experiment.findings());
    }

    /** What begins and ends is the part as a whole: its first scan begins then and its last one ends, of others it is not known. */
    private static Map<ItemName, CifValue> itemsOfScan(Map<ItemName, CifValue> items, boolean first, boolean last) {
        Map<ItemName, CifValue> ofScan = new LinkedHashMap<>(items);
        if (!first) {
            ofScan.remove(ItemName.parse("_diffrn_scan.date_start"));
        }
        if (!last) {
            ofScan.remove(ItemName.parse("_diffrn_scan.date_end"));
            ofScan.remove(ItemName.parse("_diffrn_scan.date_end_estimated"));
        }
        return ofScan;
    }

    private Optional<String> differenceTo(CompletedExperiment experiment, Measurement itsLayout) {
        return SharedInstrument.difference(layout, itsLayout)
                .or(() -> experiment.frame() == first.frame()
                        ? Optional.empty()
                        : Optional.of("the choice of the laboratory frame"))
                .or(() -> SharedInstrument.differenceOfBeam(first.items(), experiment.items()));
    }

    private void tellDifference(SharedDescription other) {
        findings.add(Finding.warning(
                "_diffrn_scan.id",
                "the scans of this dataset cannot share one description: " + other.first.part() + " differs from "
                        + first.part() + " in "
                        + differenceTo(other.first, other.layout).orElse("its description")
                        + "; it has a data block of its own, which a reader of the first block does not see"));
    }
}
