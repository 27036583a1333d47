package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of a series were taken with one wavelength: within 0.0001 of it by noise, and never with one 0.01 away. */
final class FullCbfLevelsTest {

    private static final double NOISE = 1e-4;
    private static final double MOST_NOISE = 0.01;

    /** Values with how often they follow one another, and the same of the levels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.97950x10 | 10",
                // a unit of the last digit
                "0.68937x3 0.68938x1 0.68937x1 0.68938x5 | 10",
                "0.979x3 0.980x3 0.979x4 | 10",
                "0.97950x6 0.979501x6 | 12",
                // inflection and peak of selenium, 2 eV apart, also in wedges, and a remote wavelength
                "0.97949x20 0.97933x20 | 20 20",
                "0.97949x5 0.97933x5 0.97949x5 0.97933x5 | 5 5 5 5",
                "0.97949x1 0.97933x1 | 1 1",
                "0.97949x2 0.97933x2 | 2 2",
                "0.97949x2 0.97933x2 0.9500x2 | 2 2 2",
                "0.9795x1 1.2821x1 0.9795x1 1.2821x1 | 1 1 1 1",
                "0.9795x5 1.2821x1 0.9795x5 | 5 1 5",
                // settings that come back with every file, to the digit or nearly
                "0.97903x1 0.97934x1 0.97903x1 0.97934x1 0.97903x1 0.97934x1 | 1 1 1 1 1 1",
                "0.97903x1 0.97934x1 0.97904x1 0.97934x1 0.97903x1 0.97935x1 | 1 1 1 1 1 1",
                "0.9795x1 0.9811x1 0.9795x2 0.9811x1 0.9795x2 0.9811x3 | 1 1 2 1 2 3",
                "0.9700x1 0.9720x1 0.9740x1 0.9760x1 0.9700x1 | 1 1 1 1 1",
                // few settings, one of them for a single file
                "0.97903x3 0.97934x1 0.9720x3 | 3 1 3",
                "0.97903x1 0.97934x1 0.9720x1 | 1 1 1",
                // images here and there, each read back once
                "0.97903x1 0.97934x1 0.97915x1 0.97890x1 | 4",
                // scans
                "0.9720x1 0.9730x1 0.9740x1 0.9750x1 0.9760x1 0.9770x1 | 1 1 1 1 1 1",
                "0.9770x1 0.9760x1 0.9750x2 0.9740x1 0.9730x1 | 1 1 2 1 1",
                // no setting is made for one file and taken back
                "0.97949x5 0.97999x1 0.97949x5 | 11",
                "0.97999x1 0.97949x9 | 10",
                "0.97949x20 0.97999x1 0.97933x20 | 21 20",
                // shots
                "0.9795x1 0.9799x1 0.9811x1 0.9802x1 0.9815x1 | 5",
                "0.97950x1 0.97951x1 0.97952x1 0.97953x1 0.97980x1 0.97950x1 0.97980x1 0.97952x1 0.97980x1 | 9",
                // where none is recorded
                "0x10 | 10"
            })
    void aLevelIsKeptForManyFiles(String recorded, String expected) {
        List<BigDecimal> values = Stream.of(recorded.split(" "))
                .map(part -> part.split("x"))
                .flatMap(part -> IntStream.range(0, Integer.parseInt(part[1])).mapToObj(i -> new BigDecimal(part[0])))
                .toList();

        assertThat(lengths(new FullCbfLevels(values, NOISE, MOST_NOISE), values.size()))
                .isEqualTo(Stream.of(expected.split(" ")).map(Integer::valueOf).toList());
    }

    /** Standard deviations, relative: of a readback, and of an X-ray laser. */
    @ParameterizedTest
    @CsvSource({"3e-5, 60", "3e-5, 3600", "3e-4, 400", "4e-4, 3000", "2e-3, 400", "2e-3, 12"})
    void noiseIsOneLevelWithItsMedian(double deviation, int files) {
        Random random = new Random(42);
        List<BigDecimal> values = IntStream.range(0, files)
                .mapToObj(i -> String.format(Locale.ROOT, "%.6f", 0.68937 * (1 + deviation * random.nextGaussian())))
                .map(BigDecimal::new)
                .toList();

        FullCbfLevels levels = new FullCbfLevels(values, NOISE, MOST_NOISE);

        assertThat(levels.levels()).hasSize(1);
        assertThat(values).contains(levels.median(levels.level(0)));
        assertThat(levels.median(levels.level(0)).doubleValue() / 0.68937 - 1).isBetween(-deviation, deviation);
        assertThat(levels.isQuiet(levels.level(0))).isFalse();
    }

    /** Every file has another setting than the one before it, in a series as long as any. */
    @ParameterizedTest
    @CsvSource({"0.97903 0.97934, 2", "0.9 1.0 1.1 1.2, 4"})
    void settingsOfManyFilesAreTold(String inTurn, int settings) {
        String[] values = inTurn.split(" ");
        List<BigDecimal> recorded = IntStream.range(0, 20_000)
                .mapToObj(i -> new BigDecimal(values[i % values.length]))
                .toList();

        FullCbfLevels levels = new FullCbfLevels(recorded, NOISE, MOST_NOISE);

        assertThat(levels.levels()).hasSize(settings);
        assertThat(IntStream.range(0, recorded.size()))
                .allMatch(place -> levels.median(levels.level(place)).compareTo(recorded.get(place)) == 0);
    }

    @Test
    void aLevelHasOneMedianThoughAnotherOneLiesBetween() {
        List<BigDecimal> values = Stream.of(
                        "0.97950", "0.97951", "0.97951", "1.28", "1.28", "0.97949", "0.97949", "0.97950")
                .map(BigDecimal::new)
                .toList();

        FullCbfLevels levels = new FullCbfLevels(values, NOISE, MOST_NOISE);

        assertThat(levels.level(5)).isEqualTo(levels.level(0));
        assertThat(levels.median(levels.level(5))).isEqualTo(new BigDecimal("0.97950"));
        assertThat(levels.isQuiet(levels.level(5))).isTrue();
    }

    private static List<Integer> lengths(FullCbfLevels levels, int files) {
        List<Integer> lengths = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= files; end++) {
            if (end == files || levels.level(end) != levels.level(begin)) {
                lengths.add(end - begin);
                begin = end;
            }
        }
        return lengths;
    }
}
