package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The axes that carry the sample: the chain of {@code sample/depends_on}. */
final class GoniometerReader {

    private static final String TRANSFORMATIONS = "sample/transformations";

    private final NxmxEntry entry;
    private final Chains chains;
    private final Findings findings;

    GoniometerReader(NxmxEntry entry, Chains chains, Findings findings) {
        this.entry = entry;
        this.chains = chains;
        this.findings = findings;
    }

    /** Base first; empty if the sample stands on nothing, or the file does not say on what. */
    List<Transformation> read() {
        Optional<String> dependsOn = Fields.text(entry.at("sample/depends_on"));
        if (dependsOn.isPresent()) {
            return dependsOn.get().equals(".")
                    ? List.of()
                    : chains.from(chains.absolute(dependsOn.get(), entry.path() + "/sample"));
        }
        return fromTransformations();
    }

    /** Without depends_on: the one axis of sample/transformations that carries no other is where the crystal sits. */
    private List<Transformation> fromTransformations() {
        String group = entry.path() + "/" + TRANSFORMATIONS;
        List<Transformation> axes = new ArrayList<>();
        Set<String> carriers = new HashSet<>();
        for (Hdf5Link link : entry.at(TRANSFORMATIONS)
                .filter(Hdf5Group.class::isInstance)
                .map(node -> ((Hdf5Group) node).links())
                .orElse(List.of())) {
            Optional<Hdf5Node> node = entry.file().at(group + "/" + link.name());
            if (node.flatMap(n -> n.attribute("vector")).isPresent()) {
                Transformation axis = chains.read(group + "/" + link.name());
                axes.add(axis);
                axis.dependsOn().ifPresent(carriers::add);
            }
        }
        List<Transformation> tops =
                axes.stream().filter(axis -> !carriers.contains(axis.path())).toList();
        if (tops.size() != 1) {
            findings.warning(
                    entry.path() + "/sample/depends_on",
                    "is missing, and " + group
                            + " does not show which axis carries the sample: no goniometer was read");
            return List.of();
        }
        findings.warning(
                entry.path() + "/sample/depends_on",
                "is missing; the sample is taken to sit on " + tops.get(0).name()
                        + ", the only axis that carries no other");
        return chains.from(tops.get(0).path());
    }
}
