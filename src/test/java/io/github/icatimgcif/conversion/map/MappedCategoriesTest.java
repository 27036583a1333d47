package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which categories a block has, with which objects, and what stands in them; what is nobody's is not there. */
final class MappedCategoriesTest {

    private static final Vector3 X = new Vector3(-1, 0, 0);
    private static final Vector3 Y = new Vector3(0, -1, 0);
    private static final Axis OMEGA = new Axis("omega", Axis.Kind.ROTATION, X, Vector3.ZERO);
    private static final Axis ALONG_X = new Axis("sam_x", Axis.Kind.TRANSLATION, X, Vector3.ZERO);
    private static final Axis ALONG_Y = new Axis("sam_y", Axis.Kind.TRANSLATION, Y, Vector3.ZERO);
    private static final Axis DISTANCE = new Axis("det_z", Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
    private static final DetectorElement ELEMENT = element("ELEMENT1", 0);

    private final Map<ItemName, CifValue> items = new LinkedHashMap<>();

    @Test
    void withoutAnyItemTheCategoriesThatTheGeometryNeedsAreThere() {
        assertThat(block(List.of(OMEGA), List.of(DISTANCE), ELEMENT).categories())
                .extracting(Category::name)
                .containsExactly(
                        "audit",
                        "audit_conform",
                        "diffrn",
                        "diffrn_source",
                        "diffrn_radiation",
                        "diffrn_radiation_wavelength",
                        "axis",
                        "diffrn_detector",
                        "diffrn_detector_axis",
                        "diffrn_detector_element",
                        "diffrn_measurement",
                        "diffrn_measurement_axis",
                        "array_structure",
                        "array_structure_list",
                        "array_structure_list_axis",
                        "array_element_size",
                        "diffrn_scan",
                        "diffrn_scan_axis",
                        "diffrn_scan_collection",
                        "diffrn_scan_frame",
                        "diffrn_data_frame",
                        "array_data",
                        "array_data_external_data");
    }

    @Test
    void itemsStandBehindTheKeysOfTheirCategory() {
        item("_database.dataset_doi", "10.5555/ES-1");
        item("_exptl_crystal.id", "Lyso");
        item("_cell.length_a", "78.9");
        item("_space_group.name_h-m_alt", "P 43 21 2");
        item("_diffrn_source.beamline", "ID30B");
        item("_diffrn_radiation.type", "x-ray");
        item("_diffrn_detector.type", "EIGER");
        item("_array_intensities.gain", "1.0");

        DataBlock block = block(List.of(OMEGA), List.of(DISTANCE), ELEMENT);

        assertThat(BlockRows.whole(block, "database")).containsExactly("dataset_doi", "10.5555/ES-1");
        assertThat(BlockRows.whole(block, "exptl_crystal")).containsExactly("id", "Lyso");
        assertThat(BlockRows.whole(block, "cell")).containsExactly("diffrn_id length_a", "DIFFRN1 78.9");
        assertThat(BlockRows.whole(block, "space_group")).containsExactly("id name_h-m_alt", "SPACE_GROUP1 P 43 21 2");
        assertThat(BlockRows.whole(block, "diffrn_source"))
                .containsExactly("diffrn_id radiation_id beamline", "DIFFRN1 RADIATION1 ID30B");
        assertThat(BlockRows.whole(block, "diffrn_radiation"))
                .containsExactly("diffrn_id id type", "DIFFRN1 RADIATION1 x-ray");
        assertThat(BlockRows.whole(block, "diffrn_radiation_wavelength"))
                .containsExactly("id radiation_id value", "WAVELENGTH1 RADIATION1 ?");
        assertThat(BlockRows.whole(block, "diffrn_detector"))
                .containsExactly("diffrn_id id number_of_axes type", "DIFFRN1 DETECTOR 1 EIGER");
        assertThat(BlockRows.whole(block, "array_intensities"))
                .containsExactly("array_id binary_id gain", "IMAGE 1 1.0");
    }

    @Test
    void axesAreCountedAndBelongToTheirEquipment() {
        Axis kappa = new Axis("kappa", Axis.Kind.ROTATION, Y, Vector3.ZERO);

        DataBlock block = block(List.of(OMEGA, kappa), List.of(DISTANCE), ELEMENT);

        assertThat(BlockRows.whole(block, "diffrn_measurement"))
                .containsExactly("diffrn_id id device number_of_axes", "DIFFRN1 GONIOMETER GONIOMETER 2");
        assertThat(BlockRows.whole(block, "diffrn_measurement_axis"))
                .containsExactly(
                        "measurement_device measurement_id axis_id",
                        "GONIOMETER GONIOMETER omega",
                        "GONIOMETER GONIOMETER kappa");
        assertThat(BlockRows.whole(block, "diffrn_detector_axis"))
                .containsExactly("detector_id axis_id", "DETECTOR det_z");
        assertThat(BlockRows.of(block, "axis", "id", "type", "equipment", "depends_on"))
                .containsExactly(
                        "gravity general gravity .",
                        "source general source .",
                        "omega rotation goniometer .",
                        "kappa rotation goniometer omega",
                        "det_z translation detector .",
                        "ELEMENT_X translation detector det_z",
                        "ELEMENT_Y translation detector ELEMENT_X");
        assertThat(block.category("axis").orElseThrow().has("equipment_component"))
                .isFalse();
    }

    @Test
    void aSampleThatNothingTurnsSaysSoBehindWhatElseIsSaid() {
        item("_diffrn_measurement.details", "grid scan");

        DataBlock block = block(List.of(), List.of(DISTANCE), ELEMENT);

        assertThat(block.category("diffrn_measurement_axis")).isEmpty();
        assertThat(BlockRows.whole(block, "diffrn_measurement").get(0)).isEqualTo("diffrn_id id device details");
        assertThat(BlockRows.of(block, "diffrn_measurement", "details"))
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .startsWith("grid scan; no axis turns the sample: ")
                        .endsWith(" stands for the X of the laboratory frame and is no motor"));
    }

