package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.map.MappedBlock;
import io.github.icatimgcif.conversion.map.MappedFile;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.conversion.validate.Verdict;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No number that says where pixels and axes are can be wrong in a file: each number of these categories, in every row, is changed
 * by one in its last place (but by no less than can be seen), and the block must be refused.
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

    /** mm or degrees. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.00001");

    private static final BigDecimal SMALLEST_OF_A_DIRECTION = new BigDecimal("0.000001");

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "smv/adsc"
            })
    void noNumberOfTheGeometryCanBeWrong(String fixture) throws IOException {
        Verdict.Valid sound =
                Converted.verdict(Path.of("src/test/resources").resolve(fixture).toAbsolutePath());

        List<String> unnoticed = new ArrayList<>();
        int changed = 0;
        for (MappedBlock block : sound.file().blocks()) {
            for (Category category : block.categories()) {
                if (GEOMETRY.contains(category.name())) {
                    for (Place place : numbers(category)) {
                        changed++;
                        if (Validation.judge(new MappedFile(List.of(with(block, category, place))), List.of())
                                .findings()
                                .stream()
                                .noneMatch(Finding::isError)) {
                            unnoticed.add("_" + category.name() + "." + place);
                        }
                    }
                }
            }
        }

        assertThat(unnoticed).as("of " + changed + " numbers").isEmpty();
    }

    /** A number of a category. */
    private record Place(int row, String object, List<CifValue> values) {
        @Override
        public String toString() {
            return object + " in row " + row + ", "
                    + values.stream().map(v -> v.asText().orElse(".")).toList();
        }
    }

    private static List<Place> numbers(Category category) {
        List<List<CifValue>> rows = rows(category);
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row -> category.objects().stream()
                        .filter(object -> rows.get(row)
                                .get(category.indexOf(object))
                                .asNumber()
                                .isPresent())
                        .filter(object -> !isWithoutMeaning(category, object, rows.get(row)))
                        .map(object -> new Place(row, object, rows.get(row))))
                .toList();
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

    private static MappedBlock with(MappedBlock block, Category category, Place place) {
        List<List<CifValue>> rows = rows(category);
        List<CifValue> row = new ArrayList<>(place.values);
        int column = category.indexOf(place.object);
        BigDecimal number = row.get(column).asNumber().orElseThrow();
        row.set(column, CifValue.number(number.add(step(place.object, number))));
        rows.set(place.row, row);
        return new MappedBlock(
                block.name(),
                block.categories().stream()
                        .map(other -> other == category
                                ? new Category(category.name(), category.objects(), Rows.of(rows), category.form())
                                : other)
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
