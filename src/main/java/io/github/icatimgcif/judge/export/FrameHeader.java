package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.export.ExportFrame.Part;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a block says, reduced to one frame: a scan of this frame alone, an array with its pixels for each detector element, no
 * links. What CBFlib and dxtbx ask for besides is said in their words.
 */
final class FrameHeader {

    /** What only the whole dataset has, or the pixels take the place of. */
    private static final Set<String> LEFT_OUT = Set.of(
            "array_data",
            "array_data_external_data",
            "array_structure_list_section",
            "diffrn_scan_axis",
            "diffrn_scan_frame_axis");

    private final DataBlock block;
    private final ExportFrame frame;
    private final FirstPixel firstPixel;
    private final Map<String, Integer> binaries = new LinkedHashMap<>();

    FrameHeader(DataBlock block, ExportFrame frame, FirstPixel firstPixel) {
        this.block = block;
        this.frame = frame;
        this.firstPixel = firstPixel;
        for (Part part : frame.parts()) {
            binaries.put(part.array(), binaries.size() + 1);
        }
    }

    /** The block of a full CBF, without {@code array_data}. */
    DataBlock block() {
        List<Category> categories = new ArrayList<>();
        for (Category category : block.categories()) {
            if (!LEFT_OUT.contains(category.name().toLowerCase(Locale.ROOT))) {
                reduced(category).ifPresent(categories::add);
            }
        }
        FrameSettings settings = new FrameSettings(block, frame);
        settings.scanAxes().ifPresent(categories::add);
        settings.frameAxes().ifPresent(categories::add);
        return new DataBlock(block.name(), categories);
    }

    private Optional<Category> reduced(Category category) {
        String name = category.name().toLowerCase(Locale.ROOT);
        SmallTable table = frame.categories().contains(name)
                ? SmallTable.of(category, frame.rows(name))
                : FrameRows.frameObject(category).isPresent()
                        ? SmallTable.of(category, List.of())
                        : SmallTable.of(category);
        return switch (name) {
            case "diffrn_scan" -> scan(table).category();
            case "diffrn_scan_frame" -> scanFrame(table).category();
            case "diffrn_data_frame" ->
                table.with("binary_id", row -> binary(row, "array_id"))
                        .without("array_section_id")
                        .category();
            case "diffrn_radiation" -> radiation(table).category();
            case "diffrn_radiation_wavelength" ->
                table.with("wavelength", row -> row.value("value")).category();
            case "diffrn_detector" -> detector(table).category();
            case "axis" -> PanelAxes.of(block, table).category();
            case "array_structure" -> structure(table).category();
            case "array_structure_list" ->
                ofArrays(table, "array_id")
                        .keeping(row -> row.text("axis_set_id").isPresent() || !hasSections())
                        .with("dimension", this::dimension)
                        .without("array_section_id")
                        .category();
            case "array_structure_list_axis" -> surface(table).category();
            case "array_element_size" -> ofArrays(table, "array_id").category();
            case "array_intensities" -> intensities(table).category();
            default -> (category.has("scan_id") ? table.keeping(row -> isOfScan(row, "scan_id")) : table).category();
        };
    }

    private boolean isOfScan(SmallTable.Row row, String object) {
        return row.text(object).orElse("").equals(frame.scan());
    }

    private boolean hasSections() {
        return block.category("array_structure_list_section").isPresent();
    }

    private SmallTable scan(SmallTable table) {
        CifValue id = CifValue.text(frame.id());
        return table.keeping(row -> isOfScan(row, "id"))
                .without("date_start", "date_end", "date_end_estimated")
                .with("frame_id_start", row -> id)
                .with("frame_id_end", row -> id)
                .with("frames", row -> CifValue.number(1));
    }

    /** The scan that is written has this one frame; its number in the dataset is told in the comment and by its id. */
    private SmallTable scanFrame(SmallTable table) {
        return table.with("frame_number", row -> CifValue.number(1))
                .with("date", row -> CifValue.text(FrameDate.of(block, frame).text()));
    }

