package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Link;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one NXentry of a master that is read, and the groups in it that matter.
 *
 * @param file     the master
 * @param path     path of the entry, {@code /entry}
 * @param group    the NXentry
 * @param detector path of the NXdetector
 * @param module   path of its NXdetector_module
 */
record NxmxEntry(Hdf5File file, String path, Hdf5Group group, String detector, String module) {

    private static final String DEFINITION = "NXmx";

    /** How a file was recognised. */
    enum Recognition {
        /** {@code definition} says NXmx. */
        BY_DEFINITION,
        /** No definition, but the groups that only NXmx has. */
        BY_STRUCTURE,
        /** No NXmx. */
        NONE
    }

    /** Whether a file is an NXmx master. */
    static Recognition recognise(Hdf5File file) {
        Recognition recognition = Recognition.NONE;
        for (String entry : entries(file)) {
            if (isDefined(file, entry)) {
                return Recognition.BY_DEFINITION;
            }
            if (modules(file, entry).stream()
                    .anyMatch(
                            module -> file.at(module + "/fast_pixel_direction").isPresent())) {
                recognition = Recognition.BY_STRUCTURE;
            }
        }
        return recognition;
    }

    /**
     * The entry to read: the first that says it is NXmx, else the first that looks like it.
     *
     * @throws NotUsable if there is none, or none with one detector of one module
     */
    static NxmxEntry in(Hdf5File file, Findings findings) {
        List<String> entries = entries(file);
        List<String> defined =
                entries.stream().filter(entry -> isDefined(file, entry)).toList();
        if (defined.isEmpty()) {
            findings.warning("definition", "the file does not say that it is NXmx; it is read as NXmx by its groups");
        }
        List<String> candidates = defined.isEmpty() ? entries : defined;
        for (String entry : candidates) {
            List<String> modules = modules(file, entry);
            if (modules.isEmpty()) {
                continue;
            }
            if (candidates.size() > 1) {
                findings.warning(
                        entry,
                        "the file has " + candidates.size() + " entries " + candidates + "; " + entry + " is read");
            }
            if (modules.size() > 1) {
                throw new NotUsable(
                        entry,
                        "the detector consists of " + modules.size()
                                + " modules; only a detector written as one array can be described");
            }
            String module = modules.get(0);
            return new NxmxEntry(
                    file,
                    entry,
                    file.at(entry).map(Hdf5Group.class::cast).orElseThrow(),
                    module.substring(0, module.lastIndexOf('/')),
                    module);
        }
        throw new NotUsable(
                file.path().getFileName().toString(),
                "no entry with an NXdetector that has an NXdetector_module; looked in " + candidates);
    }

    /** A node below the entry. */
    Optional<Hdf5Node> at(String relative) {
        return file.at(path + "/" + relative);
    }

    /** A node below the detector. */
    Optional<Hdf5Node> inDetector(String relative) {
        return file.at(detector + "/" + relative);
    }

    private static boolean isDefined(Hdf5File file, String entry) {
        return Fields.text(file.at(entry + "/definition"))
                .filter(DEFINITION::equals)
                .isPresent();
    }

    private static List<String> entries(Hdf5File file) {
        return children(file, "", "NXentry", "entry");
    }

    private static List<String> modules(Hdf5File file, String entry) {
        List<String> modules = new ArrayList<>();
        for (String instrument : children(file, entry, "NXinstrument", "instrument")) {
            for (String detector : children(file, instrument, "NXdetector", "detector")) {
                modules.addAll(children(file, detector, "NXdetector_module", "module"));
            }
        }
        return modules;
    }

    /** Groups of a class, the usual name first; a group of the usual name without any class counts too. */
    private static List<String> children(Hdf5File file, String parent, String nexusClass, String usualName) {
        Optional<Hdf5Group> group = (parent.isEmpty() ? Optional.of((Hdf5Node) file.root()) : file.at(parent))
                .filter(Hdf5Group.class::isInstance)
                .map(Hdf5Group.class::cast);
        List<String> found = new ArrayList<>();
        for (Hdf5Link link : group.map(Hdf5Group::links).orElse(List.of())) {
            String path = parent + "/" + link.name();
            Optional<Hdf5Node> child = group.flatMap(g -> g.child(link.name())).filter(Hdf5Group.class::isInstance);
            Optional<String> itsClass = child.flatMap(c -> Fields.attribute(c, "NX_class"));
            boolean fits = itsClass.map(nexusClass::equals).orElse(link.name().equals(usualName));
            if (child.isPresent() && fits) {
                found.add(link.name().equals(usualName) ? 0 : found.size(), path);
            }
        }
        return found;
    }
}
