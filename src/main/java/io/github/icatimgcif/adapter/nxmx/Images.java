package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.AnnouncedImages;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.ImageSearch;
import io.github.icatimgcif.adapter.hdf5.master.NamedImages;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.conversion.DataRoots;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the images of an NXmx entry. */
final class Images {

    /** Where a writer of images of its own lists their names. */
    private static final String NAMES = "image_data";

    private final NxmxEntry entry;
    private final DataRoots roots;
    private final Findings findings;

    Images(NxmxEntry entry, DataRoots roots, Findings findings) {
        this.entry = entry;
        this.roots = roots;
        this.findings = findings;
    }

    /**
     * The images: of {@code entry/data}, else of another NXdata, else of the detector itself, else files that are named.
     *
     * @throws NotUsable if there are none
     */
    ImageData find() {
        Hdf5File file = entry.file();
        AnnouncedImages announced = new AnnouncedImages(file, entry.detector(), findings);
        ImageSearch search = new ImageSearch(file, roots, findings);
        List<Hdf5Group> groups = groups();
        Optional<Hdf5Group> group =
                groups.stream().filter(ImageSearch::hasImages).findFirst();
        Optional<ImageData> stored = group.map(found -> search.in(found, hasStackedModules()))
                .or(() -> entry.inDetector("data")
                        .flatMap(Fields::dataset)
                        .filter(images -> images.shape().length > 1)
                        .map(images -> search.of(images, entry.detector() + "/data", hasStackedModules())));
        ImageData images = stored.or(this::named)
                .orElseThrow(() -> new NotUsable(
                        entry.path() + "/data", "is missing or empty; it must hold or link to the images"))
                .orBits(announced.bitDepth());
        if (images.sizes().size() > 3) {
            throw new NotUsable(
                    entry.path() + "/data",
                    "the images have " + images.sizes().size()
                            + " dimensions each; images, or stacks of channels or modules, can be described");
        }
        if (images.sizes().size() == 3 && !hasStackedModules() && images.sizes().get(2) > 1) {
            findings.warning(
                    entry.path() + "/data",
                    "each frame has " + Channels.of(entry, images.sizes().get(2)));
        }
        return announced.compared(images);
    }

    /** Whether the modules of a frame lie side by side along a dimension of their own. */
    private boolean hasStackedModules() {
        return entry.modules().stream()
                .anyMatch(module -> entry.file()
                        .at(module + "/data_origin")
                        .flatMap(Fields::dataset)
                        .filter(origin -> origin.numbers().size() > 2)
                        .isPresent());
    }

    private List<Hdf5Group> groups() {
        NexusTree tree = new NexusTree(entry.file());
        Stream<Hdf5Node> others =
                tree.children(entry.path(), "NXdata", "data").stream().flatMap(path -> entry.file().at(path).stream());
        return Stream.concat(entry.at("data").stream(), others)
                .flatMap(node -> Fields.group(node).stream())
                .toList();
    }

    /** Files of images beside the master, listed by name: Diamond I16 writes TIFF. */
    private Optional<ImageData> named() {
        Stream<Hdf5Node> lists = Stream.concat(
                entry.inDetector(NAMES).stream(), groups().stream().flatMap(group -> group.child(NAMES).stream()));
        return lists.flatMap(node -> Fields.dataset(node).stream())
                .map(list -> new NamedImages(entry.file().path(), roots, findings).of(list.path(), list.texts()))
                .findFirst();
    }
}
