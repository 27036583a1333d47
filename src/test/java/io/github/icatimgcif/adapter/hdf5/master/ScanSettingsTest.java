package io.github.icatimgcif.adapter.hdf5.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanSettingsTest {

    private static final String OMEGA = "/entry/sample/transformations/omega";

    private final Map<String, BigDecimal> fields = new HashMap<>();
    private final Findings findings = new Findings();

    @Test
    void recordedDigitsAreKept() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.10"));

        var setting = setting(3600, floats(3600, i -> 10 + 0.1 * i));

        assertThat(setting).isEqualTo(AxisSetting.stepped("omega", new BigDecimal("10.0"), new BigDecimal("0.10")));
        assertThat(findings.all()).isEmpty();
    }

    /** A step of a thirtieth of a degree with six decimals would be 0.012 degrees off after 36 000 frames. */
    @ParameterizedTest
    @CsvSource({
        "36000, 0.0333333333333333, 0.03333333",
        "3600, 0.0333333333333333, 0.0333333",
        "100000, 0.1, 0.1",
        "7, 0.142857142857, 0.142857"
    })
    void aStepHasAsManyDecimalsAsTheLastFrameNeeds(int frames, double step, String written) {
        var setting = setting(frames, doubles(frames, i -> 174 + step * i));

        assertThat(setting.frames()).isEmpty();
        assertThat(setting.increment()).isEqualTo(new BigDecimal(written));
        double lastByStep = 174 + setting.increment().doubleValue() * (frames - 1);
        assertThat(lastByStep).isCloseTo(174 + step * (frames - 1), within(1e-3));
    }

    @Test
    void aStatedIncrementThatWouldDriftIsNotUsed() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.0333"));

        var setting = setting(3600, doubles(3600, i -> i / 30.0));

        assertThat(setting.frames()).isEmpty();
        assertThat(setting.increment()).isEqualTo(new BigDecimal("0.0333333"));
    }

    @Test
    void aStatedIncrementThatContradictsTheSettingsIsTold() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.5"));

        var setting = setting(10, doubles(10, i -> 0.2 * i));

        assertThat(setting.increment()).isEqualByComparingTo("0.2");
        assertThat(messages()).singleElement().asString().contains("says 0.5 and the frames advance by 0.2");
    }

    @Test
    void aScanMayRunBackwards() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.1"));

        var setting = setting(10, floats(10, i -> 10.9 - 0.1 * i));

        assertThat(setting).isEqualTo(AxisSetting.stepped("omega", new BigDecimal("10.9"), new BigDecimal("-0.1")));
        assertThat(messages()).containsExactly("the scan runs backwards; its increment is negative");
    }

    /** The only frame begins before a full turn and ends behind it. */
    @ParameterizedTest
    @CsvSource({"359.95, 0.05, 0.1, 0.1", "0.05, 359.95, -0.1, -0.1", "0.0, 360.0, 360.0, 360.0"})
    void theEndOfAFrameMayBeWrittenModulo360(double start, BigDecimal end, BigDecimal stated, BigDecimal width) {
        fields.put(OMEGA + "_increment_set", stated);
        fields.put(OMEGA + "_end", end);

        assertThat(setting(1, doubles(1, i -> start)).increment()).isEqualTo(width);
    }

    /** Without a step a frame goes the shorter way, which is told; a whole turn is written as such. */
    @ParameterizedTest
    @CsvSource({
        "359.75, 0.25, , 0.5, 1",
        "359.75, 0.25, 0, 0.5, 1",
        "0.25, 359.75, , -0.5, 1",
        "0.0, 360.0, , 360, 0",
        "0.0, 170.0, , 170, 0"
    })
    void aFrameOfMoreThanHalfATurnPassesAFullTurn(
            double start, BigDecimal end, BigDecimal stated, BigDecimal width, int notes) {
        fields.put(OMEGA + "_increment_set", stated);
        fields.put(OMEGA + "_end", end);

        assertThat(setting(1, doubles(1, i -> start)).increment()).isEqualByComparingTo(width);
        assertThat(messages())
                .hasSize(notes)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("is taken for an angle modulo 360: the first frame turns by " + width
                                + " and not by "));
    }

    @Test
    void aWedgeExposedAgainAndAgainMayPassAFullTurn() {
        fields.put(OMEGA + "_end", new BigDecimal("0.1"));

        assertThat(setting(3, doubles(3, i -> 359.9)).increment()).isEqualByComparingTo("0.2");
        assertThat(messages())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message).contains("the first ends 0.2 further on"));
    }

    /** As an encoder reads it back: a start that differs by less than a hundredth of a degree is the same one. */
    @ParameterizedTest
    @CsvSource({
        "50.5, , 0.502, 2",
        "50.5, 0.5, 0.5, 2",
        ", , 0, 1",
        ", 0.5, 0, 2",
        "180, 0.5, 0, 2", // the end of the whole scan
        "180, 0, 0, 1",
        "180, , 0, 1"
    })
    void aWedgeExposedAgainAndAgainMayTremble(BigDecimal end, BigDecimal stated, BigDecimal width, int messages) {
        fields.put(OMEGA + "_end", end);
        fields.put(OMEGA + "_increment_set", stated);
        double[] starts = {49.998, 50.001, 50.004, 49.997, 50.002};

        AxisSetting setting = setting(5, doubles(5, i -> starts[i]));

        assertThat(setting.increment()).isEqualByComparingTo(width);
        assertThat(setting.frames().orElseThrow().get(3)).isEqualByComparingTo("49.997");
        assertThat(messages()).hasSize(messages);
    }

    /** Settings may look like a scan by chance; what is stated and ends as stated tells. */
    @ParameterizedTest
    @CsvSource({
        "50 50.0001 50 50 50.0003, 0.5, 50.5, 0.5",
        "49.998 50.001, 0.5, 50.5, 0.5",
        "50 50.001 50.002, 0.5, 50.5, 0.5",
        "50 50.0003 50.0001 49.9999 50, , 50.05, 0.05",
        "10 10.0021 10.0038 10.0061 10.008, 0.002, 10.002, 0.002", // slices, however fine
        "0.0005 0.003 0.0065 0.009, 0.003, , 0.003"
    })
    void aTremblingWedgeIsNoFineScanNorTheOtherWayRound(
            String starts, BigDecimal stated, BigDecimal end, BigDecimal width) {
        fields.put(OMEGA + "_increment_set", stated);
        fields.put(OMEGA + "_end", end);
        double[] recorded =
                Stream.of(starts.split(" ")).mapToDouble(Double::parseDouble).toArray();

        assertThat(setting(recorded.length, doubles(recorded.length, i -> recorded[i]))
                        .increment())
                .isEqualByComparingTo(width);
    }

    /** The step is stated without its sign, and the axis stands between two frames. */
    @Test
    void aScanBackwardsWithPausesTurnsTheWayItsFirstFrameEnds() {
        fields.put(OMEGA + "_end", new BigDecimal("9.9"));
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.1"));

        AxisSetting setting = setting(4, doubles(4, i -> 10 - 0.5 * i));

        assertThat(setting.increment()).isEqualByComparingTo("-0.1");
        assertThat(setting.frames().orElseThrow().get(3)).isEqualByComparingTo("8.5");
    }

    @Test
    void anEndThatNobodySetIsNoFullTurn() {
        fields.put(OMEGA + "_end", BigDecimal.ZERO);

        assertThat(setting(3, doubles(3, i -> 200)).moves()).isFalse();
        assertThat(findings.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, , 0, 1",
        "200, 0.5, 0.5, 1",
        "30, , 0, 1",
        "5, , -5.0, 1",
        "5, 0.5, 0.5, 1",
        "5, 5, 5, 1",
        "5, -5, -5, 0",
        "-8, 0.5, 0.5, 1",
        "355, , 5.0, 1",
        "355, 0.5, 0.5, 1",
        "355, 5, 5, 0",
        "20, -20, -20, 0"
    })
    void anEndOfZeroFarFromTheOnlyFrameOrBesideAnotherStepIsNoEnd(
            double start, BigDecimal stated, BigDecimal width, int messages) {
        fields.put(OMEGA + "_increment_set", stated);
        fields.put(OMEGA + "_end", BigDecimal.ZERO);

        assertThat(setting(1, doubles(1, i -> start)).increment()).isEqualByComparingTo(width);
        assertThat(messages()).hasSize(messages);
    }

    /** The settings are those that go on past a full turn. */
    @Test
    void theFirstOfFramesWithPausesMayPassAFullTurn() {
        fields.put(OMEGA + "_end", new BigDecimal("0.05"));

        var setting = setting(4, doubles(4, i -> 359.75 + 0.5 * i));

        assertThat(setting.increment()).isEqualByComparingTo("0.3");
        assertThat(setting.frames()).isPresent();
        assertThat(messages()).anySatisfy(message -> assertThat(message).contains("each frame advances by 0.3"));
    }

    @Test
    void irregularStepsAreWrittenFrameByFrameWithTheStatedWidth() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.5"));

        var setting = setting(4, doubles(4, i -> new double[] {0, 0.5, 1.2, 1.7}[i]));

        assertThat(setting.frames())
                .contains(List.of(
                        new BigDecimal("0.0"), new BigDecimal("0.5"), new BigDecimal("1.2"), new BigDecimal("1.7")));
        assertThat(setting.increment()).isEqualTo(new BigDecimal("0.5"));
        assertThat(messages()).containsExactly("the steps are irregular; the setting of each frame is written");
    }

    /** However wide the step, a frame that starts more than 0.001 degrees off is written where it was. */
    @Test
    void anEncoderThatWandersIsWrittenFrameByFrame() {
        var wandering = setting(100, doubles(100, i -> i + (i == 50 ? 0.002 : 0)));
        var steady = setting(100, doubles(100, i -> i + (i == 50 ? 0.0005 : 0)));

        assertThat(wandering.frames()).isPresent();
        assertThat(steady.frames()).isEmpty();
    }

    @Test
    void noiseIsNoMovement() {
        var setting = setting(50, doubles(50, i -> 30 + (i % 2) * 0.00005));

        assertThat(setting).isEqualTo(AxisSetting.constant("omega", new BigDecimal("30.0")));
    }

    @Test
    void anAxisThatTremblesStoodWhereItSaysInEachFrameAndDidNotTurn() {
        var setting = setting(4, NumberColumn.ofDoubles(30, 29.9998, 30.0002, 29.9999));

        assertThat(setting.increment()).isZero();
        assertThat(setting.frames())
                .hasValueSatisfying(frames -> assertThat(frames).hasSize(4));
    }

    @Test
    void oneFrameHasTheNominalWidthIfItsEndConfirmsIt() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.1"));
        fields.put(OMEGA + "_end", new BigDecimal("0.30000000000000004"));

        var setting = setting(1, NumberColumn.ofDoubles(0.2));

        assertThat(setting).isEqualTo(AxisSetting.stepped("omega", new BigDecimal("0.2"), new BigDecimal("0.1")));
    }

    @Test
    void oneFrameWithoutANominalWidthHasItByItsEnd() {
        fields.put(OMEGA + "_end", new BigDecimal("0.30000000000000004"));

        var setting = setting(1, NumberColumn.ofDoubles(0.2));

        assertThat(setting.increment()).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void ofAnAbortedScanTheFirstSettingsCount() {
        var setting = setting(7, doubles(10, i -> 10 + 0.1 * i));

        assertThat(setting.increment()).isEqualByComparingTo("0.1");
        assertThat(messages()).containsExactly("has 10 values for 7 frames that are there; the first 7 are used");
    }

    @Test
    void fewerSettingsThanFramesAreRefused() {
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> setting(10, doubles(7, i -> i)))
                .withMessageContaining("has 7 values for 10 frames");
    }

    @Test
    void oneSettingForAllFramesStandsStillAndAStatedStepIsTold() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.1"));

        var setting = setting(10, NumberColumn.ofDoubles(90));

        assertThat(setting.moves()).isFalse();
        assertThat(messages()).singleElement().asString().contains("one value for 10 frames");
    }

    @Test
    void anAxisWithoutANumberIsRefused() {
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> setting(10, NumberColumn.ofDoubles(Double.NaN)))
                .withMessageContaining("is not a number");
        assertThatExceptionOfType(NotUsable.class)
                .isThrownBy(() -> setting(10, NumberColumn.EMPTY))
                .withMessageContaining("has no value");
    }

    @Test
    void ofATranslationTheLengthOfTheVectorAndTheUnitCount() {
        var translation = new RecordedAxis(
                "/entry/sample/transformations/sam_x", "sam_x", NumberColumn.ofDoubles(0, 20, 40), Unit.MICROMETRE, 2);

        var setting = new ScanSettings(this::field, Sweep.of(3), findings).of(translation);

        assertThat(setting.increment()).isEqualByComparingTo("0.04");
    }

    /** A dose series: the same wedge again and again. */
    @Test
    void framesThatAllBeginAtOneSettingAdvanceFromThere() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.5"));
        fields.put(OMEGA + "_end", new BigDecimal("30.5"));

        var setting = setting(3, doubles(3, i -> 30));

        BigDecimal thirty = new BigDecimal("30.0");
        assertThat(setting)
                .isEqualTo(new AxisSetting(
                        "omega", thirty, new BigDecimal("0.5"), Optional.of(List.of(thirty, thirty, thirty))));
        assertThat(findings.all()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("the first ends 0.5 further on");
        });
    }

    @Test
    void anEndAloneTellsTheWidthOfFramesThatBeginAlike() {
        fields.put(OMEGA + "_increment_set", new BigDecimal("0.1"));
        fields.put(OMEGA + "_end", new BigDecimal("30.5"));

        var setting = setting(3, doubles(3, i -> 30));

        assertThat(setting.increment()).isEqualByComparingTo("0.5");
        assertThat(setting.frames()).isPresent();
        assertThat(messages()).singleElement().asString().contains("the first ends 0.5 further on");
    }

    /** The noise of an encoder is no width, and a step that no end confirms is left over from a scan before. */
    @ParameterizedTest
    @CsvSource({"0.1, 30", "0.1, 30.0005", "0.5, "})
    void framesThatBeginAlikeStandStillWithoutAnEndThatSaysOtherwise(BigDecimal step, BigDecimal end) {
        fields.put(OMEGA + "_increment_set", step);
        fields.put(OMEGA + "_end", end);

        var setting = setting(3, doubles(3, i -> 30));

        assertThat(setting).isEqualTo(AxisSetting.constant("omega", new BigDecimal("30.0")));
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("its step is said to be " + step)
                .contains("stand still");
    }

    /** A translation does not go back in each frame. */
    @Test
    void aTranslationThatStandsStillDoesSoWhateverItsEndSays() {
        fields.put("/sam_x_end", new BigDecimal("0.02"));
        var translation = new RecordedAxis("/sam_x", "sam_x", NumberColumn.ofDoubles(0, 0, 0), Unit.MILLIMETRE);

        assertThat(new ScanSettings(this::field, Sweep.of(3), findings)
                        .of(translation)
                        .moves())
                .isFalse();
        assertThat(findings.all()).isEmpty();
    }

    /** Of tables that nobody filled the ends are 0, wherever the axis stands. */
    @Test
    void anEndThatNobodySetSaysNothing() {
        fields.put(OMEGA + "_increment_set", BigDecimal.ZERO);
        fields.put(OMEGA + "_end", BigDecimal.ZERO);

        assertThat(setting(3, doubles(3, i -> 30))).isEqualTo(AxisSetting.constant("omega", new BigDecimal("30.0")));
        assertThat(findings.all()).isEmpty();
    }

    /** Two images at right angles, each of one degree: what lies between them was not exposed. */
    @Test
    void anEndAloneTellsThatTheAxisGoesOnBetweenTwoFrames() {
        fields.put(OMEGA + "_end", new BigDecimal("1"));

        var setting = setting(2, NumberColumn.ofDoubles(0, 90));

        assertThat(setting.increment()).isEqualByComparingTo("1");
        assertThat(setting.frames()).contains(List.of(new BigDecimal("0.0"), new BigDecimal("90.0")));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "-0.05", "0"})
    void anEndThatIsNoNarrowerFrameOnTheWayOfTheScanChangesNothing(BigDecimal end) {
        fields.put(OMEGA + "_end", end);

        assertThat(setting(4, doubles(4, i -> i / 10.0)))
                .isEqualTo(AxisSetting.stepped("omega", new BigDecimal("0.0"), new BigDecimal("0.1")));
        assertThat(findings.all()).isEmpty();
    }

    private AxisSetting setting(int frames, NumberColumn values) {
        return new ScanSettings(this::field, Sweep.of(frames), findings)
                .of(new RecordedAxis(OMEGA, "omega", values, Unit.DEGREE));
    }

    private Optional<BigDecimal> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    private List<String> messages() {
        return findings.all().stream().map(Finding::message).toList();
    }

    private static NumberColumn doubles(int count, IntToDoubleFunction value) {
        return NumberColumn.ofDoubles(
                IntStream.range(0, count).mapToDouble(value).toArray());
    }

    private static NumberColumn floats(int count, IntToDoubleFunction value) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) value.applyAsDouble(i);
        }
        return NumberColumn.ofFloats(floats);
    }
}
