package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import java.util.List;
import java.util.Optional;

/** The channels of an exposure: readings of the same photons above several thresholds, as Dectris writes them since 2024. */
final class Channels {

    private static final String GROUP = "_channel";

    private Channels() {}

    /** What to say of {@code count} channels of which the first is described. */
    static String of(NxmxEntry entry, int count) {
        List<String> names = names(entry);
        String listed = names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
        String first = names.isEmpty() ? "the first" : names.get(0);
        return count + " channels" + listed + "; " + first + ", the first of them, is described and the others are not";
    }

    /** A field of the first channel, which the detector itself may lack: its saturation, its threshold. */
    static Optional<Hdf5Node> field(NxmxEntry entry, String field) {
        return names(entry).stream()
                .findFirst()
                .or(() -> Optional.of("threshold_1"))
                .flatMap(name -> entry.inDetector(name + GROUP + "/" + field));
    }

    private static List<String> names(NxmxEntry entry) {
        return entry.at("data/channel")
                .flatMap(Fields::dataset)
                .map(Hdf5Dataset::texts)
                .orElse(List.of());
    }
}