    /** CBFlib finds the wavelength by this id only. */
    private SmallTable radiation(SmallTable table) {
        Optional<String> wavelength = Table.of(block, "diffrn_radiation_wavelength").rows().stream()
                .flatMap(row -> row.text("id").stream())
                .findFirst();
        return table.rows().stream().anyMatch(row -> row.text("wavelength_id").isPresent())
                ? table
                : wavelength
                        .map(id -> table.with("wavelength_id", row -> CifValue.text(id)))
                        .orElse(table);
    }

    /** By this older name of the item dxtbx tells one detector of several elements from another. */
    private SmallTable detector(SmallTable table) {
        boolean isAsked = table.rows().stream().allMatch(row -> row.text("type").isEmpty());
        return binaries.size() > 1 && isAsked ? table.with("type", row -> row.value("make")) : table;
    }

    /**
     * Where it is told how large a value may be, dxtbx also asks what stands for none: -1, which no image without a sign has, or
     * what is just below the valid ones.
     */
    private static CifValue undefinedValue(SmallTable.Row row) {
        return row.value("underload")
                .asNumber()
                .map(least -> CifValue.number(least.subtract(BigDecimal.ONE)))
                .orElse(CifValue.number(-1));
    }

    /** Whether an axis turns or moves the sample, so that dxtbx can make a scan of it. */
    boolean isScan() {
        return block.category("diffrn_measurement_axis").isPresent();
    }

    private SmallTable structure(SmallTable table) {
        return ofArrays(table, "id")
                .with("encoding_type", row -> CifValue.text("signed 32-bit integer"))
                .with("compression_type", row -> CifValue.text("byte_offset"))
                .with("byte_order", row -> CifValue.text("little_endian"));
    }

    private SmallTable intensities(SmallTable table) {
        Map<String, SmallTable.Row> own = new LinkedHashMap<>();
        for (SmallTable.Row row : table.rows()) {
            String array = row.text("array_id").orElse("");
            boolean isOfImage = frame.parts().stream()
                    .anyMatch(part -> part.array().equals(array)
                            && part.binary().equals(row.text("binary_id").orElse("")));
            if (isOfImage) {
                own.put(array, row);
            } else {
                own.putIfAbsent(array, row); // what is said of one image of an array is said of all
            }
        }
        SmallTable kept = ofArrays(table, "array_id")
                .keeping(own::containsValue)
                .with("binary_id", row -> binary(row, "array_id"));
        return kept.rows().stream().anyMatch(row -> row.text("undefined_value").isPresent())
                ? kept
                : kept.with("undefined_value", FrameHeader::undefinedValue);
    }

    private SmallTable surface(SmallTable table) {
        if (firstPixel == FirstPixel.CENTRE || binaries.size() > 1) {
            return table; // of several elements dxtbx takes the corner from the offset
        }
        return table.with(
                "displacement",
                row -> row.value("displacement")
                        .asNumber()
                        .flatMap(centre -> row.value("displacement_increment")
                                .asNumber()
                                .map(step -> centre.subtract(step.divide(BigDecimal.valueOf(2)))))
                        .map(corner -> CifValue.number(corner.signum() == 0 ? BigDecimal.ZERO : corner))
                        .orElse(row.value("displacement")));
    }

    private CifValue dimension(SmallTable.Row row) {
        List<Integer> dimensions =
                ExportArray.of(block, row.text("array_id").orElse("")).dimensions();
        int precedence = row.value("precedence")
                .asNumber()
                .map(BigDecimal::intValue)
                .filter(number -> number >= 1 && number <= dimensions.size())
                .orElse(0);
        return precedence == 0 ? row.value("dimension") : CifValue.number(dimensions.get(precedence - 1));
    }

    private SmallTable ofArrays(SmallTable table, String object) {
        return table.keeping(row -> binaries.containsKey(row.text(object).orElse("")));
    }

    private CifValue binary(SmallTable.Row row, String object) {
        return CifValue.number(binaries.getOrDefault(row.text(object).orElse(""), 1));
    }
}
