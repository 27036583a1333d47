package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import java.util.List;
import java.util.Optional;

/**
 * The one NXentry of a master that is read, and the groups in it that matter.
 *
 * @param file     the master
 * @param path     path of the entry, {@code /entry}
 * @param group    the NXentry
 * @param detector path of the NXdetector; the first of those that form one detector
 * @param modules  paths of the NXdetector_modules; none where a file has only numbers
 */
record NxmxEntry(Hdf5File file, String path, Hdf5Group group, String detector, List<String> modules) {

    NxmxEntry {
        modules = List.copyOf(modules);
    }

    /**
     * The entry to read: the first that says it is NXmx, else the first that looks like it.
     *
     * @throws NotUsable if there is none, or none with a detector
     */
    static NxmxEntry in(Hdf5File file, Findings findings) {
        NexusTree tree = new NexusTree(file);
        List<String> entries = tree.entries();
        List<String> defined = entries.stream().filter(tree::isDefined).toList();
        if (defined.isEmpty()) {
            findings.warning("definition", "the file does not say that it is NXmx; it is read as NXmx by its groups");
        }
        List<String> candidates = defined.isEmpty() ? entries : defined;
        for (String entry : candidates) {
            List<String> detectors = tree.detectors(entry, findings);
            if (detectors.isEmpty()) {
                continue;
            }
            if (candidates.size() > 1) {
                findings.warning(
                        entry,
                        "the file has " + candidates.size() + " entries " + candidates + "; " + entry + " is read");
            }
            return new NxmxEntry(
                    file,
                    entry,
                    file.at(entry).map(Hdf5Group.class::cast).orElseThrow(),
                    detectors.get(0),
                    detectors.stream()
                            .flatMap(detector -> tree.modules(detector).stream())
                            .toList());
        }
        throw new NotUsable(
                file.path().getFileName().toString(), "no entry with an NXdetector; looked in " + candidates);
    }

    /** A node below the entry. */
    Optional<Hdf5Node> at(String relative) {
        return file.at(path + "/" + relative);
    }

    /** A node below the detector. */
    Optional<Hdf5Node> inDetector(String relative) {
        return file.at(detector + "/" + relative);
    }

    /** Whether directions that depend on nothing are the laboratory's: Dectris' layout of 2024 says so. */
    boolean hasLaboratoryDirections() {
        return group.attribute("DECTRIS_lab_geometry").isPresent();
    }
}
