package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What simple headers leave open, and who may fill it. A detector of 2463 x 2527 pixels of 0.172 mm. */
final class GeometryGapsTest {

    private static final Vector3 ALONG_MINUS_X = new Vector3(-1, 0, 0);
    private static final Vector3 DOWN = new Vector3(0, -1, 0);

    private final List<Finding> findings = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    @Test
    void aWholeHeaderIsPlacedAcrossTheBeam() {
        Measurement measurement = closed(
                        flat("0.172", "182.4375", "1217.5", "1260.25", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(1217.5 * 0.172, 1260.25 * 0.172, 182.4375));
        assertCorner(measurement, 2463, 0, new Vector3((1217.5 - 2463) * 0.172, 1260.25 * 0.172, 182.4375));
        assertCorner(measurement, 0, 2527, new Vector3(1217.5 * 0.172, (1260.25 - 2527) * 0.172, 182.4375));
        assertThat(measurement.goniometer().axes().get(0).vector()).isEqualTo(ALONG_MINUS_X);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("convention of the format is assumed"));
    }

    /** Positive two theta about -x (McStas) lifts a detector that stands downstream. */
    @Test
    void twoThetaTurnsTheDetectorAboutTheSpindle() {
        Measurement measurement = closed(flat("0.172", "100", "0", "0", "30"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(0, 100 * Math.sin(Math.PI / 6), 100 * Math.cos(Math.PI / 6)));
    }

    @Test
    void allMissingFactsAreNamedAtOnce() {
        assertThat(closed(flat("0.172", "?", "?", "?", "?"), new GoniometerStatement.Silent(), Optional.empty()))
                .isEmpty();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("how the sample turns"),
                        m -> assertThat(m).contains("MX_detectorDistance"),
                        m -> assertThat(m).contains("MX_xBeam and MX_yBeam"));
    }

    @ParameterizedTest
    @CsvSource({"209.41, 216.763, 1217.5", "1217.5, 1260.25, 1217.5"})
    void parametersSupplyWhatTheHeaderLacks(String x, String y, double fast) {
        parameter("MX_detectorDistance", "182.4375");
        parameter("MX_xBeam", x);
        parameter("MX_yBeam", y);

        Measurement measurement = closed(flat("0.172", "?", "?", "?", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(fast * 0.172, 1260.25 * 0.172, 182.4375));
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("by the parameter MX_detectorDistance"));
        assertThat(findings).noneMatch(Finding::isError);
    }

    /** 0.05 x 0.05 is the size of the beam that a version of the beamline control sent; 400 is near no middle in any unit. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "400, 300", "N/A, N/A"})
    void aBeamCentreThatCanBeNeitherUnitIsRefused(String x, String y) {
        parameter("MX_xBeam", x);
        parameter("MX_yBeam", y);

        assertThat(closed(flat("0.172", "100", "?", "?", "?"), named("omega"), Optional.empty()))
                .isEmpty();

        assertThat(findings).filteredOn(Finding::isError).hasSize(1);
    }

    /** A beam that does not meet the detector near its middle, as no guess of the unit would take it. */
    @Test
    void aBeamCentreThatAPersonStatesIsTakenInPixels() {
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_xBeam"), "400"));
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_yBeam"), "-30.5"));

        Measurement measurement = closed(flat("0.172", "100", "?", "?", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(400 * 0.172, -30.5 * 0.172, 100));
        assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("are stated by a person"));
    }

