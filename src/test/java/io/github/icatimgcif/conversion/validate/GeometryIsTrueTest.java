package io.github.icatimgcif.conversion.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.conversion.map.MeasuredGeometry;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GeometryIsTrueTest {

    private static final MappedBlock TRUE = Experiments.mapped(Experiments.full(), FrameChoice.PRINCIPAL_AXIS);

    /** 0.002 mm, or what makes 0.002 mm at 100 mm of an axis and over the width of a panel. */
    private static final Map<String, Map<String, String>> DISTURBED = Map.of(
            "axis",
            Map.of(
                    "vector[1]", "0.00002",
                    "vector[2]", "0.00002",
                    "vector[3]", "0.00002",
                    "offset[1]", "0.002",
                    "offset[2]", "0.002",
                    "offset[3]", "0.002"),
            "array_structure_list_axis",
            Map.of("displacement", "0.002", "displacement_increment", "0.000005"),
            "array_structure_list",
            Map.of("precedence", "1"),
            "array_structure_list_section",
            Map.of("end", "1", "start", "1"),
            "diffrn_scan_axis",
            Map.of(
                    "angle_start", "0.00115",
                    "angle_increment", "0.00115",
                    "displacement_start", "0.002",
                    "displacement_increment", "0.002"),
            "diffrn_scan_frame_axis",
            Map.of("angle", "0.00115", "angle_increment", "0.00115", "displacement", "0.002"));

    record Mutation(String category, int row, String object, DataBlock block) {
        @Override
        public String toString() {
            return category + " row " + row + " " + object;
        }
    }

    static Stream<Mutation> disturbedNumbers() {
        return DISTURBED.entrySet().stream()
                .flatMap(category -> category.getValue().entrySet().stream()
                        .flatMap(object ->
                                disturbed(category.getKey(), object.getKey(), new BigDecimal(object.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("disturbedNumbers")
    void everyNumberThatIsWrongIsNoticed(Mutation mutation) {
        assertThat(judged(mutation.block)).as(mutation.toString()).anyMatch(Finding::isError);
    }

    static Stream<Mutation> missingRows() {
        return Stream.of(
                        "axis",
                        "diffrn_detector_element",
                        "array_structure_list_axis",
                        "diffrn_scan",
                        "diffrn_scan_axis",
                        "diffrn_scan_frame_axis")
                .flatMap(name -> IntStream.range(0, rows(name).size())
                        .filter(row -> !isWithoutEffect(name, rows(name).get(row)))
                        .filter(row -> !isDefault(name, rows(name).get(row)))
                        .mapToObj(row -> {
                            List<List<CifValue>> rows = rows(name);
                            rows.remove(row);
                            return new Mutation(name, row, "missing", with(name, rows));
                        }));
    }

    @ParameterizedTest
    @MethodSource("missingRows")
    void everyRowThatIsMissingIsNoticed(Mutation mutation) {
        assertThat(judged(mutation.block)).as(mutation.toString()).anyMatch(Finding::isError);
    }

    static Stream<Mutation> swaps() {
        return Stream.of(
                swapped("array_structure_list", "axis_set_id", 0, 1),
                swapped("array_structure_list", "precedence", 0, 1),
                swapped("array_structure_list_axis", "axis_id", 0, 1),
                swapped("array_structure_list_axis", "axis_id", 0, 2),
                swapped("diffrn_data_frame", "array_id", 0, 1),
                swapped("diffrn_detector_element", "id", 0, 1),
                swapped("diffrn_scan", "id", 0, 1),
                swapped("diffrn_scan_frame", "scan_id", 0, 7),
                swapped("diffrn_scan_frame_axis", "frame_id", 0, 1),
                swapped("axis", "depends_on", 3, 4),
                swapped("axis", "type", 2, 4));
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void whatIsSwappedIsNoticed(Mutation mutation) {
        assertThat(judged(mutation.block)).as(mutation.toString()).anyMatch(Finding::isError);
    }

    @ParameterizedTest
    @EnumSource(FrameChoice.class)
    void whatIsTrueIsNotComplainedOf(FrameChoice choice) {
        MappedBlock block = Experiments.mapped(Experiments.full(), choice);

        assertThat(new GeometryIsTrue(block.measured()).judge(block.on(LocalDate.EPOCH)))
                .isEmpty();
    }

    @Test
    void aDeviationIsToldWithItsPlaceAndSize() {
        Mutation mutation = disturbed("array_structure_list_axis", "displacement", new BigDecimal("0.002"))
                .toList()
                .get(0);

        assertThat(judged(mutation.block))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .matches("in SCAN\\d frame \\d the text has pixel [0-9.]+, [0-9.]+ of ELEMENT1 0.002000 mm from"
                                + " where it was measured"));
    }

    @Test
    void aWrongFileHasNoValidVerdict() {
        DataBlock wrong =
                disturbed("axis", "offset[1]", new BigDecimal("0.002")).toList().get(0).block;
        MappedBlock block = new MappedBlock(
                "x", wrong.categories().subList(1, wrong.categories().size()), TRUE.measured(), "test", 10, List.of());

        assertThat(new Validation(Dictionaries.shipped()).judge(new MappedFile(List.of(block)), List.of()))
                .isInstanceOf(Verdict.Invalid.class)
                .satisfies(verdict -> assertThat(verdict.findings())
                        .anyMatch(finding -> finding.message().contains("mm from where it was measured")));
    }

    @Test
    void aLeftHandedFrameIsNoticed() {
        Rotation frame = TRUE.measured().fromMcStas();
        var mirrored = new MeasuredGeometry(
                new Rotation(frame.first(), frame.second(), frame.third().times(-1)),
                TRUE.measured().scans());

        assertThat(new GeometryIsTrue(mirrored).judge(TRUE.on(LocalDate.EPOCH)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is not right-handed"));
    }

    @Test
    void aBlockCannotBeMadeWithoutAMeasurement() {
        assertThatThrownBy(() -> new MeasuredGeometry(
                        new Rotation(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Finding> judged(DataBlock block) {
        return new GeometryIsTrue(TRUE.measured()).judge(block);
    }

    private static Stream<Mutation> disturbed(String name, String object, BigDecimal by) {
        int column = TRUE.on(LocalDate.EPOCH).category(name).orElseThrow().indexOf(object);
        return IntStream.range(0, rows(name).size())
                .filter(row -> rows(name).get(row).get(column).asNumber().isPresent())
                .filter(row -> !isWithoutEffect(name, rows(name).get(row)))
                .filter(row -> !(isFixed(rows(name).get(row)) && object.startsWith("offset")))
                .mapToObj(row -> {
                    List<List<CifValue>> rows = rows(name);
                    List<CifValue> changed = new ArrayList<>(rows.get(row));
                    changed.set(
                            column,
                            CifValue.number(
                                    changed.get(column).asNumber().orElseThrow().add(weighed(changed, object, by))));
                    rows.set(row, changed);
                    return new Mutation(name, row, object, with(name, rows));
                });
    }

    /** What the dictionary says counts for nothing: a scan's setting where each frame has its own, a layer of a stack. */
    private static boolean isWithoutEffect(String name, List<CifValue> row) {
        boolean ofEachFrame = name.equals("diffrn_scan_axis")
                && row.get(0).equals(CifValue.text("SCAN2"))
                && List.of("omega", "sam_x").contains(row.get(1).asText().orElseThrow());
        boolean layer = name.equals("array_structure_list") && row.get(5) == CifValue.INAPPLICABLE
                || name.equals("array_structure_list_section") && row.get(2).equals(CifValue.number(3));
        return ofEachFrame || layer;
    }

    /** What the dictionary takes for said without a row: zero of a scan, and in a frame what the scan has. */
    private static boolean isDefault(String name, List<CifValue> row) {
        boolean zero = name.equals("diffrn_scan_axis")
                && row.stream()
                        .noneMatch(v -> v.asNumber().map(BigDecimal::signum).orElse(0) != 0);
        boolean first = name.equals("diffrn_scan_frame_axis") && row.get(0).equals(CifValue.text("FRAME8"));
        return zero || first;
    }

    /** An axis that moves panels by some 10 mm only must be off by more before they are. */
    private static BigDecimal weighed(List<CifValue> row, String object, BigDecimal by) {
        boolean isShort = List.of("det_y", "right").contains(row.get(0).asText().orElse(""));
        return isShort && object.startsWith("vector") ? by.movePointRight(1) : by;
    }

    /** Gravity and source have a direction and no place. */
    private static boolean isFixed(List<CifValue> row) {
        return List.of("gravity", "source").contains(row.get(0).asText().orElse(""));
    }

    private static Mutation swapped(String name, String object, int one, int other) {
        List<List<CifValue>> rows = rows(name);
        int column = TRUE.on(LocalDate.EPOCH).category(name).orElseThrow().indexOf(object);
        List<CifValue> first = new ArrayList<>(rows.get(one));
        List<CifValue> second = new ArrayList<>(rows.get(other));
        CifValue kept = first.get(column);
        first.set(column, second.get(column));
        second.set(column, kept);
        assertThat(first).as(name + "." + object + " differs").isNotEqualTo(rows.get(one));
        rows.set(one, first);
        rows.set(other, second);
        return new Mutation(name, one, object + " swapped with row " + other, with(name, rows));
    }

    private static List<List<CifValue>> rows(String name) {
        List<List<CifValue>> rows = new ArrayList<>();
        TRUE.on(LocalDate.EPOCH).category(name).orElseThrow().rows().forEach(rows::add);
        return rows;
    }

    private static DataBlock with(String name, List<List<CifValue>> rows) {
        DataBlock block = TRUE.on(LocalDate.EPOCH);
        return new DataBlock(
                block.name(),
                block.categories().stream()
                        .map(category -> category.name().equals(name)
                                ? Category.loop(name, category.objects(), Rows.of(rows))
                                : category)
                        .toList());
    }
}
