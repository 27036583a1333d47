package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Datasets of several parts: one data block as far as one description is true, and where the images of each frame lie. */
final class SharedDescriptionTest {

    private static final Packing IN_TGZ = Packing.in(Packing.Archive.TGZ, "w/x_1.cbf");

    private Packing packing = Packing.NONE;
    private DetectorElement element = new DetectorElement(
            "ELEMENT1",
            new Vector3(3, 2, 0),
            new Vector3(-1, 0, 0),
            new Vector3(0, -1, 0),
            new BigDecimal("0.172"),
            new BigDecimal("0.171"),
            30,
            20);

    @Test
    void wedgesAreScansOfOneBlock() {
        MappedFile file = MappedDataset.file(
                part("w1", "0.97", "100", "0", 1, 3, "0.1"), part("w2", "0.97", "120.5", "90", 7, 2, "0.2"));

        assertThat(file.blocks()).hasSize(1);
        assertThat(file.frames()).isEqualTo(5);
        DataBlock block = file.blocks().get(0).on(LocalDate.of(2026, 7, 31));
        assertThat(BlockRows.of(
                        block, "diffrn_scan", "id", "frame_id_start", "frame_id_end", "frames", "integration_time"))
                .containsExactly("SCAN1 FRAME1 FRAME3 3 0.1", "SCAN2 FRAME4 FRAME5 2 0.2");
        assertThat(BlockRows.of(block, "diffrn_scan_frame", "frame_id", "scan_id", "frame_number", "integration_time"))
                .containsExactly(
                        "FRAME1 SCAN1 1 0.1",
                        "FRAME2 SCAN1 2 0.1",
                        "FRAME3 SCAN1 3 0.1",
                        "FRAME4 SCAN2 1 0.2",
                        "FRAME5 SCAN2 2 0.2");
        assertThat(BlockRows.of(block, "diffrn_scan_axis", "scan_id", "axis_id", "displacement_start", "angle_start"))
                .containsExactly("SCAN1 omega . 0", "SCAN1 det_z 100 .", "SCAN2 omega . 90", "SCAN2 det_z 120.5 .");
        assertThat(BlockRows.of(block, "array_data_external_data", "id", "uri"))
                .containsExactly(
                        "EXT1 file:///data/x_00001.cbf",
                        "EXT2 file:///data/x_00002.cbf",
                        "EXT3 file:///data/x_00003.cbf",
                        "EXT4 file:///data/x_00007.cbf",
                        "EXT5 file:///data/x_00008.cbf");
        assertThat(block.category("audit_dataset")).isEmpty();
    }

    @Test
    void anotherWavelengthIsABlockOfItsOwnAndTold() {
        MappedFile file = MappedDataset.file(
                part("peak", "0.9792", "100", "0", 1, 3, "0.1"),
                part("remote", "0.9716", "100", "0", 11, 3, "0.1"),
                part("peak2", "0.9792", "100", "90", 21, 3, "0.1"));

        assertThat(file.blocks()).extracting(MappedBlock::name).containsExactly("mx2532_run_1", "mx2532_run_1_2");
        assertThat(file.blocks()).extracting(MappedBlock::frames).containsExactly(6, 3);
        assertThat(file.blocks().get(0).findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("remote differs from peak in the wavelength, 0.9716 and not 0.9792"));
        List<List<String>> ids = file.blocks().stream()
                .map(block -> BlockRows.of(block.on(LocalDate.EPOCH), "audit_dataset", "id"))
                .toList();
        assertThat(ids.get(0)).hasSize(1).isEqualTo(ids.get(1));
        assertThat(UUID.fromString(ids.get(0).get(0)).version()).isEqualTo(3);
    }

    @Test
    void anotherBeamCentreIsABlockOfItsOwn() {
        CompletedExperiment first = part("a", "0.97", "100", "0", 1, 3, "0.1");
        element = element.shifted(new Vector3(0.001, 0, 0));

        MappedFile file = MappedDataset.file(first, part("b", "0.97", "100", "0", 7, 3, "0.1"));

        assertThat(file.blocks()).hasSize(2);
        assertThat(file.blocks().get(0).findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("the place of detector element"));
    }

