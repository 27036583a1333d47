package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.provenance.Source;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the shipped mapping and beamline files. */
final class CompletionTest {

    private static final String WAVELENGTH = "_diffrn_radiation_wavelength.value";

    private static final String THICKNESS = "instrument/detector/sensor_thickness";

    private static final FacilityFiles FILES = FacilityFiles.of(Path.of("no/such/folder"));

    private final Completion completion = new Completion(MappingFiles.read(FILES), BeamlineFiles.read(FILES, "esrf"));

    @Test
    void theRawFileIsTrustedBeforeTheCatalogueAndTheContradictionIsTold() {
        var experiment = completed(
                Collecting.withWavelength().catalogue("InstrumentMonochromator_wavelength", "0.97203", "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("0.976223"));
        assertThat(about(experiment.findings(), WAVELENGTH))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("0.976223 (raw file, nxmx:instrument/beam/incident_wavelength)")
                        .contains("0.97203 (catalogue, parameter:InstrumentMonochromator_wavelength)"))
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void provenanceSaysWhereEachValueWasReadAndHowItWasRecorded() {
        var experiment = completed(Collecting.withWavelength().catalogue("MX_beamSizeAtSampleX", "0.003", "mm"));

        assertThat(experiment.provenance())
                .filteredOn(provenance -> provenance.item().equals("_diffrn_radiation.beam_width"))
                .singleElement()
                .satisfies(provenance -> {
                    assertThat(provenance.value()).isEqualTo("3");
                    assertThat(provenance.reading().text()).isEqualTo("0.003");
                    assertThat(provenance.reading().source()).isEqualTo(Source.CATALOGUE);
                });
    }

    @Test
    void metadataJsonGoesBeforeTheEventAndTheEventBeforeTheCatalogue() {
        var experiment = completed(Collecting.withWavelength()
                .catalogue("InstrumentSource_current", "193.0", "mA")
                .event("InstrumentSource_current", "194.1")
                .metadataJson("InstrumentSource_current", "195.27"));

        assertThat(experiment.item("_diffrn_source.current")).isEqualTo(decimal("195.27"));
    }

    @Test
    void aPersonStatesWhatTheItemSaysAndNotWhatNeXusSays() {
        var experiment = completed(Collecting.withWavelength()
                .stated("array_intensities.gain", "4")
                .stated("diffrn_measurement.specimen_support", "nylon loop"));

        assertThat(experiment.item("_array_intensities.gain")).isEqualTo(decimal("4"));
        assertThat(experiment.item("_diffrn_measurement.specimen_support")).isEqualTo(CifValue.text("nylon loop"));
        assertThat(experiment.provenance())
                .filteredOn(provenance -> provenance.item().equals("_array_intensities.gain"))
                .extracting(provenance -> provenance.reading().source())
                .containsExactly(Source.PERSON);
    }

    @Test
    void whatWasRecordedGoesBeforeWhatAPersonStates() {
        var experiment = completed(Collecting.withWavelength()
                .catalogue("InstrumentSource_current", "193.0", "mA")
                .stated("diffrn_source.current", "200")
                .stated("diffrn_radiation_wavelength.value", "1.03"));

        assertThat(experiment.item("_diffrn_source.current")).isEqualTo(decimal("193.0"));
        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("0.976223"));
        assertThat(about(experiment.findings(), WAVELENGTH))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("1.03 (stated by a person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "null", "N/A", "", "unknown", "nan", "(nil)", "Unknown", "  "})
    void wordsForAMissingValueAreNoValue(String word) {
        var experiment = completed(new Collecting()
                .rawFile("instrument/beam/incident_wavelength", word, "angstrom")
                .catalogue("MX_wavelength", "0.8731", "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("0.8731"));
    }

    @ParameterizedTest
    @CsvSource({"0.976223, 0.98", "1.0721, 1.072", "0.976223, 0.9762", "0.87313, 0.87313"})
    void aRoundedCopyIsNoConflict(String exact, String rounded) {
        var experiment = completed(
                new Collecting().metadataJson("MX_wavelength", exact).catalogue("MX_wavelength", rounded, "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal(exact));
        assertThat(about(experiment.findings(), WAVELENGTH)).isEmpty();
    }

    @Test
    void theWavelengthFollowsFromTheEnergyWhereNothingElseIsSaid() {
        var experiment = completed(new Collecting().event("InstrumentMonochromator_energy", "12.7"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("0.976254"));
    }

    @Test
    void anEnergyOfThreeDigitsDoesNotContradictTheWavelength() {
        var experiment = completed(Collecting.withWavelength().event("InstrumentMonochromator_energy", "12.7"));

        assertThat(about(experiment.findings(), WAVELENGTH)).isEmpty();
    }

    @Test
    void theWavelengthOfALaserIsNeverMeant() {
        assertThat(completion.complete(new Collecting()
                        .event("InstrumentLaser01_wavelength", "0.98")
                        .collected()))
                .isInstanceOf(Completing.Incomplete.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.0", "none", "1e999999999", "0x1p3", "abc"})
    void withoutAWavelengthAboveZeroThereIsNoExperiment(String text) {
        var outcome = completion.complete(
                new Collecting().event("MX_wavelength", text).collected());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completing.Incomplete.class,
                        incomplete -> assertThat(incomplete.findings())
                                .filteredOn(Finding::isError)
                                .singleElement()
                                .satisfies(error ->
                                        assertThat(error.message()).startsWith("no wavelength above zero: give one")));
    }

    @Test
    void anUnknownUnitIsToldAndNotGuessed() {
        var experiment = completed(Collecting.withWavelength().catalogue("MX_exposureTime", "37", "jiffies"));

        assertThat(experiment.item("_diffrn_scan.integration_time")).isEqualTo(CifValue.UNKNOWN);
        assertThat(about(experiment.findings(), "_diffrn_scan.integration_time"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("'jiffies' is not known"));
    }

    @Test
    void icatsNaIsNoUnit() {
        var experiment = completed(Collecting.withWavelength().catalogue("MX_exposureTime", "0.037", "NA"));

        assertThat(experiment.item("_diffrn_scan.integration_time")).isEqualTo(decimal("0.037"));
    }

    @Test
    void theGreatestValidCountBecomesTheLeastThatIsNotValid() {
        var experiment =
                completed(Collecting.withWavelength().rawFile("instrument/detector/saturation_value", "65533"));

        assertThat(experiment.item("_array_intensities.overload")).isEqualTo(decimal("65534"));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 65535, 65536",
        "16, 46051, 46052",
        "-16, 32767, 32768",
        "32, 200000, 200001",
        "-32, 2147483647, 2147483648",
        "64, 18446744073709551615, 18446744073709551616",
        "0, 200000, 200001"
    })
    void aSaturationThatTheImagesCanHoldIsStated(int bitDepth, String saturation, String overload) {
        var experiment = completed(Collecting.withWavelength()
                .pixelsOf(bitDepth)
                .rawFile("instrument/detector/saturation_value", saturation));

        assertThat(experiment.item("_array_intensities.overload")).isEqualTo(decimal(overload));
        assertThat(about(experiment.findings(), "_array_intensities.overload")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "16, 200000, unsigned 16-bit, 65535",
        "16, 65536, unsigned 16-bit, 65535",
        "-16, 65535, signed 16-bit, 32767",
        "8, 1000000, unsigned 8-bit, 255",
        "-32, 4294967295, signed 32-bit, 2147483647"
    })
    void aSaturationThatTheImagesCannotHoldIsNotStatedButTold(
            int bitDepth, String saturation, String type, String largest) {
        var experiment = completed(Collecting.withWavelength()
                .pixelsOf(bitDepth)
                .rawFile("instrument/detector/saturation_value", saturation));

        assertThat(experiment.items().keySet())
                .noneMatch(item -> item.toString().equals("_array_intensities.overload"));
        assertThat(about(experiment.findings(), "_array_intensities.overload"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message())
                            .contains(new BigDecimal(saturation).add(BigDecimal.ONE) + " (raw file, nxmx:")
                            .contains(type)
                            .contains(largest + " is the largest");
                });
    }

    @Test
    void aSaturationThatTheImagesCanHoldIsTakenInsteadOfOneThatTheyCannot() {
        var experiment = completed(Collecting.withWavelength()
                .pixelsOf(16)
                .rawFile("instrument/detector/saturation_value", "200000")
                .catalogue("InstrumentDetector01_saturation_value", "65533", "NA"));

        assertThat(experiment.item("_array_intensities.overload")).isEqualTo(decimal("65534"));
    }

    @Test
    void unitsOfTheRawFileBecomeThoseOfTheDictionary() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/detector/sensor_thickness", "0.00045", "m")
                .rawFile("instrument/detector/dead_time", "1e-07", "s")
                .rawFile("instrument/beam/incident_beam_size/0", "20.0", "um"));

        assertThat(experiment.item("_diffrn_detector.layer_thickness")).isEqualTo(decimal("0.45"));
        assertThat(experiment.item("_diffrn_detector.dtime")).isEqualTo(decimal("0.1"));
        assertThat(experiment.item("_diffrn_radiation.beam_width")).isEqualTo(decimal("20.0"));
    }

    @Test
    void theDistanceIsThatOfTheGeometry() {
        var experiment = completed(Collecting.withWavelength());

        assertThat(experiment.item("_diffrn_measurement.sample_detector_distance"))
                .isEqualTo(decimal("182.4375"));
    }

    @Test
    void aBeamlineThatIsKnownIsASynchrotronWithAName() {
        var experiment = completed(Collecting.withWavelength().announcedFor("id23-1"));

        assertThat(experiment.item("_diffrn_source.device")).isEqualTo(CifValue.text("synch"));
        assertThat(experiment.item("_diffrn_source.beamline")).isEqualTo(CifValue.text("ID23-1"));
        assertThat(experiment.item("_diffrn_radiation.probe")).isEqualTo(CifValue.text("x-ray"));
    }

    @Test
    void whereNobodyGivesTheProbeItIsAssumedAndTold() {
        var experiment = completed(Collecting.withWavelength());

        assertThat(experiment.item("_diffrn_radiation.type")).isEqualTo(CifValue.text("x-ray"));
        assertThat(about(experiment.findings(), "_diffrn_radiation.probe"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("no source says it; taken as x-ray"));
    }

    @Test
    void phrasesAreSaidWhereTheirValueIsKnown() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/detector/serial_number", "E-32-0107")
                .rawFile("instrument/detector/threshold_energy", "6.35", "keV"));

        assertThat(experiment.item("_diffrn_detector.details"))
                .isEqualTo(CifValue.text("serial number E-32-0107; threshold energy 6350 eV"));
    }

    /**
     * Horizontal polarisation, McStas Q = 0.99, is in the plane of X and Z where X is horizontal and normal to X where it is vertical;
     * U is the polarisation between +x (to the left, seen along the beam) and +y (up), so that its normal is on the other side of y.
     */
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0.99, 0, 0.99, 0",
        "1, 0, 0, 0.99, 0, 0.99, 0",
        "0, 1, 0, 0.99, 0, 0.99, 90",
        "0, -1, 0, 0.99, 0, 0.99, 90",
        "-1, 0, 0, -0.99, 0, 0.99, 90",
        "0, 1, 0, -0.99, 0, 0.99, 0",
        "-1, 0, 0, 0, 0.5, 0.5, 45",
        "1, 0, 0, 0, 0.5, 0.5, 45",
        "0, 1, 0, 0, 0.5, 0.5, -45",
        "-1, 0, 0, 0.3, 0.4, 0.5, 26.5651",
        "-1, 0, 0, 0, 0, 0, 0"
    })
    void polarisationHasTheDirectionThatItHasInTheFrameOfTheFile(
            double x, double y, double z, String q, String u, String ratio, String norm) {
        var experiment =
                completed(Collecting.withWavelength().turningAbout(x, y, z).polarised(q, u));

        assertThat(experiment.item("_diffrn_radiation.polarizn_source_ratio")).isEqualTo(decimal(ratio));
        assertThat(experiment.item("_diffrn_radiation.polarizn_source_norm")).isEqualTo(decimal(norm));
    }

    @Test
    void withoutAPolarisationNothingIsSaidOfItsDirection() {
        var experiment = completed(Collecting.withWavelength());

        assertThat(experiment.items().keySet())
                .noneMatch(item -> item.toString().contains("polarizn"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, true", "1, 0, true", "0, 1, false", "0, -1, false", "1, 1, false"})
    void aHorizontalDivergenceIsAlongXOnlyWhereXIsHorizontal(double x, double y, boolean written) {
        var experiment = completed(Collecting.withWavelength()
                .turningAbout(x, y, 0)
                .catalogue("InstrumentBeam_horizontal_incident_beam_divergence", "0.006", "degrees")
                .catalogue("InstrumentBeam_vertical_incident_beam_divergence", "0.001", "degrees"));

        assertThat(experiment.items().keySet().stream()
                        .filter(item -> item.toString().contains(".div_"))
                        .count())
                .isEqualTo(written ? 2 : 0);
        assertThat(about(experiment.findings(), "_diffrn_radiation.div_x_source"))
                .hasSize(written ? 0 : 1);
    }

    @Test
    void theTimesOfADatasetAreThoseOfItsOnlyPart() {
        var experiment = completed(
                Collecting.withWavelength().announcedFrom("2025-03-25T10:00:00+01:00", "2025-03-25T11:05:00+01:00"));

        assertThat(experiment.item("_diffrn_scan.date_start")).isEqualTo(CifValue.text("2025-03-25T10:00:00+01:00"));
        assertThat(experiment.item("_diffrn_scan.date_end")).isEqualTo(CifValue.text("2025-03-25T11:05:00+01:00"));
    }

    @Test
    void ofSeveralPartsNoneHasTheTimesOfTheDataset() {
        var experiment = completed(Collecting.withWavelength()
                .inParts(2)
                .event("endDate", "2025-03-25T11:05:00+01:00")
                .announcedFrom("2025-03-25T10:00:00+01:00", "2025-03-25T11:05:00+01:00"));

        assertThat(experiment.items().keySet())
                .noneMatch(item -> item.toString().startsWith("_diffrn_scan.date"));
        assertThat(about(experiment.findings(), "_diffrn_scan.date_start"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("which has 2 parts"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1, true", "0, 0, false", "0.2, 0.2, false", "0.2, 0.1, true"})
    void aRotationThatTheRawFileDoesNotHaveIsTold(String raw, String announced, boolean told) {
        var experiment = completed(Collecting.withWavelength().inStepsOf(raw).event("MX_oscillationRange", announced));

        assertThat(about(experiment.findings(), "MX_oscillationRange"))
                .hasSize(told ? 1 : 0)
                .allSatisfy(finding -> assertThat(finding.message())
                        .contains("in one image is " + raw + " degrees by the geometry of the raw file and 0.1"));
    }

    @Test
    void anNxmxNumberWithoutAUnitIsToldWithTheUnitItWasTakenIn() {
        var experiment = completed(Collecting.withWavelength().rawFile(THICKNESS, "0.00045"));

        assertThat(experiment.item("_diffrn_detector.layer_thickness")).isEqualTo(decimal("0.45"));
        assertThat(about(experiment.findings(), "_diffrn_detector.layer_thickness"))
                .containsExactly(Finding.note(
                        "_diffrn_detector.layer_thickness",
                        "raw file, nxmx:instrument/detector/sensor_thickness states no unit for 0.00045; taken in metre:"
                                + " the standard asks for the attribute units"));
    }

    @Test
    void whatNeedsNoUnitIsNotBlamedForHavingNone() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/attenuator/attenuator_transmission", "0.49")
                .rawFile("instrument/detector/saturation_value", "1000"));

        assertThat(experiment.item("_diffrn_measurement.details")).isEqualTo(CifValue.text("transmission 49 %"));
        assertThat(experiment.findings())
                .filteredOn(finding -> finding.message().contains("states no unit"))
                .isEmpty();
    }

    /** As they stand in the raw file; a unit of ? is none. */
    @ParameterizedTest
    @CsvSource({
        "instrument/detector/sensor_thickness, 450, ?, _diffrn_detector.layer_thickness, 450 stands there without a unit",
        "instrument/detector/sensor_thickness, 0.45, ?, _diffrn_detector.layer_thickness, between 0.001 and 20: 0.45 stands there without a unit and was taken in metre",
        "instrument/detector/sensor_thickness, 450, mm, _diffrn_detector.layer_thickness, its unit 'mm' is wrong",
        "instrument/beam/incident_beam_size/0, 20, ?, _diffrn_radiation.beam_width, in micrometre it must be between",
        "instrument/beam/incident_beam_size/1, 50, ?, _diffrn_radiation.collimation, 50 stands there without a unit",
        "instrument/attenuator/attenuator_transmission, 49, ?, _diffrn_measurement.details, was taken as a fraction of 1",
        "instrument/attenuator/attenuator_transmission, -1, ?, _diffrn_measurement.details, between 0 and 101",
        "instrument/attenuator/attenuator_transmission, 102, %, _diffrn_measurement.details, its unit '%' is wrong"
    })
    void whatNoBeamlineHasIsLeftOutWithAWarning(String field, String text, String unit, String item, String said) {
        Collecting collecting = Collecting.withWavelength();
        var experiment =
                completed(unit.equals("?") ? collecting.rawFile(field, text) : collecting.rawFile(field, text, unit));

        assertThat(experiment.item(item)).isEqualTo(CifValue.UNKNOWN);
        assertThat(about(experiment.findings(), item)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains(said).endsWith("not used");
        });
    }

    /** A gas detector, a neutron beam, and an open beam that was measured. */
    @ParameterizedTest
    @CsvSource({
        "instrument/detector/sensor_thickness, 0.0125, m, _diffrn_detector.layer_thickness, 12.5, true",
        "instrument/beam/incident_beam_size/0, 0.02, m, _diffrn_radiation.beam_width, 20000, true",
        "instrument/beam/incident_beam_size/1, 0.015, m, _diffrn_radiation.collimation, vertical beam size 15000 um, true",
        "instrument/attenuator/attenuator_transmission, 1.0004, '', _diffrn_measurement.details, transmission 100.04 %, false"
    })
    void whatOtherInstrumentsHaveIsWritten(
            String field, String text, String unit, String item, String expected, boolean isRare) {
        var experiment = completed(Collecting.withWavelength().rawFile(field, text, unit));

        assertThat(experiment.item(item).asText()).contains(expected);
        assertThat(about(experiment.findings(), item))
                .filteredOn(finding -> finding.message().contains(" is rare, "))
                .hasSize(isRare ? 1 : 0);
        assertThat(about(experiment.findings(), item)).hasSize(isRare ? 1 : 0);
    }

    /** Of the longest neutrons that are used with proteins, and of electrons of 1 MeV. */
    @ParameterizedTest
    @ValueSource(strings = {"6.5", "0.0087"})
    void aWavelengthThatIsRareIsUsedAndTold(String angstrom) {
        var experiment =
                completed(new Collecting().rawFile("instrument/beam/incident_wavelength", angstrom, "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal(angstrom));
        assertThat(about(experiment.findings(), WAVELENGTH))
                .containsExactly(Finding.warning(
                        WAVELENGTH,
                        angstrom
                                + " (raw file, nxmx:instrument/beam/incident_wavelength) is rare, in angstrom it is mostly"
                                + " between 0.01 and 6; used as it stands"));
    }

    /** The energy in keV, say. */
    @Test
    void aWavelengthThatIsRareGivesWayToAUsualOne() {
        var experiment = completed(new Collecting()
                .rawFile("instrument/beam/incident_wavelength", "7.1", "angstrom")
                .catalogue("MX_wavelength", "1.746", "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("1.746"));
        assertThat(about(experiment.findings(), WAVELENGTH))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("conflict: 1.746")
                .contains("7.1");
    }

    /** 12.7 is an energy in keV. */
    @ParameterizedTest
    @ValueSource(strings = {"97.6", "12.7"})
    void aWavelengthThatNoInstrumentHasIsNotSaidToBeBelowZero(String angstrom) {
        var outcome = completion.complete(new Collecting()
                .rawFile("instrument/beam/incident_wavelength", angstrom, "angstrom")
                .collected());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completing.Incomplete.class,
                        incomplete -> assertThat(incomplete.findings())
                                .filteredOn(Finding::isError)
                                .singleElement()
                                .satisfies(error -> assertThat(error.message())
                                        .startsWith("no wavelength that can be true: give one")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"97.6", "0.0009", "12.7"})
    void aWavelengthThatNoBeamlineHasGivesWayToTheNextSource(String angstrom) {
        var experiment = completed(new Collecting()
                .rawFile("instrument/beam/incident_wavelength", angstrom, "angstrom")
                .catalogue("MX_wavelength", "0.8731", "angstrom"));

        assertThat(experiment.item(WAVELENGTH)).isEqualTo(decimal("0.8731"));
        assertThat(about(experiment.findings(), WAVELENGTH))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("must be between 0.005 and 10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0"})
    void aSaturationThatIsNotSetIsNotKnownAndTheNextSourceIsAsked(String unset) {
        Collecting collecting = Collecting.withWavelength().rawFile("instrument/detector/saturation_value", unset);

        var experiment = completed(collecting);
        assertThat(experiment.item("_array_intensities.overload")).isEqualTo(CifValue.UNKNOWN);
        assertThat(about(experiment.findings(), "_array_intensities.overload"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith(unset + " is not above zero; not used"));
        assertThat(completed(collecting.catalogue("InstrumentDetector01_saturation_value", "65533", "NA"))
                        .item("_array_intensities.overload"))
                .isEqualTo(decimal("65534"));
    }

    @Test
    void aFactorWithoutTheOffsetThatBelongsToItIsLeftOutAndTold() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("data/data_scaling_factor", "0.5")
                .rawFile("data/data_offset", "3"));

        assertThat(experiment.item("_array_intensities.gain")).isEqualTo(CifValue.UNKNOWN);
        assertThat(about(experiment.findings(), "_array_intensities.gain"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("by raw file, nxmx:data/data_offset 3 must be added to each count"))
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void anOffsetOfZeroChangesNothing() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("data/data_scaling_factor", "0.5")
                .rawFile("data/data_offset", "0.0"));

        assertThat(experiment.item("_array_intensities.gain")).isEqualTo(decimal("2"));
        assertThat(about(experiment.findings(), "_array_intensities.gain")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-25T23:59:50Z, 2025-03-25T00:00:10Z",
        "2025-03-25T10:00:00+01:00, 2025-03-25T08:59:59Z",
        "2025-03-25T23:59:50, 2025-03-25T00:00:10"
    })
    void anEndBeforeTheStartIsLeftOutAndTold(String start, String end) {
        var experiment = completed(
                Collecting.withWavelength().rawFile("start_time", start).rawFile("end_time", end));

        assertThat(experiment.item("_diffrn_scan.date_end")).isEqualTo(CifValue.UNKNOWN);
        assertThat(experiment.provenance())
                .noneMatch(provenance -> provenance.item().equals("_diffrn_scan.date_end"));
        assertThat(about(experiment.findings(), "_diffrn_scan.date_end"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith(end + " is before the start, " + start + "; not used"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-25T23:59:50Z, 2025-03-26T00:00:10Z",
        "2025-03-25T10:00:00+01:00, 2025-03-25T09:30:00Z",
        "2025-03-25T10:00:00Z, 2025-03-25T10:00:00Z",
        "2025-03-25T10:00:00+01:00, 2025-03-25T09:30:00"
    })
    void anEndThatMayComeAfterTheStartIsUsed(String start, String end) {
        var experiment = completed(
                Collecting.withWavelength().rawFile("start_time", start).rawFile("end_time", end));

        assertThat(experiment.item("_diffrn_scan.date_end")).isEqualTo(CifValue.text(end));
    }

    @Test
    void anExposureOfLessTrustThatIsLongerThanTheFrameIsLeftOut() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/detector/frame_time", "0.04", "s")
                .event("MX_exposureTime", "40"));

        assertThat(experiment.item("_diffrn_scan.time_period")).isEqualTo(decimal("0.04"));
        assertThat(experiment.item("_diffrn_scan.integration_time")).isEqualTo(CifValue.UNKNOWN);
        assertThat(about(experiment.findings(), "_diffrn_scan.integration_time"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("an exposure of 40 s is longer than the 0.04 s from one frame to the next")
                        .contains("not used"));
    }

    @Test
    void anExposureThatIsLongerThanTheFrameByTheSameSourceIsTold() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/detector/frame_time", "0.04", "s")
                .rawFile("instrument/detector/count_time", "40", "s"));

        assertThat(experiment.item("_diffrn_scan.integration_time")).isEqualTo(decimal("40"));
        assertThat(about(experiment.findings(), "_diffrn_scan.integration_time"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("one of them is wrong"));
    }

    @Test
    void anExposureAsLongAsTheFrameIsPossible() {
        var experiment = completed(Collecting.withWavelength()
                .rawFile("instrument/detector/frame_time", "0.02", "s")
                .rawFile("instrument/detector/count_time", "0.0200001", "s"));

        assertThat(about(experiment.findings(), "_diffrn_scan.integration_time"))
                .isEmpty();
    }

    /** As where a distance in mm is labelled as metres. */
    @Test
    void ofADetectorThatNoBeamlineHasNothingIsMade() {
        var outcome = completion.complete(
                Collecting.withWavelength().atDistance("182437.5").collected());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completing.Incomplete.class,
                        incomplete -> assertThat(incomplete.findings())
                                .filteredOn(Finding::isError)
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message())
                                                .contains(
                                                        "trans is taken as 182437.5 mm, and would be possible as 182.4375 mm")));
    }

    private CompletedExperiment completed(Collecting collecting) {
        var outcome = completion.complete(collecting.collected());
        assertThat(outcome).isInstanceOf(Completing.Completed.class);
        return ((Completing.Completed) outcome).experiments().get(0);
    }

    private static List<Finding> about(List<Finding> findings, String subject) {
        return findings.stream().filter(f -> f.subject().equals(subject)).toList();
    }

    private static CifValue decimal(String digits) {
        return CifValue.number(new BigDecimal(digits));
    }
}