    @Test
    void aSwingThatNoAxisWasRecordedForSaysSo() {
        item("_diffrn_detector.details", "borrowed");
        Axis swing = new Axis(MeasuredGeometry.DETECTOR_SWING, Axis.Kind.ROTATION, X, Vector3.ZERO);

        DataBlock block = block(List.of(OMEGA), List.of(swing, DISTANCE), ELEMENT);

        assertThat(BlockRows.of(block, "diffrn_detector", "number_of_axes", "details"))
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .startsWith("2 borrowed; no axis was recorded by which the detector was swung: ")
                        .endsWith(" stands for its orientation and is no motor"));
    }

    /** A component of one axis is a column of all. */
    @Test
    void anAxisMayBePartOfAComponent() {
        Axis quadrant = new Axis("quadrant_1", Axis.Kind.TRANSLATION, X, Vector3.ZERO, Optional.of("quadrant"));
        DetectorElement module = new DetectorElement(
                "module",
                new AxisChain(List.of(quadrant)),
                new Vector3(3, 2, 0),
                X,
                Y,
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                30,
                20,
                Optional.empty());

        DataBlock block = block(List.of(), List.of(DISTANCE), module);

        assertThat(BlockRows.of(block, "axis", "id", "depends_on", "equipment_component"))
                .containsExactly(
                        "gravity . .",
                        "source . .",
                        MeasuredGeometry.LABORATORY_X + " . .",
                        "det_z . .",
                        "quadrant_1 det_z quadrant",
                        "ELEMENT_X quadrant_1 quadrant",
                        "ELEMENT_Y ELEMENT_X quadrant");
        assertThat(BlockRows.of(block, "diffrn_detector", "number_of_axes")).containsExactly("2");
    }

    /** What the block calls its own is not given away to an axis of the raw file. */
    @Test
    void anAxisThatIsCalledAsOneOfTheBlocksOwnGetsAnotherName() {
        Axis source = new Axis("source", Axis.Kind.ROTATION, X, Vector3.ZERO);

        DataBlock block = block(List.of(source), List.of(), ELEMENT);

        List<String> ids = BlockRows.of(block, "axis", "id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(5);
        assertThat(BlockRows.of(block, "diffrn_measurement_axis", "axis_id"))
                .singleElement()
                .isNotEqualTo("source")
                .isIn(ids);
    }

    /** As two modules of 30 x 20 pixels are, of which an HDF5 data set holds the one behind the other. */
    @Test
    void twoElementsOfTwoStoredArraysHaveTwoOfEverything() {
        Measurement measurement = new Measurement(
                new AxisChain(List.of(OMEGA)),
                new AxisChain(List.of(DISTANCE)),
                List.of(ELEMENT, element("ELEMENT2", 1)),
                List.of(new Scan(
                        "SCAN1",
                        List.of(),
                        new FrameLocations(List.of(new FrameLocations.InFile(inFile(Optional.of("/e/d")), 2, 2))))),
                -16);
        item("_array_intensities.gain", "1.0");

        DataBlock block = block(measurement);

        assertThat(BlockRows.whole(block, "diffrn_detector_element"))
                .containsExactly("id detector_id", "ELEMENT1 DETECTOR", "ELEMENT2 DETECTOR");
        assertThat(BlockRows.whole(block, "array_structure"))
                .containsExactly("id encoding_type", "IMAGE1 signed 16-bit integer", "IMAGE2 signed 16-bit integer");
        assertThat(BlockRows.whole(block, "array_structure_list"))
                .containsExactly(
                        "array_id index precedence direction dimension axis_set_id",
                        "IMAGE1 1 1 increasing 30 ELEMENT_X_1",
                        "IMAGE1 2 2 increasing 20 ELEMENT_Y_1",
                        "IMAGE2 1 1 increasing 30 ELEMENT_X_2",
                        "IMAGE2 2 2 increasing 20 ELEMENT_Y_2");
        assertThat(BlockRows.whole(block, "array_structure_list_axis"))
                .containsExactly(
                        "axis_set_id axis_id displacement displacement_increment",
                        "ELEMENT_X_1 ELEMENT_X_1 0.086 0.172",
                        "ELEMENT_Y_1 ELEMENT_Y_1 0.085 0.170",
                        "ELEMENT_X_2 ELEMENT_X_2 0.086 0.172",
                        "ELEMENT_Y_2 ELEMENT_Y_2 0.085 0.170");
        assertThat(BlockRows.whole(block, "array_element_size"))
                .containsExactly(
                        "array_id index size",
                        "IMAGE1 1 0.000172",
                        "IMAGE1 2 0.00017",
                        "IMAGE2 1 0.000172",
                        "IMAGE2 2 0.00017");
        assertThat(BlockRows.whole(block, "array_intensities"))
                .containsExactly("array_id binary_id gain", "IMAGE1 1 1.0", "IMAGE2 1 1.0");
        assertThat(BlockRows.whole(block, "diffrn_data_frame"))
                .containsExactly(
                        "id detector_element_id array_id binary_id",
                        "FRAME1 ELEMENT1 IMAGE1 1",
                        "FRAME1 ELEMENT2 IMAGE2 1",
                        "FRAME2 ELEMENT1 IMAGE1 2",
                        "FRAME2 ELEMENT2 IMAGE2 2");
        assertThat(BlockRows.whole(block, "array_data"))
                .containsExactly(
                        "array_id binary_id external_data_id",
                        "IMAGE1 1 EXT1",
                        "IMAGE2 1 EXT2",
                        "IMAGE1 2 EXT3",
                        "IMAGE2 2 EXT4");
        assertThat(BlockRows.whole(block, "array_data_external_data"))
                .containsExactly(
                        "id format uri path frame",
                        "EXT1 HDF5 file:///data/run_1.h5 /e/d 6",
                        "EXT2 HDF5 file:///data/run_1.h5 /e/d 7",
                        "EXT3 HDF5 file:///data/run_1.h5 /e/d 8",
                        "EXT4 HDF5 file:///data/run_1.h5 /e/d 9");
    }

    /** The second scan follows the first in everything that is counted through. */
    @Test
    void scansFollowOneAnother() {
        Scan first = scan("SCAN1", AxisSetting.stepped("omega", BigDecimal.TEN, new BigDecimal("0.5")));
        Scan second = new Scan(
                "SCAN2",
                List.of(),
                new FrameLocations(List.of(
                        new FrameLocations.InFile(inFile(Optional.empty()), 1, 1),
                        new FrameLocations.InFile(inFile(Optional.empty()), 1, 1))));

        DataBlock block = block(measurement(List.of(OMEGA), List.of(DISTANCE), List.of(ELEMENT), first, second));

        assertThat(BlockRows.whole(block, "diffrn_scan"))
                .containsExactly(
                        "id frame_id_start frame_id_end frames", "SCAN1 FRAME1 FRAME3 3", "SCAN2 FRAME4 FRAME5 2");
        assertThat(BlockRows.whole(block, "diffrn_scan_axis"))
                .containsExactly(
                        "scan_id axis_id displacement_start displacement_increment displacement_range angle_start"
                                + " angle_increment angle_range",
                        "SCAN1 omega . . . 10 0.5 1.5",
                        "SCAN1 det_z 0 0 0 . . .",
                        "SCAN2 omega . . . 0 0 0",
                        "SCAN2 det_z 0 0 0 . . .");
        assertThat(BlockRows.whole(block, "diffrn_scan_frame"))
                .containsExactly(
                        "frame_id scan_id frame_number",
                        "FRAME1 SCAN1 1",
                        "FRAME2 SCAN1 2",
                        "FRAME3 SCAN1 3",
                        "FRAME4 SCAN2 1",
                        "FRAME5 SCAN2 2");
        assertThat(BlockRows.of(block, "array_data_external_data", "id", "frame"))
                .containsExactly("EXT1 6", "EXT2 7", "EXT3 8", "EXT4 6", "EXT5 6");
        assertThat(block.category("diffrn_scan_frame_axis")).isEmpty();
    }

    /** Of several runs of several arrays each array has a number of its own. */
    @Test
    void theArraysOfAllRunsAreCountedThrough() {
        Measurement measurement = measurement(
                List.of(OMEGA),
                List.of(DISTANCE),
                List.of(ELEMENT, element("ELEMENT2", 1)),
                new Scan(
                        "SCAN1",
                        List.of(),
                        new FrameLocations(List.of(
                                new FrameLocations.InFile(inFile(Optional.of("/e/a")), 2, 2),
                                new FrameLocations.InFile(inFile(Optional.of("/e/b")), 1, 2)))));

        assertThat(BlockRows.of(block(measurement), "array_data_external_data", "id", "path", "frame"))
                .containsExactly(
                        "EXT1 /e/a 6", "EXT2 /e/a 7", "EXT3 /e/a 8", "EXT4 /e/a 9", "EXT5 /e/b 6", "EXT6 /e/b 7");
    }

    /** What is known of a part is when its first scan began and its last one ended. */
    @Test
    void aPartBeginsWithItsFirstScanAndEndsWithItsLast() {
        item("_diffrn_scan.date_start", "2024-06-11T10:00:00Z");
        item("_diffrn_scan.date_end", "2024-06-11T10:03:00Z");
        item("_diffrn_scan.date_end_estimated", "2024-06-11T10:04:00Z");

        DataBlock block = block(measurement(
                List.of(OMEGA), List.of(DISTANCE), List.of(ELEMENT), scan("SCAN1"), scan("SCAN2"), scan("SCAN3")));

        assertThat(BlockRows.of(block, "diffrn_scan", "id", "date_start", "date_end", "date_end_estimated"))
                .containsExactly(
                        "SCAN1 2024-06-11T10:00:00Z ? ?",
                        "SCAN2 ? ? ?",
                        "SCAN3 ? 2024-06-11T10:03:00Z 2024-06-11T10:04:00Z");
    }

    /** What differs from frame to frame stands with the frames of its scan, angles and displacements apart. */
    @Test
    void irregularStepsAreSaidFrameByFrame() {
        Scan regular = scan("SCAN1", AxisSetting.stepped("omega", BigDecimal.TEN, BigDecimal.ONE));
        Scan irregular = scan(
                "SCAN2", irregular("omega", "0.5", "1", "1.5", "2.1"), irregular("sam_x", "0.1", "-0.1", "0", "0.12"));

        DataBlock block =
                block(measurement(List.of(OMEGA, ALONG_X), List.of(DISTANCE), List.of(ELEMENT), regular, irregular));

        assertThat(BlockRows.whole(block, "diffrn_scan_frame_axis"))
                .containsExactly(
                        "frame_id axis_id angle angle_increment displacement",
                        "FRAME4 omega 1 0.5 .",
                        "FRAME5 omega 1.5 0.5 .",
                        "FRAME6 omega 2.1 0.5 .",
                        "FRAME4 sam_x . . -0.1",
                        "FRAME5 sam_x . . 0",
                        "FRAME6 sam_x . . 0.12");
        assertThat(BlockRows.of(block, "diffrn_scan_collection", "scan_id", "type"))
                .containsExactly("SCAN1 rotation", "SCAN2 vector");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theStrategyFollowsFromWhatMoves(String strategy, List<AxisSetting> settings) {
        Scan scan = scan("SCAN1", settings.toArray(AxisSetting[]::new));

        DataBlock block =
                block(measurement(List.of(OMEGA, ALONG_X, ALONG_Y), List.of(DISTANCE), List.of(ELEMENT), scan));

        assertThat(BlockRows.whole(block, "diffrn_scan_collection"))
                .containsExactly("scan_id type", "SCAN1 " + strategy);
    }

    private static AxisSetting ofFrames(String axis, double... settings) {
        List<BigDecimal> frames =
                Arrays.stream(settings).mapToObj(BigDecimal::valueOf).toList();
        return new AxisSetting(axis, frames.get(0), BigDecimal.ONE, Optional.of(frames));
    }

    static Stream<Arguments> strategies() {
        AxisSetting turning = AxisSetting.stepped("omega", BigDecimal.ZERO, BigDecimal.ONE);
        AxisSetting standing = AxisSetting.constant("omega", BigDecimal.TEN);
        AxisSetting x = AxisSetting.stepped("sam_x", BigDecimal.ZERO, new BigDecimal("0.05"));
        AxisSetting y = AxisSetting.stepped("sam_y", BigDecimal.ZERO, new BigDecimal("0.05"));
        return Stream.of(
                Arguments.of("rotation", List.of(turning)),
                Arguments.of("still", List.of(standing)),
                Arguments.of("still", List.of()),
                Arguments.of("vector", List.of(turning, x)),
                Arguments.of("vector", List.of(standing, y)),
                Arguments.of("vector", List.of(turning, x, y)),
                Arguments.of("vector", List.of(turning, x, ofFrames("sam_y", 0, 0.04, 0.11, 0.15))),
                Arguments.of("raster", List.of(turning, ofFrames("sam_x", 0, 1, 0, 1), y)),
                Arguments.of(
                        "raster", List.of(standing, ofFrames("sam_x", 0, 1, 1, 0), ofFrames("sam_y", 0, 0, 1, 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "8, unsigned 8-bit integer",
        "16, unsigned 16-bit integer",
        "32, unsigned 32-bit integer",
        "-8, signed 8-bit integer",
        "-16, signed 16-bit integer",
        "-32, signed 32-bit integer"
    })
    void theTypeOfTheNumbersIsThatOfTheDictionary(int bitDepth, String word) {
        assertThat(BlockRows.whole(ofDepth(bitDepth), "array_structure"))
                .containsExactly("id encoding_type", "IMAGE " + word);
    }

    @Test
    void aTypeForWhichTheDictionaryHasNoWordIsLeftOut() {
        assertThat(BlockRows.whole(ofDepth(64), "array_structure")).containsExactly("id", "IMAGE");
    }

    /** One file is one image: neither a path in it nor a number of a frame. */
    @Test
    void aPlainFileHasOnlyItsUri() {
        FrameLocations.Run run = new FrameLocations.NumberedFiles(
                Path.of("/data"), new NumberedName("x_", 5, ".cbf"), 7, 1, FrameLocation.Format.CBF, Packing.NONE);

        DataBlock block = block(measurement(
                List.of(OMEGA),
                List.of(),
                List.of(ELEMENT),
                new Scan("SCAN1", List.of(), new FrameLocations(List.of(run)))));

        assertThat(BlockRows.whole(block, "array_data_external_data"))
                .containsExactly("id format uri", "EXT1 CBF file:///data/x_00007.cbf");
    }

    private DataBlock ofDepth(int bitDepth) {
        return block(new Measurement(
                new AxisChain(List.of(OMEGA)), AxisChain.EMPTY, List.of(ELEMENT), List.of(scan("SCAN1")), bitDepth));
    }

    private DataBlock block(List<Axis> goniometer, List<Axis> detector, DetectorElement element) {
        return block(measurement(goniometer, detector, List.of(element), scan("SCAN1")));
    }

    private DataBlock block(Measurement measurement) {
        return MappedDataset.block(measurement, items, FrameChoice.PRINCIPAL_AXIS);
    }

    private void item(String name, String text) {
        items.put(ItemName.parse(name), CifValue.text(text));
    }

    private static Measurement measurement(
            List<Axis> goniometer, List<Axis> detector, List<DetectorElement> elements, Scan... scans) {
        return new Measurement(new AxisChain(goniometer), new AxisChain(detector), elements, List.of(scans), 32);
    }

    private static Scan scan(String id, AxisSetting... settings) {
        return new Scan(
                id,
                List.of(settings),
                new FrameLocations(List.of(new FrameLocations.InFile(inFile(Optional.of("/e/d")), 3, 1))));
    }

    private static FrameLocation inFile(Optional<String> path) {
        return new FrameLocation(Path.of("/data/run_1.h5"), FrameLocation.Format.HDF5, path, 5);
    }

    private static AxisSetting irregular(String axis, String increment, String... frames) {
        return new AxisSetting(
                axis,
                new BigDecimal(frames[0]),
                new BigDecimal(increment),
                Optional.of(Stream.of(frames).map(BigDecimal::new).toList()));
    }

    private static DetectorElement element(String name, int storedArray) {
        return new DetectorElement(
                name,
                AxisChain.EMPTY,
                new Vector3(3, 2 - 4.0 * storedArray, 0),
                X,
                Y,
                new BigDecimal("0.172"),
                new BigDecimal("0.170"),
                30,
                20,
                Optional.empty(),
                storedArray);
    }
}