    /** 81 mm beside 400 pixels: near enough to the middle in pixels to be taken for them, and 400 pixels off. */
    @Test
    void aHalfThatAPersonStatesIsNotMixedWithOneThatWasRecorded() {
        parameter("MX_yBeam", "81");
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_xBeam"), "1217"));

        assertThat(closed(flat("0.172", "100", "?", "?", "?"), named("omega"), Optional.empty()))
                .isEmpty();
        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("MX_xBeam and MX_yBeam"));

        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_yBeam"), "1260"));
        assertCorner(
                closed(flat("0.172", "100", "?", "?", "?"), named("omega"), Optional.empty())
                        .orElseThrow(),
                0,
                0,
                new Vector3(1217 * 0.172, 1260 * 0.172, 100));
    }

    @Test
    void whatIsStatedIsHeardBehindARecordThatSaysNothing() {
        parameter("MX_detectorDistance", "0");
        parameter("MX_xBeam", "0");
        parameter("MX_yBeam", "0");
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_detectorDistance"), "150"));
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_xBeam"), "1217"));
        readings.add(new Reading(Source.PERSON, SourceTerm.parameter("MX_yBeam"), "1260"));

        Measurement measurement = closed(flat("0.172", "?", "?", "?", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(1217 * 0.172, 1260 * 0.172, 150));
        assertThat(findings).noneMatch(Finding::isError);
    }

    @Test
    void theBeamlineKnowsTheDirectionOfTheSpindle() {
        Vector3 up = new Vector3(0, 1, 0);
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, up, Vector3.ZERO);
        Axis kappa = new Axis("kappa", Axis.Kind.ROTATION, new Vector3(0.6, 0.8, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withGoniometer(Map.of("phi", "omega"), omega, kappa);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("PHI"),
                        Optional.of(period),
                        AxisSetting.stepped("PHI", new BigDecimal("10"), new BigDecimal("0.1")),
                        AxisSetting.constant("Kappa", new BigDecimal("30")))
                .orElseThrow();

        assertThat(measurement.goniometer().axes()).containsExactly(omega, kappa);
        Scan scan = measurement.scans().get(0);
        assertThat(scan.setting("omega").orElseThrow().start()).isEqualTo("10");
        assertThat(scan.setting("omega").orElseThrow().increment()).isEqualTo("0.1");
        assertThat(scan.setting("kappa").orElseThrow().start()).isEqualTo("30");
        assertThat(findings)
                .noneMatch(Finding::isError)
                .anyMatch(f -> f.message().contains("a letter"));
    }

    @Test
    void anAxisThatTheBeamlineDoesNotKnowIsTakenForItsBaseAndTold() {
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 1, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withGoniometer(omega);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("mu"),
                        Optional.of(period),
                        AxisSetting.stepped("mu", new BigDecimal("10"), new BigDecimal("0.1")))
                .orElseThrow();

        assertThat(measurement.scans().get(0).setting("omega").orElseThrow().start())
                .isEqualTo("10");
        assertThat(findings).anyMatch(f -> f.message().contains("about mu, which is none of the axes"));
    }

    /** The direction of phi at kappa 30 degrees follows from the direction of kappa, which nobody gives. */
    @Test
    void aSpindleOnATurnedKappaOfUnknownDirectionIsRefused() {
        assertThat(closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("phi"),
                        Optional.empty(),
                        AxisSetting.stepped("phi", BigDecimal.ZERO, BigDecimal.ONE),
                        AxisSetting.constant("kappa", new BigDecimal("30"))))
                .isEmpty();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("kappa"));
    }

    @Test
    void aTurnedKappaUnderNothingIsToldAndLeftOut() {
        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("omega"),
                        Optional.empty(),
                        AxisSetting.stepped("omega", BigDecimal.ZERO, BigDecimal.ONE),
                        AxisSetting.constant("kappa", new BigDecimal("30")))
                .orElseThrow();

        assertThat(measurement.goniometer().axes()).extracting(Axis::name).containsExactly("omega");
        assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("[kappa]"));
    }

    /** The known goniometer is of another time: the file has a kappa that it has not. */
    @ParameterizedTest
    @CsvSource({"omega, 40, false, 1", "phi, 40, true, 1", "phi, 0.0002, false, 0"})
    void aTurnedAxisThatTheKnownGoniometerHasNotIsToldAndRefusedUnderTheSpindle(
            String spindle, String kappa, boolean refused, int told) {
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, DOWN, Vector3.ZERO);
        Axis phi = new Axis("phi", Axis.Kind.ROTATION, DOWN, Vector3.ZERO);

        Optional<Measurement> measurement = closed(
                flat("0.172", "100", "5", "6", "?"),
                named(spindle),
                Optional.of(BeamlineX1.withGoniometer(omega, phi)),
                AxisSetting.stepped(spindle, BigDecimal.ZERO, BigDecimal.ONE),
                AxisSetting.constant("Kappa", new BigDecimal(kappa)));

        assertThat(measurement.isEmpty()).isEqualTo(refused);
        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("[Kappa], which are no axes of the goniometer"))
                .hasSize(told)
                .allSatisfy(finding -> assertThat(finding.isError()).isEqualTo(refused));
    }

    /** A detector that nobody told the angles writes zeros; the catalogue knows that the sample turned. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.1, 30.3, 30, 0.1",
        "0, -0.1, 29.7, 30, -0.1",
        "0, 0, 30, 0, 0",
        "15, 0.1, 30.3, 15, 0",
        "0, 0.1, 30.1, 0, 0",
        "0, 0.1, 29.7, 0, 0",
        "0, 0.1, N/A, 0, 0"
    })
    void anglesThatNobodySetAreThoseOfTheParametersOfOneSweep(
            String inFile, String range, String end, String start, String increment) {
        parameter("MX_axis_end", end);
        parameter("MX_axis_start", "30");
        parameter("MX_oscillationRange", range);
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, DOWN, Vector3.ZERO);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("omega"),
                        Optional.of(BeamlineX1.withGoniometer(omega)),
                        AxisSetting.constant("omega", new BigDecimal(inFile)),
                        AxisSetting.constant("phi", BigDecimal.ZERO))
                .orElseThrow();

        assertThat(measurement.goniometer().axes()).containsExactly(omega);
        AxisSetting setting = measurement.scans().get(0).setting("omega").orElseThrow();
        assertThat(setting.start()).isEqualByComparingTo(start);
        assertThat(setting.increment()).isEqualByComparingTo(increment);
        assertThat(findings.stream().anyMatch(finding -> finding.message().contains("as where nobody set them")))
                .isEqualTo(!increment.equals("0"));
    }

    /** A detector was sold: its files say -x, and the beamline where it once stood knows +x. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, -1"})
    void whatIsKnownOverrulesAFileOnlyWhereItIsSaidTo(boolean overrides, double x) {
        readings.add(new Reading(Source.RAW_FILE, SourceTerm.parse("minicbf:serial_number"), "E-32-0123"));
        BeamlinePeriod period = BeamlineX1.withDetector(new Vector3(1, 0, 0), overrides);
        Axis stated = new Axis("omega", Axis.Kind.ROTATION, ALONG_MINUS_X, Vector3.ZERO);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        new GoniometerStatement.Stated(new AxisChain(List.of(stated))),
                        Optional.of(period))
                .orElseThrow();

        assertThat(measurement.goniometer().axes().get(0).vector()).isEqualTo(new Vector3(x, 0, 0));
        assertThat(findings).anyMatch(f -> f.message().contains("a letter"));
        assertThat(period.believingFiles().detectors().get(0).overridesFile()).isFalse();
    }

    /** The beamline knows the direction of one axis; of two it cannot say which stands where. */
    @Test
    void aGoniometerOfTwoAxesIsNotOverruled() {
        readings.add(new Reading(Source.RAW_FILE, SourceTerm.parse("minicbf:serial_number"), "E-32-0123"));
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, ALONG_MINUS_X, Vector3.ZERO);
        Axis phi = new Axis("phi", Axis.Kind.ROTATION, DOWN, Vector3.ZERO);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        new GoniometerStatement.Stated(new AxisChain(List.of(omega, phi))),
                        Optional.of(BeamlineX1.withDetector(new Vector3(1, 0, 0), true)))
                .orElseThrow();

        assertThat(measurement.goniometer().axes()).containsExactly(omega, phi);
        assertThat(findings)
                .extracting(Finding::message)
                .contains(
                        "the raw file says that omega is along -1.0 0.0 0.0 (McStas frame), which is another direction"
                                + " than is known of its detector, 1.0 0.0 0.0 (a letter); the raw file is used");
    }

    /** Two theta goes about the axis that turns the sample; where none does, about the base of the goniometer. */
    @ParameterizedTest
    @CsvSource({"0.1, 0, 0, -1, 0", "0, 0.1, -1, 0, 0", "0, 0, 0, -1, 0"})
    void theDetectorSwingsAboutTheAxisThatTurns(String omegaStep, String phiStep, double x, double y, double z) {
        Axis along = new Axis("sam_x", Axis.Kind.TRANSLATION, new Vector3(0.6, 0.8, 0), Vector3.ZERO);
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, DOWN, Vector3.ZERO);
        Axis phi = new Axis("phi", Axis.Kind.ROTATION, ALONG_MINUS_X, Vector3.ZERO);

        Measurement measurement = closed(
                        flat("0.172", "100", "0", "0", "30"),
                        new GoniometerStatement.Stated(new AxisChain(List.of(along, omega, phi))),
                        Optional.empty(),
                        AxisSetting.stepped("sam_x", BigDecimal.ZERO, BigDecimal.ONE),
                        AxisSetting.stepped("omega", BigDecimal.TEN, new BigDecimal(omegaStep)),
                        AxisSetting.stepped("phi", BigDecimal.ZERO, new BigDecimal(phiStep)))
                .orElseThrow();

        assertThat(measurement.detector().axes().get(0).vector()).isEqualTo(new Vector3(x, y, z));
    }

    /** Two theta of this beamline turns about +x. */
    @Test
    void theBeamlineKnowsTheDirectionOfTwoTheta() {
        Axis swing = new Axis("swing", Axis.Kind.ROTATION, new Vector3(1, 0, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withDetectorAxes(swing);

        Measurement measurement = closed(flat("0.172", "100", "0", "0", "30"), named("omega"), Optional.of(period))
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(0, -100 * Math.sin(Math.PI / 6), 100 * Math.cos(Math.PI / 6)));
    }

    /** Metres where nothing else is said; ICAT's NA is no unit. */
    @ParameterizedTest
    @CsvSource({"0.000172, ?", "0.000172, NA", "0.000172, m", "0.172, mm", "172, um"})
    void parametersSupplyTheSizeOfAPixelInAnyUnit(String size, String unit) {
        parameter("InstrumentDetector01_x_pixel_size", size, unit);
        parameter("InstrumentDetector01_y_pixel_size", size, unit);

        Measurement measurement = closed(flat("?", "100", "5", "6", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertThat(measurement.elements().get(0).fastPixelSize()).isEqualByComparingTo("0.172");
        assertThat(measurement.elements().get(0).slowPixelSize()).isEqualByComparingTo("0.172");
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("0.000172 m by the parameter InstrumentDetector01_x_pixel_size"))
                .anyMatch(m -> m.contains("0.000172 m by the parameter InstrumentDetector01_y_pixel_size"));
    }

    /** 0.172 was meant in mm, the usual slip; a second measures nothing that a pixel has, a furlong nobody knows. */
    @ParameterizedTest
    @CsvSource({"0.172, ?", "0.0051, m", "172, NA", "0.000172, s", "0.000172, furlong", "0, m", "-0.000172, m"})
    void aSizeThatNoPixelHasIsNotUsed(String size, String unit) {
        parameter("InstrumentDetector01_x_pixel_size", size, unit);
        parameter("InstrumentDetector01_y_pixel_size", "0.000172", "m");

        assertThat(closed(flat("?", "100", "5", "6", "?"), named("omega"), Optional.empty()))
                .isEmpty();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("the size of a pixel"));
        assertThat(findings).extracting(Finding::message).anyMatch(message -> message.endsWith("; not used"));
    }

    @Test
    void aSizeInTheWrongUnitIsToldWithTheRightOne() {
        parameter("InstrumentDetector01_x_pixel_size", "0.172", "?");

        closed(flat("?", "100", "5", "6", "?"), named("omega"), Optional.empty());

        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("InstrumentDetector01_x_pixel_size is 0.172 m, and no pixel"));
    }

    @ParameterizedTest
    @CsvSource({"0.1824375, m", "182.4375, mm", "182.4375, NA"})
    void theDistanceIsUnderstoodInItsUnit(String distance, String unit) {
        parameter("MX_detectorDistance", distance, unit);

        Measurement measurement = closed(flat("0.172", "?", "0", "0", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(0, 0, 182.4375));
    }

    /** Whoever reads that something is missing and has sent it has to read why it does not count. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "182.4375, furlong, 182.4375: its unit 'furlong' is not known",
                "182.4375, s, 182.4375: its unit 's' does not measure length",
                "0, mm, 0 is not above zero",
                "far, mm, 'far' is no number"
            })
    void whatIsRecordedAndOfNoUseIsTold(String distance, String unit, String reason) {
        parameter("MX_detectorDistance", distance, unit);

        assertThat(closed(flat("0.172", "?", "5", "6", "?"), named("omega"), Optional.empty()))
                .isEmpty();

        assertThat(findings)
                .extracting(Finding::message)
                .contains("catalogue, parameter:MX_detectorDistance: " + reason + "; not used");
    }

    @Test
    void anAngleOfNoUseIsTold() {
        parameter("MX_axis_start", "30", "mm");
        parameter("MX_oscillationRange", "0.1", "deg");
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 1, 0), Vector3.ZERO);

        assertThat(closed(
                        flat("0.172", "100", "5", "6", "?"),
                        new GoniometerStatement.Silent(),
                        Optional.of(BeamlineX1.withGoniometer(omega))))
                .isEmpty();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("MX_axis_start and MX_oscillationRange are needed"));
        assertThat(findings)
                .extracting(Finding::message)
                .contains("catalogue, parameter:MX_axis_start: 30: its unit 'mm' does not measure angle; not used")
                .noneMatch(message -> message.contains("parameter:MX_oscillationRange"));
    }

    /** As the console asks for it, each in the unit that it names there. */
    @Test
    void whatAPersonMayStatePlacesADetectorOfWhichNothingElseIsKnown() {
        Map<String, String> stated = Map.of(
                "parameter:MX_detectorDistance", "182.4375",
                "parameter:MX_xBeam", "1217.5",
                "parameter:MX_yBeam", "1260.25",
                "parameter:InstrumentDetector01_x_pixel_size", "0.172",
                "parameter:InstrumentDetector01_y_pixel_size", "0.173");
        List<StatableFact> statable = new StatableFacts(List.of()).all();
        stated.forEach((term, text) -> {
            StatedFact fact = statable.stream()
                    .filter(its -> its.term().toString().equals(term))
                    .findFirst()
                    .orElseThrow()
                    .stated(text);
            readings.add(new Reading(Source.PERSON, fact.term(), fact.text(), fact.unit()));
        });

        Measurement measurement = closed(flat("?", "?", "?", "?", "?"), named("omega"), Optional.empty())
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(1217.5 * 0.172, 1260.25 * 0.173, 182.4375));
    }

    /** A distance of 100 degrees. */
    @Test
    void aDistanceInAUnitOfSomethingElseIsNone() {
        parameter("MX_detectorDistance", "100", "deg");

        assertThat(closed(flat("0.172", "?", "5", "6", "?"), named("omega"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void theBeamlineKnowsHowThePixelsLie() {
        readings.add(new Reading(Source.RAW_FILE, SourceTerm.parse("minicbf:serial_number"), "E-32-0123"));
        BeamlinePeriod period = BeamlineX1.withPixelsAlong(new Vector3(0, -1, 0), new Vector3(1, 0, 0));

        Measurement measurement = closed(flat("0.1", "100", "10", "20", "?"), named("omega"), Optional.of(period))
                .orElseThrow();

        assertCorner(measurement, 0, 0, new Vector3(-2, 1, 100));
        assertCorner(measurement, 1000, 0, new Vector3(-2, 1 - 100, 100));
        assertCorner(measurement, 0, 1000, new Vector3(-2 + 100, 1, 100));
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("its pixels lie as beamline knowledge says (a letter)"));
    }

    /** The axis that swings is the one that turns, whatever carries it. */
    @Test
    void ofTheAxesThatCarryTheDetectorTheOneThatTurnsSwingsIt() {
        Axis along = new Axis("z", Axis.Kind.TRANSLATION, new Vector3(0, 0, 1), Vector3.ZERO);
        Axis swing = new Axis("swing", Axis.Kind.ROTATION, new Vector3(1, 0, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withDetectorAxes(along, swing);

        Measurement measurement = closed(flat("0.172", "100", "0", "0", "30"), named("omega"), Optional.of(period))
                .orElseThrow();

        assertThat(measurement.detector().axes()).extracting(Axis::name).containsExactly("swing", "detector_distance");
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("its direction is by beamline knowledge (a letter)"));
    }

    @Test
    void aSwungDetectorOfWhichNobodyKnowsTheAxisIsRefused() {
        assertThat(closed(
                        flat("0.172", "100", "5", "6", "30"),
                        new GoniometerStatement.Stated(AxisChain.EMPTY),
                        Optional.empty()))
                .isEmpty();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("swung by two theta 30 degrees and nothing tells about which axis"));
    }

    /** An axis of the sample's own that is turned changes where the crystal points, not about what it turns. */
    @Test
    void aTurnedAxisAboveAKnownSpindleIsToldAndLeftOut() {
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 1, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withGoniometer(omega);

        Measurement measurement = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("omega"),
                        Optional.of(period),
                        AxisSetting.stepped("omega", BigDecimal.TEN, BigDecimal.ONE),
                        AxisSetting.constant("Phi", new BigDecimal("45")),
                        AxisSetting.constant("chi", BigDecimal.ZERO))
                .orElseThrow();

        assertThat(measurement.goniometer().axes()).containsExactly(omega);
        assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("settings other than 0 for [Phi]"));
    }

    @Test
    void aKnownAxisThatTheFileDoesNotNameStandsAtZero() {
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 1, 0), Vector3.ZERO);
        Axis kappa = new Axis("kappa", Axis.Kind.ROTATION, new Vector3(0.6, 0.8, 0), Vector3.ZERO);
        BeamlinePeriod period = BeamlineX1.withGoniometer(omega, kappa);

        Scan scan = closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("omega"),
                        Optional.of(period),
                        AxisSetting.stepped("omega", BigDecimal.TEN, BigDecimal.ONE))
                .orElseThrow()
                .scans()
                .get(0);

        assertThat(scan.setting("kappa")).contains(AxisSetting.constant("kappa", BigDecimal.ZERO));
    }

    /** Phi that rides on an unknown axis which tilts nothing: told, and not refused. */
    @Test
    void anAxisThatTiltsNothingDoesNotRefuseTheSpindle() {
        assertThat(closed(
                        flat("0.172", "100", "5", "6", "?"),
                        named("phi"),
                        Optional.empty(),
                        AxisSetting.stepped("phi", BigDecimal.ZERO, BigDecimal.ONE),
                        AxisSetting.constant("omega", new BigDecimal("30"))))
                .isPresent();

        assertThat(findings).extracting(Finding::message).anyMatch(m -> m.contains("[omega]"));
    }

    private Optional<Measurement> closed(
            DetectorStatement detector,
            GoniometerStatement goniometer,
            Optional<BeamlinePeriod> beamline,
            AxisSetting... settings) {
        FrameLocations frames = new FrameLocations(List.of(new FrameLocations.NumberedFiles(
                Path.of("/data"),
                new NumberedName("thau_1_", 5, ".cbf"),
                7,
                3,
                FrameLocation.Format.CBF,
                Packing.NONE)));
        RawPart part = new RawPart(
                "thau_1_#####.cbf",
                detector,
                goniometer,
                List.of(new Scan("SCAN1", List.of(settings), frames)),
                -32,
                List.of());
        return new GeometryGaps(new Readings(readings), beamline, true, findings).closed(part);
    }

    private void parameter(String name, String text) {
        readings.add(new Reading(Source.CATALOGUE, SourceTerm.parameter(name), text));
    }

    private void parameter(String name, String text, String unit) {
        readings.add(new Reading(
                Source.CATALOGUE,
                SourceTerm.parameter(name),
                text,
                unit.equals("?") ? Optional.empty() : Optional.of(unit)));
    }

    private static GoniometerStatement named(String spindle) {
        return new GoniometerStatement.Named(spindle, ALONG_MINUS_X, "miniCBF: imgCIF +X");
    }

    private static DetectorStatement.Flat flat(
            String pixel, String distance, String beamFast, String beamSlow, String twoTheta) {
        return new DetectorStatement.Flat(
                2463,
                2527,
                number(pixel),
                number(pixel),
                number(distance),
                number(beamFast),
                number(beamSlow),
                ALONG_MINUS_X,
                DOWN,
                number(twoTheta));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.equals("?") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static void assertCorner(Measurement measurement, double fast, double slow, Vector3 expected) {
        DetectorElement element = measurement.elements().get(0);
        Scan scan = measurement.scans().get(0);
        Vector3 corner =
                measurement.motionOf(element, axis -> scan.start(axis.name())).apply(element.corner(fast, slow));
        assertThat(corner.minus(expected).length()).isCloseTo(0, within(1e-9));
    }
}
