package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What versions of the beamline control really sent. */
final class ParameterTrapsTest {

    private static final FacilityFiles FILES = FacilityFiles.of(Path.of("no/such/folder"));

    private final Completion completion = new Completion(MappingFiles.read(FILES), BeamlineFiles.read(FILES, "esrf"));

    @Test
    void anAxisNameInTheAxisRangeIsTheNameOfTheAxis() {
        var experiment = silent().event("MX_axis_range", "Phi").event("MX_axis_start", "12.5");

        assertThat(settingOf("omega", experiment)).isEqualTo(stepped("12.5", "0.2"));
        assertThat(findings(experiment, "MX_axis_range"))
                .anyMatch(message -> message.contains("holds the name of the axis, 'Phi'"));
    }

    @ParameterizedTest
    @CsvSource({"Omega", "Phi", "phi"})
    void bothDisplayNamesMeanTheRotationAxis(String shown) {
        var experiment = silent().event("MX_rotation_axis", shown).event("MX_axis_start", "12.5");

        assertThat(settingOf("omega", experiment)).isEqualTo(stepped("12.5", "0.2"));
    }

    @ParameterizedTest
    @CsvSource({"1.396021, false", "9999, false", "10000, true", "2.1e12, true"})
    void aFewPhotonsASecondAreNoFlux(String flux, boolean believed) {
        var experiment = silent().event("MX_axis_start", "0").event("MX_flux", flux);

        assertThat(completed(experiment).item("_diffrn_radiation.beam_flux").equals(CifValue.UNKNOWN))
                .isEqualTo(!believed);
        assertThat(findings(experiment, "_diffrn_radiation.beam_flux").isEmpty())
                .isEqualTo(believed);
    }

    @Test
    void theOldNameOfTheStartAngleIsUnderstood() {
        var experiment = silent().event("MX_oscillationStart", "100.79");

        assertThat(settingOf("omega", experiment)).isEqualTo(stepped("100.79", "0.2"));
    }

    @Test
    void imagesBeginRangeMinusOverlapApart() {
        var experiment = silent().event("MX_axis_start", "0").event("MX_oscillationOverlap", "-89.8");

        assertThat(settingOf("omega", experiment)).isEqualTo(stepped("0", "90.0"));
        assertThat(findings(experiment, "goniometer"))
                .anyMatch(message -> message.contains("images of 0.2 degrees begin every 90.0 degrees"));
    }

    @Test
    void aKappaSettingOfTwoAnglesIsToldWhereTheAxesAreNotKnown() {
        var experiment = silent().event("MX_axis_start", "0").event("MX_kappa_settings_id", "Kappa: 30.0, Phi: 45.0");

        assertThat(findings(experiment, "goniometer")).anyMatch(message -> message.contains("(30.0, 45.0 degrees)"));
    }

    @Test
    void aRunningNumberOfKappaSettingsIsNoAngle() {
        var experiment = silent().event("MX_axis_start", "0").event("MX_kappa_settings_id", "3");

        assertThat(findings(experiment, "goniometer")).noneMatch(message -> message.contains("kappa goniometer"));
    }

    @ParameterizedTest
    @CsvSource({"209.41, 216.763", "1217.5, 1260.25", "209.5, 216.9"})
    void theBeamCentreMayBeMillimetresOrPixels(String x, String y) {
        var experiment = Collecting.withWavelength().event("MX_xBeam", x).event("MX_yBeam", y);

        assertThat(findings(experiment, "MX_xBeam")).isEmpty();
        assertThat(findings(experiment, "MX_yBeam")).isEmpty();
    }

