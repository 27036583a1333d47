package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Python;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated data sets, whole and damaged, converted and held against the truth that was written beside them. */
final class GeneratedConversionTest {

    private static final List<String> DIALECTS = List.of("dls", "nexgen", "fw2legacy");

    private static final List<String> MUTATIONS = List.of(
            "no_units",
            "unit_attr",
            "no_depends",
            "dot_depends",
            "char_array",
            "size1",
            "swap_size",
            "no_definition",
            "aborted",
            "moved",
            "nan_distance",
            "two_entries",
            "vlen",
            "fixed",
            "latin1",
            "attr1",
            "rootless");

    @ParameterizedTest
    @CsvSource({
        "dls, ''", "dls, --two-theta=20", "dls, --frames=1",
        "nexgen, ''", "nexgen, --two-theta=20", "nexgen, --frames=1",
        "fw2legacy, ''", "fw2legacy, --two-theta=20", "fw2legacy, --frames=1"
    })
    void anImgCifSaysWhatTheWriterKnew(String dialect, String option, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, option);

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        Tool.Ended judged = judged(converted, folder);
        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).isZero();
    }

    static Stream<Arguments> damagedMasters() {
        return DIALECTS.stream().flatMap(dialect -> MUTATIONS.stream().map(damage -> Arguments.of(dialect, damage)));
    }

    @ParameterizedTest
    @MethodSource("damagedMasters")
    void ofADamagedMasterTheGeometryIsStillRight(String dialect, String damage, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=" + damage);

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        Tool.Ended judged = judged(converted, folder);
        assertThat(judged.exit()).as(converted.report() + judged.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "dls, no_units, no unit is stated",
        "nexgen, no_units, no unit is stated",
        "fw2legacy, no_units, no unit is stated",
        "dls, no_depends, the sample is taken to sit on phi",
        "nexgen, dot_depends, check the position of the detector",
        "fw2legacy, no_definition, the file does not say that it is NXmx",
        "fw2legacy, aborted, data files that are linked to are not there",
        "dls, two_entries, the file has 2 entries",
        "nexgen, swap_size, is written fast before slow"
    })
    void whatWasAssumedIsSaid(String dialect, String damage, String said, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=" + damage);

        Converted converted = Converted.of(folder);

        assertThat(converted.report()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"dls", "nexgen", "fw2legacy"})
    void withoutAWavelengthNothingIsMade(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=no_wavelength");

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).isEmpty();
        assertThat(converted.report()).contains("no wavelength above zero");
    }

    @ParameterizedTest
    @CsvSource({"dls", "nexgen", "fw2legacy"})
    void aScanThatRunsBackwardsHasANegativeIncrement(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=reverse");

        Converted converted = Converted.of(folder);

        // ten frames from 10 degrees by 0.1, reversed
        assertThat(converted.imgCif().orElseThrow()).contains("SCAN1 omega . . . 10.9 -0.1 -1.0");
        assertThat(converted.report()).contains("runs backwards");
    }

    private static void generate(String dialect, Path folder, String option) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--per-file=4", "--pixels=none"));
        if (!option.isEmpty()) {
            options.add(option);
        }
        Python.generate(dialect, folder, options);
    }

    private static Tool.Ended judged(Converted converted, Path folder) throws IOException, InterruptedException {
        Path imgCif =
                Files.writeString(folder.resolve("made.cif"), converted.imgCif().orElseThrow());
        return GeometryJudge.judge(imgCif, folder.resolve("x.truth.json"));
    }
}
