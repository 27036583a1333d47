package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.image.ImageLink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One frame of an imgCIF with what the block says of it, made by {@link FrameExport}. */
public final class ExportFrame {

    private final int number;
    private final String id;
    private final String scan;
    private final Map<String, List<List<CifValue>>> rows;
    private final List<Part> parts;

    /**
     * The image of one array.
     *
     * @param array  id of the array
     * @param binary its number in the block
     * @param link   where it is
     */
    record Part(String array, String binary, ImageLink link) {}

    /**
     * A frame.
     *
     * @param number 1-based in its scan
     * @param rows   of each category that tells of frames, in lower case, the rows of this one
     */
    ExportFrame(int number, String id, String scan, Map<String, List<List<CifValue>>> rows, List<Part> parts) {
        this.number = number;
        this.id = id;
        this.scan = scan;
        this.rows = Map.copyOf(rows);
        this.parts = List.copyOf(parts);
    }

    /** Its 1-based number in its scan. */
    public int number() {
        return number;
    }

    /** Its id in the block. */
    public String id() {
        return id;
    }

    String scan() {
        return scan;
    }

    List<Part> parts() {
        return parts;
    }

    /** The categories that tell of frames, in lower case. */
    Set<String> categories() {
        return rows.keySet();
    }

    List<List<CifValue>> rows(String category) {
        return rows.getOrDefault(category.toLowerCase(Locale.ROOT), List.of());
    }
}
