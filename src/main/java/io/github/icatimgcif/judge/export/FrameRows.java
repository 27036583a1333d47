package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.export.ExportFrame.Part;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Stated;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a block says of some of its frames, found in one pass of each category. */
final class FrameRows {

    private static final String DATA_FRAME = "diffrn_data_frame";

    private final DataBlock block;
    private final Map<String, Map<String, List<List<CifValue>>>> byFrame = new LinkedHashMap<>();
    private final Map<Stored, ImageLink> links = new HashMap<>();

    /** An image: a row of array_data. */
    private record Stored(String array, String binary) {}

    private FrameRows(DataBlock block) {
        this.block = block;
    }

    /**
     * The frames.
     *
     * @param ids of each number the id
     */
    static List<ExportFrame> of(DataBlock block, String scan, Map<Integer, String> ids) {
        FrameRows rows = new FrameRows(block);
        Set<String> wanted = Set.copyOf(ids.values());
        wanted.forEach(id -> rows.byFrame.put(id, new HashMap<>()));
        for (Category category : block.categories()) {
            frameObject(category).ifPresent(object -> rows.collect(category, object));
        }
        rows.findLinks();
        List<ExportFrame> frames = new ArrayList<>();
        ids.forEach((number, id) -> frames.add(rows.frame(number, id, scan)));
        return frames;
    }

    /** The object of a category that says of which frame a row tells. */
    static Optional<String> frameObject(Category category) {
        if (category.name().equalsIgnoreCase(DATA_FRAME)) {
            return Optional.of("id");
        }
        return category.has("frame_id") ? Optional.of("frame_id") : Optional.empty();
    }

    private void collect(Category category, String object) {
        String name = category.name().toLowerCase(Locale.ROOT);
        int place = category.indexOf(object);
        for (List<CifValue> row : category.rows()) {
            String frame = place < 0 ? "" : row.get(place).asText().orElse("");
            Map<String, List<List<CifValue>>> rows = byFrame.get(frame);
            if (rows != null) {
                rows.computeIfAbsent(name, its -> new ArrayList<>()).add(List.copyOf(row));
            }
        }
    }

    private void findLinks() {
        Set<Stored> wanted = new LinkedHashSet<>();
        byFrame.keySet().forEach(frame -> wanted.addAll(stored(frame)));
        Map<Stored, String> ids = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_data")) {
            Stored at = new Stored(
                    row.text("array_id").orElse(""), row.text("binary_id").orElse(""));
            if (wanted.contains(at)) {
                row.text("external_data_id").ifPresent(id -> ids.putIfAbsent(at, id));
            }
        }
        Map<String, ImageLink> byId = links(Set.copyOf(ids.values()));
        ids.forEach((stored, id) -> Optional.ofNullable(byId.get(id)).ifPresent(link -> links.put(stored, link)));
    }

    private Map<String, ImageLink> links(Set<String> ids) {
        Map<String, ImageLink> found = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_data_external_data")) {
            row.text("id").filter(ids::contains).ifPresent(id -> found.putIfAbsent(id, ImageLink.of(row)));
        }
        return found;
    }

    private Set<Stored> stored(String frame) {
        Set<Stored> stored = new LinkedHashSet<>();
        Optional<Category> category = block.category(DATA_FRAME);
        List<List<CifValue>> rows = byFrame.getOrDefault(frame, Map.of()).getOrDefault(DATA_FRAME, List.of());
        for (List<CifValue> values : rows) {
            Table.Row row = new Table.Row(0, category.orElseThrow().objects(), values);
            stored.add(new Stored(Stated.text(row, "array_id"), Stated.text(row, "binary_id")));
        }
        return stored;
    }

    private ExportFrame frame(int number, String id, String scan) {
        List<Part> parts = new ArrayList<>();
        for (Stored stored : stored(id)) {
            ImageLink link = Optional.ofNullable(links.get(stored))
                    .orElseThrow(() -> new NotStated("no link to the pixels of frame " + number + ", array "
                            + stored.array() + ": array_data and array_data_external_data must have them"));
            parts.add(new Part(stored.array(), stored.binary(), link));
        }
        if (parts.isEmpty()) {
            throw new NotStated("no array of frame " + number + ": diffrn_data_frame must name it for " + id);
        }
        return new ExportFrame(number, id, scan, byFrame.getOrDefault(id, Map.of()), parts);
    }
}