    @Test
    void theSizeOfTheBeamIsNotItsCentre() {
        var experiment = Collecting.withWavelength().event("MX_xBeam", "0.05").event("MX_beamSizeAtSampleX", "0.050");

        assertThat(findings(experiment, "MX_xBeam"))
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith("holds the size of the beam, 0.05 mm"));
    }

    @Test
    void aBeamCentreThatIsNeitherContradicts() {
        var experiment = Collecting.withWavelength().event("MX_xBeam", "155.9");

        assertThat(findings(experiment, "MX_xBeam"))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("155.9 (event, parameter:MX_xBeam) is neither pixels nor mm")
                        .contains("1217.5 pixels"));
    }

    @Test
    void transmissionIsPercentInIcatAndAFractionInTheRawFile() {
        var experiment = Collecting.withWavelength()
                .rawFile("instrument/attenuator/attenuator_transmission", "0.1")
                .event("MX_transmission", "10.0");

        assertThat(completed(experiment).item("_diffrn_measurement.details"))
                .isEqualTo(CifValue.text("transmission 10 %"));
        assertThat(findings(experiment, "_diffrn_measurement.details")).isEmpty();
    }

    @Test
    void roomTemperatureIsNoNumber() {
        var experiment = completed(Collecting.withWavelength().event("InstrumentCryostat01_value", "room temperature"));

        assertThat(experiment.item("_diffrn.ambient_temperature")).isEqualTo(CifValue.UNKNOWN);
        assertThat(experiment.item("_diffrn.ambient_temperature_details")).isEqualTo(CifValue.text("room temperature"));
    }

    @Test
    void theCryostatIsInKelvin() {
        var experiment = completed(Collecting.withWavelength().event("InstrumentCryostat01_value", "100.2"));

        assertThat(experiment.item("_diffrn.ambient_temperature")).isEqualTo(CifValue.number(new BigDecimal("100.2")));
    }

    @Test
    void theBeamlineReallyUsedGoesBeforeTheAnnouncedOne() {
        var experiment =
                completed(Collecting.withWavelength().announcedFor("id23-1").event("__actualInstrument", "id30b"));

        assertThat(experiment.item("_diffrn_source.beamline")).isEqualTo(CifValue.text("ID30B"));
    }

    @Test
    void aRawFileOfAnotherBeamlineContradictsTheAnnouncement() {
        var experiment =
                Collecting.withWavelength().announcedFor("id23-1").rawFile("instrument/name", "ESRF BEAMLINE ID30B");

        assertThat(completed(experiment).item("_diffrn_source.beamline")).isEqualTo(CifValue.text("ID30B"));
        assertThat(findings(experiment, "_diffrn_source.beamline"))
                .anyMatch(message -> message.contains("written at ID30B, the dataset was announced for ID23-1"));
    }

    @Test
    void theShortNameIsAskedWhereTheNameIsThatOfTheFacility() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/name", "Diamond Light Source")
                .rawFile("instrument/short_name", "I03"));

        assertThat(experiment.item("_diffrn_source.beamline")).isEqualTo(CifValue.text("I03"));
    }

    @Test
    void aDateWithoutAZoneGetsThatOfTheFile() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("start_time", "2019-09-11T13:20:28.989")
                .rawFile("instrument/time_zone", "Europe/London"));

        assertThat(experiment.item("_diffrn_scan.date_start"))
                .isEqualTo(CifValue.text("2019-09-11T13:20:28.989+01:00"));
    }

    @Test
    void aDateWithoutAnyZoneIsWrittenAsItIsAndTold() {
        var experiment = Collecting.withWavelength().rawFile("start_time", "2010-Dec-14T21:43:23.655");

        assertThat(completed(experiment).item("_diffrn_scan.date_start"))
                .isEqualTo(CifValue.text("2010-12-14T21:43:23.655"));
        assertThat(findings(experiment, "nxmx:start_time"))
                .anyMatch(message -> message.startsWith("states no time zone"));
    }

    @Test
    void aDivergenceWithoutUnitIsNotUsed() {
        var experiment = Collecting.withWavelength().event("InstrumentBeam_horizontal_incident_beam_divergence", "104");

        assertThat(completed(experiment).item("_diffrn_radiation.div_x_source")).isEqualTo(CifValue.UNKNOWN);
    }

    @Test
    void parametersThatContradictTheGeometryAreTold() {
        var experiment = Collecting.withWavelength()
                .event("MX_detectorDistance", "190.1")
                .event("MX_numberOfImages", "1800")
                .event("MX_oscillationRange", "0.1")
                .event("MX_axis_start", "31.0");

        assertThat(findings(experiment, "MX_detectorDistance"))
                .anyMatch(message -> message.contains("is 182.438 mm by the geometry of the raw file and 190.1"));
        assertThat(findings(experiment, "MX_numberOfImages")).anyMatch(message -> message.contains("is 900 by"));
        assertThat(findings(experiment, "MX_oscillationRange")).anyMatch(message -> message.contains("0.2 degrees"));
        assertThat(findings(experiment, "MX_axis_start")).anyMatch(message -> message.contains("30 degrees"));
    }

    /** The axis starts at 30 degrees; what differs by whole turns or by as much as a motor does is the same. */
    @ParameterizedTest
    @CsvSource({
        "30, false",
        "30.01, false",
        "29.99, false",
        "30.011, true",
        "30.1, true",
        "31, true",
        "390.004, false",
        "389.996, false",
        "-330.004, false",
        "210, true",
        "405, true",
        "unknown angle, false"
    })
    void whereTheAxisStartsIsComparedOnTheCircle(String start, boolean isTold) {
        var experiment = Collecting.withWavelength().event("MX_axis_start", start);

        assertThat(findings(experiment, "MX_axis_start")).hasSize(isTold ? 1 : 0);
    }

    /** An image is of 0.2 degrees; of the range a hundredth may differ, or what rounding takes. */
    @ParameterizedTest
    @CsvSource({"0.2, false", "0.2020, false", "0.2021, true", "0.205, true", "0.19, true", "360.2, true", "-0.2, true"
    })
    void howFarAnImageTurnsIsNotComparedOnTheCircle(String range, boolean isTold) {
        var experiment = Collecting.withWavelength().event("MX_oscillationRange", range);

        assertThat(findings(experiment, "MX_oscillationRange")).hasSize(isTold ? 1 : 0);
    }

    /** Where images overlap, the axis turns by less than an image is wide. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 0"})
    void theRangeOfImagesThatOverlapIsNotCompared(String overlap, int told) {
        var experiment =
                Collecting.withWavelength().event("MX_oscillationRange", "0.3").event("MX_oscillationOverlap", overlap);

        assertThat(findings(experiment, "MX_oscillationRange")).hasSize(told);
    }

    /** 182.4375 mm in the raw file. */
    @ParameterizedTest
    @CsvSource({
        "0.1824, m, 0",
        "182438, micron, 0",
        "182.4, mm, 0",
        "182.4, NA, 0",
        "182.4, m, 1",
        "0.5, m, 1",
        "9, s, 0"
    })
    void theDistanceIsComparedInItsUnit(String distance, String unit, int told) {
        var experiment = Collecting.withWavelength().catalogue("MX_detectorDistance", distance, unit);

        assertThat(findings(experiment, "MX_detectorDistance")).hasSize(told);
    }

    @ParameterizedTest
    @CsvSource({"0.19, m, 0.19 m", "190, NA, 190", "190, mm, 190 mm"})
    void aDistanceThatContradictsIsToldWithItsUnit(String distance, String unit, String told) {
        var experiment = Collecting.withWavelength().catalogue("MX_detectorDistance", distance, unit);

        assertThat(findings(experiment, "MX_detectorDistance"))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("is 182.438 mm by the geometry of the raw file and " + told + " by the catalogue"));
    }

    @ParameterizedTest
    @CsvSource({
        "MX_xBeam, 1220.5, 0",
        "MX_xBeam, 1220.6, 1",
        "MX_xBeam, 1214.5, 0",
        "MX_xBeam, 1214.4, 1",
        "MX_yBeam, 1263.25, 0",
        "MX_yBeam, 1263.3, 1",
        "MX_yBeam, 216.3, 0",
        "MX_yBeam, 216.2, 1"
    })
    void aBeamCentreMayDifferByThreePixels(String parameter, String centre, int told) {
        var experiment = Collecting.withWavelength().event(parameter, centre);

        assertThat(findings(experiment, parameter)).hasSize(told);
    }

    @Test
    void aSizeOfTheBeamThatIsAnotherNumberDoesNotExcuseABeamCentre() {
        var experiment = Collecting.withWavelength().event("MX_xBeam", "155.9").event("MX_beamSizeAtSampleX", "0.050");

        assertThat(findings(experiment, "MX_xBeam"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("is neither pixels nor mm"));
    }

    @Test
    void parametersThatAgreeWithTheGeometryAreNotTold() {
        var experiment = Collecting.withWavelength()
                .event("MX_detectorDistance", "182.44")
                .event("MX_numberOfImages", "900.0")
                .event("MX_oscillationRange", "0.2")
                .event("MX_axis_start", "390.0");

        assertThat(completed(experiment).findings())
                .filteredOn(finding -> finding.subject().startsWith("MX_"))
                .isEmpty();
    }

    @Test
    void theAxisByTheSerialNumberOfTheDetectorGoesIntoASilentMeasurement() {
        var experiment = completed(Collecting.withWavelength()
                .withoutGoniometer()
                .announcedFor("id23-2")
                .rawFile("instrument/detector/serial_number", "E-18-0133")
                .event("MX_oscillationRange", "0.2")
                .event("MX_axis_start", "7"));

        assertThat(experiment.measurement().goniometer().axes())
                .singleElement()
                .satisfies(axis -> assertThat(axis.vector()).isEqualTo(new Vector3(0, 1, 0)));
        assertThat(experiment.findings())
                .anyMatch(finding -> finding.subject().equals("goniometer")
                        && finding.message().contains("dxtbx, which forces the axis"));
    }

    @Test
    void whereNothingIsKnownTheMeasurementStaysWithoutRotationAndThatIsTold() {
        var experiment = Collecting.withWavelength()
                .withoutGoniometer()
                .announcedFor("id30b")
                .event("MX_axis_start", "7");

        assertThat(completed(experiment).measurement().goniometer().axes()).isEmpty();
        assertThat(findings(experiment, "goniometer"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("written as images without rotation"));
    }

    /** A raw file without goniometer at a beamline whose goniometer is known. */
    private static Collecting silent() {
        return Collecting.withWavelength()
                .withoutGoniometer()
                .announcedFor("id23-1")
                .event("MX_oscillationRange", "0.2");
    }

    private AxisSetting settingOf(String axis, Collecting collecting) {
        Scan scan = completed(collecting).measurement().scans().get(0);
        return scan.setting(axis).orElseThrow();
    }

    private static AxisSetting stepped(String start, String increment) {
        return AxisSetting.stepped("omega", new BigDecimal(start), new BigDecimal(increment));
    }

    private List<String> findings(Collecting collecting, String subject) {
        return completed(collecting).findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::message)
                .toList();
    }

    private CompletedExperiment completed(Collecting collecting) {
        var outcome = completion.complete(collecting.collected());
        assertThat(outcome).isInstanceOf(Completing.Completed.class);
        return ((Completing.Completed) outcome).experiments().get(0);
    }
}
