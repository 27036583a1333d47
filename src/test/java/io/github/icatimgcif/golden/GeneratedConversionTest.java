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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated data sets, whole and damaged, converted and held against the truth that was written beside them. */
final class GeneratedConversionTest {

    private static final List<String> DIALECTS =
            List.of("fw2legacy", "fw2024", "dls", "nexgen", "jungfrau", "jfjoch", "eigerv1", "esrf");

    /** Dialects that have no field in which a swung detector could be stated. */
    private static final List<String> NEVER_SWUNG = List.of("dls", "jungfrau", "esrf");

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

    static Stream<Arguments> wholeMasters() {
        return DIALECTS.stream()
                .flatMap(dialect -> Stream.of(
                                "",
                                "--two-theta=20",
                                "--frames=1",
                                "--size=514x1030",
                                "--libver=earliest",
                                "--libver=v108",
                                "--libver=v110")
                        .filter(option -> !option.startsWith("--two") || !NEVER_SWUNG.contains(dialect))
                        .filter(option -> !option.endsWith("v108") || !hasVirtualImages(dialect))
                        .map(option -> Arguments.of(dialect, option)));
    }

    /** HDF5 1.8 has no virtual data sets. */
    private static boolean hasVirtualImages(String dialect) {
        return List.of("fw2024", "dls", "nexgen", "esrf").contains(dialect);
    }

    @ParameterizedTest
    @MethodSource("wholeMasters")
    void anImgCifSaysWhatTheWriterKnew(String dialect, String option, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, option);

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        Tool.Ended judged = judged(converted, folder);
        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).isZero();
    }

    /** A beam that misses the swung detector is judged by checkImgCIF at zero settings, where it has to meet it. */
    @ParameterizedTest
    @ValueSource(strings = {"fw2legacy", "fw2024", "nexgen", "jfjoch", "eigerv1"})
    void aDetectorSwungOutOfTheBeamPassesCheckImgCif(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--two-theta=15", "--size=514x1030", "--beam=520.25,260.75");

        Converted converted = Converted.of(folder);

        assertThat(converted.report()).doesNotContain("checkImgCIF fails");
        Tool.Ended judged = judged(converted, folder);
        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--two-theta=20", "--kappa", "--frames=1", "--frames=120"})
    void aMiniCbfSeriesSaysWhatTheWriterKnew(String option, @TempDir Path folder)
            throws IOException, InterruptedException {
        Python.generate("minicbf", folder, option.isEmpty() ? List.of() : List.of(option));

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        Tool.Ended judged = judged(converted, folder);
        assertThat(judged.exit()).as(converted.report() + judged.output()).isZero();
    }

    static Stream<Arguments> damagedMasters() {
        return DIALECTS.stream()
                .flatMap(dialect -> MUTATIONS.stream()
                        .filter(damage -> !dialect.equals("jungfrau") || !damage.equals("no_depends"))
                        .filter(damage -> !dialect.equals("esrf") || !damage.equals("nan_distance"))
                        .map(damage -> Arguments.of(dialect, damage)));
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
        "nexgen, swap_size, is written fast before slow",
        "fw2024, '', 'each frame has 2 channels (threshold_1, threshold_2); threshold_1, the first of them, is described'",
        "fw2024, no_depends, the detector is taken to sit on orientation",
        "jfjoch, no_depends, the sample is taken to sit on omega",
        "jfjoch, dot_depends, check the position of the detector",
        "jungfrau, '', has a value for each frame and they differ; the first is used",
        "jungfrau, '', by the raw file the sample stands on no axis",
        "esrf, '', no NXdetector_module says where the pixels lie",
        "esrf, two_entries, the file has 2 entries",
        "eigerv1, '', its direction is by beamline knowledge",
        "eigerv1, two_entries, has 2 entries",
        "eigerv1, --two-theta=20, fits the distance only with z along the beam",
        "eigerv1, aborted, data files that are linked to are not there"
    })
    void whatWasAssumedIsSaid(String dialect, String damage, String said, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, damage.isEmpty() || damage.startsWith("--") ? damage : "--mutate=" + damage);

        Converted converted = Converted.of(folder);

        assertThat(converted.report()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"dls", "nexgen", "fw2legacy", "jungfrau", "jfjoch", "esrf"})
    void withoutAWavelengthNothingIsMade(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=no_wavelength");

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).isEmpty();
        assertThat(converted.report()).contains("no wavelength above zero");
    }

    /** Their masters state the energy of the photons too. */
    @ParameterizedTest
    @CsvSource({"fw2024", "eigerv1"})
    void withoutAWavelengthTheEnergyTellsIt(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=no_wavelength");

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        assertThat(judged(converted, folder).exit()).isZero();
    }

    @Test
    void ofDataThatDoNotSayHowTheSampleTurnsNothingIsMade(@TempDir Path folder)
            throws IOException, InterruptedException {
        generate("jungfrau", folder, "--mutate=no_depends");

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).isEmpty();
        assertThat(converted.report()).contains("the raw file does not say how the sample turns");
    }

    /** It has no chain of axes that would tell the distance. */
    @Test
    void withoutADistanceNothingIsMadeOfAMasterOfMxcube(@TempDir Path folder) throws IOException, InterruptedException {
        generate("esrf", folder, "--mutate=nan_distance");

        Converted converted = Converted.of(folder);

        assertThat(converted.imgCif()).isEmpty();
        assertThat(converted.report()).contains("it is needed as MX_detectorDistance");
    }

    @ParameterizedTest
    @CsvSource({"dls", "nexgen", "fw2legacy", "fw2024", "jfjoch", "esrf"})
    void aScanThatRunsBackwardsHasANegativeIncrement(String dialect, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, "--mutate=reverse");

        Converted converted = Converted.of(folder);

        // ten frames from 10 degrees by 0.1, reversed
        assertThat(converted.imgCif().orElseThrow())
                .containsPattern("SCAN1 omega \\. \\. \\. 10\\.90* -0\\.10* -1\\.0");
        assertThat(converted.report()).contains("runs backwards");
    }

    private static void generate(String dialect, Path folder, String... more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--per-file=4", "--pixels=none"));
        options.addAll(
                List.of(more).stream().filter(option -> !option.isEmpty()).toList());
        Python.generate(dialect, folder, options);
    }

    private static Tool.Ended judged(Converted converted, Path folder) throws IOException, InterruptedException {
        Path imgCif =
                Files.writeString(folder.resolve("made.cif"), converted.imgCif().orElseThrow());
        return GeometryJudge.judge(imgCif, folder.resolve("x.truth.json"));
    }
}