    @Test
    void aMemberOfAnArchiveIsFoundByItsPathInside() {
        packing = IN_TGZ;

        DataBlock block = MappedDataset.file(part("a", "0.97", "100", "0", 7, 2, "0.1"))
                .blocks()
                .get(0)
                .on(LocalDate.EPOCH);

        assertThat(BlockRows.of(
                        block, "array_data_external_data", "id", "format", "uri", "archive_format", "archive_path"))
                .containsExactly("EXT1 CBF file:///data TGZ x_00007.cbf", "EXT2 CBF file:///data TGZ x_00008.cbf");
    }

    @Test
    void aCompressedFileSaysSo() {
        packing = Packing.compressed(Packing.Compression.BZ2);

        DataBlock block = MappedDataset.file(part("a", "0.97", "100", "0", 7, 1, "0.1"))
                .blocks()
                .get(0)
                .on(LocalDate.EPOCH);

        assertThat(BlockRows.of(block, "array_data_external_data", "id", "uri", "file_compression"))
                .containsExactly("EXT1 file:///data/x_00007.cbf BZ2");
    }

    /** Second of three modules in a stack of 90 rows, first of two channels. */
    @Test
    void aSectionIsSaidInWholeArraysAndOneBasedPlaces() {
        element = element.in(new Section(List.of(30, 60, 2), List.of(0, 20, 0)));

        DataBlock block = MappedDataset.file(part("a", "0.97", "100", "0", 7, 1, "0.1"))
                .blocks()
                .get(0)
                .on(LocalDate.EPOCH);

        assertThat(BlockRows.of(
                        block,
                        "array_structure_list",
                        "array_id",
                        "index",
                        "dimension",
                        "axis_set_id",
                        "array_section_id"))
                .containsExactly(
                        "IMAGE 1 30 ELEMENT_X SECTION_ELEMENT1",
                        "IMAGE 2 60 ELEMENT_Y SECTION_ELEMENT1",
                        "IMAGE 3 2 . SECTION_ELEMENT1");
        assertThat(BlockRows.of(block, "array_structure_list_section", "id", "array_id", "index", "start", "end"))
                .containsExactly(
                        "SECTION_ELEMENT1 IMAGE 1 1 30",
                        "SECTION_ELEMENT1 IMAGE 2 21 40",
                        "SECTION_ELEMENT1 IMAGE 3 1 1");
        assertThat(BlockRows.of(block, "diffrn_data_frame", "id", "detector_element_id", "array_section_id"))
                .containsExactly("FRAME1 ELEMENT1 SECTION_ELEMENT1");
    }

    private CompletedExperiment part(
            String name, String wavelength, String distance, String start, int firstNumber, int frames, String time) {
        Axis omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO);
        Axis detZ = new Axis("det_z", Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
        FrameLocations locations = new FrameLocations(List.of(new FrameLocations.NumberedFiles(
                Path.of("/data"),
                new NumberedName("x_", 5, ".cbf"),
                firstNumber,
                frames,
                FrameLocation.Format.CBF,
                packing)));
        Scan scan = new Scan(
                "SCAN1",
                List.of(
                        AxisSetting.stepped("omega", new BigDecimal(start), new BigDecimal("0.5")),
                        AxisSetting.constant("det_z", new BigDecimal(distance))),
                locations);
        return MappedDataset.part(
                name,
                new Measurement(
                        new AxisChain(List.of(omega)),
                        new AxisChain(List.of(detZ)),
                        List.of(element),
                        List.of(scan),
                        -32),
                Map.of(
                        ItemName.parse("_diffrn_radiation_wavelength.value"),
                        CifValue.number(new BigDecimal(wavelength)),
                        ItemName.parse("_diffrn_scan.integration_time"),
                        CifValue.number(new BigDecimal(time))),
                FrameChoice.PRINCIPAL_AXIS);
    }
}
