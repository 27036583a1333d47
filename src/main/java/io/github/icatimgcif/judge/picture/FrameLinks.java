package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Stated;
import io.github.icatimgcif.judge.written.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the pixels of a frame are.
 *
 * @param frame its id
 * @param links of each detector element the place of its image
 */
record FrameLinks(String frame, Map<String, ImageLink> links) {

    /** Of an array a frame: a row of array_data. */
    private record Stored(String array, String binary) {}

    /**
     * The first frames of the first scan that have their places, or of a block without scans.
     *
     * @param most how many
     * @throws NotStated if the block does not say where any is
     */
    static List<FrameLinks> first(DataBlock block, int most) {
        Map<String, Map<String, Stored>> frames = frames(block, wanted(block, most), most);
        Map<Stored, String> ids = new HashMap<>();
        Set<Stored> stored = new LinkedHashSet<>();
        frames.values().forEach(elements -> stored.addAll(elements.values()));
        for (Table.Row row : Table.of(block, "array_data")) {
            Stored at = new Stored(
                    row.text("array_id").orElse(""), row.text("binary_id").orElse(""));
            if (stored.contains(at)) {
                row.text("external_data_id").ifPresent(id -> ids.putIfAbsent(at, id));
            }
        }
        Map<String, ImageLink> links = links(block, Set.copyOf(ids.values()));
        return frames.entrySet().stream()
                .map(frame -> of(frame.getKey(), frame.getValue(), ids, links))
                .toList();
    }

    private static FrameLinks of(
            String frame, Map<String, Stored> elements, Map<Stored, String> ids, Map<String, ImageLink> links) {
        Map<String, ImageLink> found = new LinkedHashMap<>();
        elements.forEach((element, stored) -> {
            ImageLink link = links.get(ids.getOrDefault(stored, ""));
            if (link == null) {
                throw new NotStated("no place where the pixels of frame " + frame + " are");
            }
            found.put(element, link);
        });
        return new FrameLinks(frame, found);
    }

    /** The ids of the first frames of the first scan, in the order of the block. */
    private static Set<String> wanted(DataBlock block, int most) {
        Optional<String> scan = Table.of(block, "diffrn_scan").iterator().hasNext()
                ? Table.of(block, "diffrn_scan").iterator().next().text("id")
                : Optional.empty();
        Set<String> wanted = new LinkedHashSet<>();
        for (Table.Row row : Table.of(block, "diffrn_scan_frame")) {
            if (row.text("scan_id").equals(scan) || !row.has("scan_id")) {
                row.text("frame_id").ifPresent(wanted::add);
            }
            if (wanted.size() == most) {
                break;
            }
        }
        return wanted;
    }

    private static Map<String, Map<String, Stored>> frames(DataBlock block, Set<String> wanted, int most) {
        Map<String, Map<String, Stored>> frames = new LinkedHashMap<>();
        for (Table.Row row : Table.of(block, "diffrn_data_frame")) {
            String id = row.text("id").orElse("");
            boolean isWanted = wanted.isEmpty() ? frames.containsKey(id) || frames.size() < most : wanted.contains(id);
            if (isWanted) {
                frames.computeIfAbsent(id, frame -> new LinkedHashMap<>())
                        .putIfAbsent(
                                Stated.text(row, "detector_element_id"),
                                new Stored(Stated.text(row, "array_id"), Stated.text(row, "binary_id")));
            } else if (frames.size() == most) {
                break; // the rows of a frame stand together
            }
        }
        if (frames.isEmpty()) {
            throw new NotStated("no frame with an array in diffrn_data_frame");
        }
        return frames;
    }

    private static Map<String, ImageLink> links(DataBlock block, Set<String> ids) {
        Map<String, ImageLink> links = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_data_external_data")) {
            String id = row.text("id").orElse("");
            if (ids.contains(id)) {
                links.putIfAbsent(id, ImageLink.of(row));
            }
            if (links.size() == ids.size()) {
                break;
            }
        }
        return links;
    }
}
