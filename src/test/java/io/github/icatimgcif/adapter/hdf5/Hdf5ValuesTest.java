package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Hdf5ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "fixed, NXmx",
        "variable, Ångström",
        "padded, Eiger 16M",
        "blanks, deg",
        "latin1, µm",
        "one_in_array, NXdetector",
        "letters, Silicon",
        "yes, TRUE"
    })
    void aTextIsReadHoweverItWasWritten(String name, String text) {
        for (String version : List.of("earliest", "v108", "v110")) {
            try (Hdf5File file = Fixtures.open("tree_" + version + ".h5")) {
                assertThat(value(file, name).text()).contains(text);
            }
        }
    }

    @Test
    void severalTextsKeepTheirOrder() {
        try (Hdf5File file = Fixtures.open("tree_v108.h5")) {
            assertThat(value(file, "three_fixed").texts()).containsExactly("phi", "kappa", "om");
            assertThat(value(file, "two_variable").texts()).containsExactly("omega", "chi");
            assertThat(value(file, "empty_text").text()).isEmpty();
            assertThat(value(file, "float32").text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "float32, 0.1, 0.9801122",
        "float64, 0.1, 0.9802735610373182",
        "float16, 0.5, -2.0",
        "int8, -128, 127",
        "uint32, 4294967295, 7",
        "uint64, 18446744073709551615, 9",
        "big_endian, 258, -2",
        "growing, 0.0, 1.0",
        "table, 0, 1"
    })
    void aNumberKeepsItsDigits(String name, BigDecimal first, BigDecimal second) {
        for (String version : List.of("earliest", "v108", "v110")) {
            try (Hdf5File file = Fixtures.open("tree_" + version + ".h5")) {
                NumberColumn numbers = value(file, name).numbers();

                assertThat(numbers.decimal(0)).contains(first);
                assertThat(numbers.decimal(1)).contains(second);
                assertThat(numbers.value(1)).isCloseTo(second.doubleValue(), Percentage.withPercentage(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void whatIsNoNumberStaysInItsPlaceWithoutADecimal(String name) {
        try (Hdf5File file = Fixtures.open("tree_v110.h5")) {
            NumberColumn numbers = value(file, name).numbers();

            assertThat(numbers.size()).isEqualTo(4);
            assertThat(numbers.decimal(2)).isEmpty();
            assertThat(numbers.decimal(3)).isEmpty();
            assertThat(numbers.value(2)).isNaN();
            assertThat(numbers.value(3)).isInfinite();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void chunksAtTheRimAreCutToTheDataSet(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            double[] table = IntStream.range(0, 35).asDoubleStream().toArray();
            double[] growing = IntStream.range(0, 10).asDoubleStream().toArray();

            assertThat(value(file, "table").numbers().values()).containsExactly(table);
            assertThat(value(file, "table").shape()).containsExactly(5, 7);
            assertThat(value(file, "growing").numbers().values()).containsExactly(growing);
            assertThat(value(file, "holes").numbers().values()).containsExactly(-7, -7, -7, -7, 1, 2, 3, 4, -7, -7);
        }
    }

    @Test
    void whatWasNeverWrittenHasNoNumbers() {
        try (Hdf5File file = Fixtures.open("tree_v108.h5")) {
            assertThat(value(file, "never_written").numbers().isEmpty()).isTrue();
            assertThat(value(file, "no_value").numbers().isEmpty()).isTrue();
            assertThat(value(file, "table").numbers().isEmpty()).isFalse();
        }
    }

    @Test
    void strangeTypesAreListedAndNotRead() {
        try (Hdf5File file = Fixtures.open("tree_earliest.h5")) {
            assertThat(value(file, "opaque").type().kind()).isEqualTo(ElementType.Kind.OTHER);
            assertThat(value(file, "compound").numbers().isEmpty()).isTrue();
            assertThat(value(file, "vectors").numbers().size()).isEqualTo(6);
            assertThat(value(file, "uint32").type()).isEqualTo(new ElementType(ElementType.Kind.INTEGER, false, 32));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree_earliest.h5", "tree_v108.h5", "tree_v110.h5"})
    void attributesAreReadFromMessagesAndFromTheHeapOfMany(String name) {
        try (Hdf5File file = Fixtures.open(name)) {
            Hdf5Node omega = file.at("/entry/data/omega").orElseThrow();

            assertThat(omega.attributeNames()).hasSize(28);
            assertThat(omega.attribute("units").orElseThrow().text()).contains("deg");
            assertThat(omega.attribute("depends_on").orElseThrow().text()).contains(".");
            assertThat(omega.attribute("vector").orElseThrow().doubles()).containsExactly(-1.0, 0.0, 0.25);
            assertThat(omega.attribute("vector").orElseThrow().numbers())
                    .containsExactly(new BigDecimal("-1.0"), new BigDecimal("0.0"), new BigDecimal("0.25"));
            assertThat(omega.attribute("note_24").orElseThrow().text()).contains("a note of some length, number 24");
            assertThat(omega.attribute("offset")).isEmpty();
        }
    }

    private static Hdf5Dataset value(Hdf5File file, String name) {
        return Fixtures.dataset(file, "/entry/values/" + name);
    }
}
