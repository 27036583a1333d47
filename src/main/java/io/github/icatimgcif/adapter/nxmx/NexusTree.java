package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.MasterDialect.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The groups of a NeXus file by their classes, each class with the usual name of its group first. */
final class NexusTree {

    private static final String DEFINITION = "NXmx";

    private final Hdf5File file;

    NexusTree(Hdf5File file) {
        this.file = file;
    }

    /** Whether a file is an NXmx master. */
    static Recognition recognise(Hdf5File file) {
        NexusTree tree = new NexusTree(file);
        Recognition recognition = Recognition.NONE;
        for (String entry : tree.entries()) {
            if (tree.isDefined(entry)) {
                return Recognition.BY_DEFINITION;
            }
            if (tree.looksLikeIt(entry)) {
                recognition = Recognition.BY_STRUCTURE;
            }
        }
        return recognition;
    }

    List<String> entries() {
        return children("", "NXentry", "entry");
    }

    boolean isDefined(String entry) {
        return Fields.text(file.at(entry + "/definition"))
                .filter(DEFINITION::equals)
                .isPresent();
    }

    /** Pixel directions, or axes of the sample with directions beside a detector, are what only NXmx has. */
    private boolean looksLikeIt(String entry) {
        List<String> all = allDetectors(entry);
        boolean hasDirections = all.stream()
                .flatMap(detector -> modules(detector).stream())
                .anyMatch(module -> file.at(module + "/fast_pixel_direction").isPresent());
        return hasDirections || !all.isEmpty() && hasAxes(entry + "/sample/transformations");
    }

    private boolean hasAxes(String path) {
        return links(path).stream()
                .anyMatch(link -> file.at(path + "/" + link.name())
                        .flatMap(Fields::dataset)
                        .filter(axis -> axis.attribute("vector").isPresent())
                        .filter(axis -> !axis.numbers().isEmpty())
                        .isPresent());
    }

    /**
     * The NXdetectors of an entry that form its detector: those that an NXdetector_group names together, else the first with
     * modules, else the first.
     */
    List<String> detectors(String entry, Findings findings) {
        List<String> all = allDetectors(entry);
        List<String> withModules =
                all.stream().filter(detector -> !modules(detector).isEmpty()).toList();
        if (withModules.size() < 2) {
            return withModules.isEmpty() ? all.stream().limit(1).toList() : withModules;
        }
        List<String> names = children(entry, "NXinstrument", "instrument").stream()
                .flatMap(instrument -> children(instrument, "NXdetector_group", "").stream())
                .flatMap(group -> file.at(group + "/group_names").flatMap(Fields::dataset).stream())
                .flatMap(group -> group.texts().stream())
                .toList();
        List<String> together = withModules.stream()
                .filter(detector -> names.contains(detector.substring(detector.lastIndexOf('/') + 1)))
                .toList();
        if (together.size() > 1) {
            return together;
        }
        findings.warning(
                entry, "has " + withModules.size() + " detectors " + withModules + "; the first of them is described");
        return List.of(withModules.get(0));
    }

    private List<String> allDetectors(String entry) {
        return children(entry, "NXinstrument", "instrument").stream()
                .flatMap(instrument -> children(instrument, "NXdetector", "detector").stream())
                .toList();
    }

    /** The NXdetector_modules of a detector that have pixels. */
    List<String> modules(String detector) {
        return children(detector, "NXdetector_module", "module");
    }

    /** Groups of a class, the usual name first; a group of the usual name without any class counts too. */
    List<String> children(String parent, String nexusClass, String usualName) {
        List<String> found = new ArrayList<>();
        for (Hdf5Link link : links(parent)) {
            String path = parent + "/" + link.name();
            Optional<Hdf5Node> child = file.at(path).filter(Hdf5Group.class::isInstance);
            Optional<String> itsClass = child.flatMap(c -> Fields.attribute(c, "NX_class"));
            boolean fits = itsClass.map(nexusClass::equals).orElse(link.name().equals(usualName));
            if (child.isPresent() && fits) {
                found.add(link.name().equals(usualName) ? 0 : found.size(), path);
            }
        }
        return found;
    }

    private List<Hdf5Link> links(String path) {
        Optional<Hdf5Group> group =
                path.isEmpty() ? Optional.of(file.root()) : file.at(path).flatMap(Fields::group);
        return group.map(Hdf5Group::links).orElse(List.of());
    }
}
