package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chains that begin where {@code depends_on} of the sample or the detector says, or at the only axis that carries no other. */
final class TopAxis {

    private static final String LABORATORY = ".";

    private final NxmxEntry entry;
    private final Chains chains;
    private final Findings findings;

    TopAxis(NxmxEntry entry, Chains chains, Findings findings) {
        this.entry = entry;
        this.chains = chains;
        this.findings = findings;
    }

    /** The axes that carry the sample, base first; empty if it stands on nothing, or the file does not say on what. */
    List<Transformation> ofSample() {
        String sample = entry.path() + "/sample";
        return of(sample, "the sample", List.of(sample + "/transformations"));
    }

    /** Whether the file names an axis of the sample, or says that it stands on nothing. */
    boolean isSampleStated() {
        return Fields.text(entry.at("sample/depends_on")).isPresent();
    }

    /** The axes that carry the detector, base first; empty if the file does not say on what it stands. */
    List<Transformation> ofDetector() {
        return of(
                entry.detector(),
                "the detector",
                List.of(entry.detector() + "/transformations", entry.detector() + "/geometry"));
    }

    private List<Transformation> of(String path, String what, List<String> groups) {
        Optional<String> dependsOn = Fields.text(entry.file().at(path + "/depends_on"));
        if (dependsOn.isPresent()) {
            return dependsOn.get().equals(LABORATORY) ? List.of() : chains.from(chains.absolute(dependsOn.get(), path));
        }
        List<Transformation> axes = new ArrayList<>();
        groups.forEach(group -> axes.addAll(axesIn(group)));
        if (axes.isEmpty()) {
            return List.of();
        }
        Set<String> carriers = new HashSet<>();
        axes.forEach(axis -> axis.dependsOn().ifPresent(carriers::add));
        List<Transformation> tops =
                axes.stream().filter(axis -> !carriers.contains(axis.path())).toList();
        if (tops.size() != 1) {
            findings.warning(
                    path + "/depends_on",
                    "is missing, and " + groups + " do not show which axis carries " + what + ": no axis was read");
            return List.of();
        }
        findings.warning(
                path + "/depends_on",
                "is missing; " + what + " is taken to sit on " + tops.get(0).name()
                        + ", the only axis that carries no other");
        return chains.from(tops.get(0).path());
    }

    private List<Transformation> axesIn(String group) {
        List<Transformation> axes = new ArrayList<>();
        List<Hdf5Link> links = entry.file()
                .at(group)
                .flatMap(Fields::group)
                .map(Hdf5Group::links)
                .orElse(List.of());
        for (Hdf5Link link : links) {
            Optional<Hdf5Node> node = entry.file().at(group + "/" + link.name());
            if (node.filter(Hdf5Dataset.class::isInstance)
                    .flatMap(n -> n.attribute("vector"))
                    .isPresent()) {
                axes.add(chains.read(group + "/" + link.name()));
            }
        }
        return axes;
    }
}
