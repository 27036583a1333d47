package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.conversion.validate.Verdict;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No number that says where pixels and axes are can be wrong in a file: each number of these categories, in every row, is changed
 * by one in its last place (but by no less than can be seen), each name is exchanged for the next one, and the block must be
 * refused every time.
 */
final class WrongNumbersTest {

    private static final List<String> GEOMETRY = List.of(
            "axis",
            "array_structure_list",
            "array_structure_list_section",
            "array_structure_list_axis",
            "array_element_size",
            "diffrn_scan",
            "diffrn_scan_axis",
            "diffrn_scan_frame",
            "diffrn_scan_frame_axis",
            "diffrn_data_frame",
            "array_data",
            "array_data_external_data");

    /** What leads from row to row; the file name, which only links make, and the words of types are not among them. */
    private static final List<String> NAMES = List.of(
            "id",
            "axis_id",
            "depends_on",
            "equipment",
            "type",
            "array_id",
            "axis_set_id",
            "array_section_id",
            "detector_element_id",
            "scan_id",
            "frame_id",
            "frame_id_start",
            "frame_id_end",
            "external_data_id",
            "path");

    /** mm or degrees. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.00001");

    private static final BigDecimal SMALLEST_OF_A_DIRECTION = new BigDecimal("0.000001");

    static Stream<String> fixtures() {
        return Stream.of(
                "nxmx/dectris_legacy",
                "nxmx/dls_gda",
                "nxmx/nexgen",
                "nxmx/two_theta",
                "nxmx/tilted_axis",
                "nxmx/vertical_axis",
                "nxmx/reversed_scan",
                "nxmx/irregular",
                "nxmx/thirds",
                "nxmx/single_frame",
                "nxmx/wandering",
                "nxmx/wedges",
                "nxmx/dls_i16",
                "nxmx/inches",
                "nxmx/fast_on_slow",
                "cbf/gap",
                "cbf/swung_and_reversed",
                "cbf/two_distances",
                "cbf/two_wedges",
                "fullcbf/corner",
                "fullcbf/decreasing",
                "fullcbf/sections",
                "fullcbf/vertical",
                "smv/adsc");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void noNumberOfTheGeometryCanBeWrong(String fixture) throws IOException {
        assertThat(unnoticed(fixture, WrongNumbersTest::wrongNumbers))
                .as("numbers that may be wrong")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void noNameOfTheGeometryCanBeThatOfAnother(String fixture) throws IOException {
        assertThat(unnoticed(fixture, WrongNumbersTest::swappedNames))
                .as("names that may be swapped")
                .isEmpty();
    }

    /** A category with something wrong in it. */
    private record Wrong(Category category, String what) {}

    private static List<String> unnoticed(String fixture, Function<Category, List<Wrong>> wrong) throws IOException {
        Verdict.Valid sound =
                Converted.verdict(Path.of("src/test/resources").resolve(fixture).toAbsolutePath());
        List<String> unnoticed = new ArrayList<>();
        for (MappedBlock block : sound.file().blocks()) {
            for (Category category : block.categories()) {
                if (GEOMETRY.contains(category.name())) {
                    wrong.apply(category).stream()
                            .filter(change -> isFoundSound(with(block, category, change.category)))
                            .forEach(change -> unnoticed.add("_" + category.name() + "." + change.what));
                }
            }
        }
        return unnoticed;
    }

    private static boolean isFoundSound(MappedBlock block) {
        return new Validation(Dictionaries.shipped()).judge(new MappedFile(List.of(block)), List.of())
                instanceof Verdict.Valid;
    }

    private static List<Wrong> wrongNumbers(Category category) {
        List<Wrong> wrong = new ArrayList<>();
        for (int row = 0; row < category.rows().count(); row++) {
            for (String object : category.objects()) {
                List<List<CifValue>> rows = rows(category);
                List<CifValue> changed = new ArrayList<>(rows.get(row));
                int column = category.indexOf(object);
                Optional<BigDecimal> number = changed.get(column).asNumber();
                if (number.isPresent() && !isWithoutMeaning(category, object, changed)) {
                    changed.set(column, CifValue.number(number.get().add(step(object, number.get()))));
                    rows.set(row, changed);
                    wrong.add(new Wrong(of(category, rows), object + " in row " + row));
                }
            }
        }
        return wrong;
    }

    /** Each name with the next other one of its column. */
    private static List<Wrong> swappedNames(Category category) {
        List<Wrong> wrong = new ArrayList<>();
        for (String object : category.objects()) {
            int column = category.indexOf(object);
            for (int row = 0; row + 1 < category.rows().count(); row++) {
                List<List<CifValue>> rows = rows(category);
                CifValue one = rows.get(row).get(column);
                CifValue next = rows.get(row + 1).get(column);
                Set<List<CifValue>> before = Set.copyOf(rows.subList(row, row + 2));
                rows.set(row, replaced(rows.get(row), column, next));
                rows.set(row + 1, replaced(rows.get(row + 1), column, one));
                boolean isOther = !before.equals(Set.copyOf(rows.subList(row, row + 2)));
                if (NAMES.contains(object) && isOther && !isOfGravityAndSource(category, object, row)) {
                    wrong.add(new Wrong(of(category, rows), object + " of row " + row + " and the next"));
                }
            }
        }
        return wrong;
    }

    /** Their ids; nothing refers to them, and their equipment tells which is which. */
    private static boolean isOfGravityAndSource(Category category, String object, int row) {
        return category.name().equals("axis") && object.equals("id") && row == 0;
    }

    private static List<CifValue> replaced(List<CifValue> row, int column, CifValue value) {
        List<CifValue> changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }

    private static Category of(Category category, List<List<CifValue>> rows) {
        return new Category(category.name(), category.objects(), Rows.of(rows), category.form());
    }

    /**
     * What cannot matter: where gravity and source are, as they only have a direction, and the time of a frame, which is no
     * geometry.
     */
    private static boolean isWithoutMeaning(Category category, String object, List<CifValue> row) {
        String first = row.get(0).asText().orElse("");
        return category.name().equals("axis")
                        && object.startsWith("offset")
                        && List.of("gravity", "source").contains(first)
                || object.endsWith("_time")
                || object.startsWith("time_");
    }

    private static MappedBlock with(MappedBlock block, Category category, Category instead) {
        return new MappedBlock(
                block.name(),
                block.categories().stream()
                        .map(other -> other == category ? instead : other)
                        .toList(),
                block.measured(),
                block.madeBy(),
                block.frames(),
                List.of());
    }

    /** One in the last place; a direction that is 1 or 0 has places enough behind it. */
    private static BigDecimal step(String object, BigDecimal number) {
        if (object.startsWith("vector")) {
            return SMALLEST_OF_A_DIRECTION.max(number.scale() > 0 ? number.ulp() : SMALLEST_OF_A_DIRECTION);
        }
        if (object.equals("size")) {
            return number.ulp();
        }
        return number.ulp().max(SMALLEST);
    }

    private static List<List<CifValue>> rows(Category category) {
        List<List<CifValue>> rows = new ArrayList<>();
        category.rows().forEach(rows::add);
        return rows;
    }
}
