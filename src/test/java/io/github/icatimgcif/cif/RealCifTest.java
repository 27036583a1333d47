package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Files that other people's programs wrote. */
final class RealCifTest {

    @Test
    void aFullCbfOfManyPanels() throws IOException {
        var blocks = read("data/raw/fullcbf_cspad/idx-20130301060858401.cbf", CifSelection.EVERYTHING);

        assertThat(blocks).extracting(DataBlock::name).containsExactly("CxiDs1.0:Cspad.0_2013-03-01T06:08Z58.401");
        assertThat(Texts.rows(blocks, "diffrn_detector_axis")).hasSize(104);
        assertThat(Texts.rows(blocks, "array_data"))
                .extracting(row ->
                        ((BinarySection) row.get(2)).field("X-Binary-Size").orElseThrow())
                .startsWith("425368", "436230")
                .hasSize(4);
    }

    @Test
    void aFullCbfOfAKappaGoniometer() throws IOException {
        String file = "data/raw/fullcbf_kappa/phi_scan_001.cbf";
        var blocks = read(file, CifSelection.only("axis", "diffrn_scan_axis", "array_data"));

        var axis = blocks.get(0).category("axis").orElseThrow();
        assertThat(Texts.rows(blocks, "axis")
                        .get(1)
                        .get(axis.indexOf("vector[1]"))
                        .asNumber())
                .contains(new BigDecimal("0.642787609687"));
        var data = blocks.get(0).category("array_data").orElseThrow();
        var row = data.rows().iterator().next();
        assertThat(row.get(data.indexOf("header_contents")).asText().orElseThrow())
                .startsWith("\n# Detector: PILATUS 300K, S/N 3-0104, Diamond\n")
                .contains("# Detector_2theta 20.0000 deg.\n");
        assertThat(((BinarySection) row.get(data.indexOf("data"))).field("X-Binary-Size-Padding"))
                .contains("4095");
        var upToPixels = read(file, CifSelection.EVERYTHING.until(CifSelection.Until.FIRST_BINARY_SECTION));
        var all = read(file, CifSelection.EVERYTHING);
        assertThat(upToPixels.get(0).categories())
                .extracting(Category::name, Category::objects)
                .isEqualTo(all.get(0).categories().stream()
                        .map(c -> org.assertj.core.groups.Tuple.tuple(c.name(), c.objects()))
                        .toList());
    }

    @Test
    void miniCbf() throws IOException {
        assertThat(Texts.rows(
                        read("data/raw/minicbf_no_geometry/LAOS3_05461.cbf", CifSelection.EVERYTHING), "array_data"))
                .hasSize(1);
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(SharedFolder.at("data/raw/minicbf_eiger16M/dlsnxs2cbf_therm_0001.cbf.gz")))) {
            assertThat(Texts.rows(new CifReader().read(in), "array_data")).hasSize(1);
        }
    }

    @Test
    void publishedGeometries() throws IOException {
        for (String file : List.of("beamline_geometries.cif", "laboratory_geometries.cif")) {
            for (DataBlock block : read("data/beamlines/" + file, CifSelection.EVERYTHING)) {
                for (List<CifValue> axis : block.category("axis").orElseThrow().rows()) {
                    assertThat(axis).as(file + " " + block.name()).hasSizeGreaterThan(4);
                }
            }
        }
    }

    @Test
    void theCasesOfTheJudge() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.at("data/checkimgcif_cases"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cif")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    assertThat(Texts.rows(new CifReader().read(in), "axis"))
                            .as(file.toString())
                            .hasSizeGreaterThan(6);
                }
            }
        }
        assertThat(Texts.rows(read("data/reference_outputs/P5P1_ref.cif", CifSelection.EVERYTHING), "diffrn_scan"))
                .hasSize(1);
    }

    /** Lists, tables, triple quotes, frames and examples with sections of binary data in texts. */
    @Test
    void theDictionaries() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.at("data/dictionaries"))) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    assertThat(new CifReader(new CifLimits(1 << 22, 1_000_000, 1 << 20))
                                    .read(in, CifSelection.only("dictionary")))
                            .as(file.toString())
                            .hasSize(1);
                }
            }
        }
    }

    private static List<DataBlock> read(String path, CifSelection selection) throws IOException {
        try (InputStream in = Files.newInputStream(SharedFolder.at(path))) {
            return new CifReader().read(in, selection);
        }
    }
}
