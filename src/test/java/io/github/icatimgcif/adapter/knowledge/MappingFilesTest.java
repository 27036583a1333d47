package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.complete.MappingRule;
import io.github.icatimgcif.conversion.complete.NamedConversion;
import io.github.icatimgcif.conversion.complete.PlausibleRange;
import io.github.icatimgcif.conversion.complete.Tolerance;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingFilesTest {

    private final Path folder;

    MappingFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aCategoryThatNothingWritesIsAMistake() throws IOException {
        Path mapping = Files.createDirectories(folder.resolve("mapping"));
        Files.writeString(
                mapping.resolve("exptl_crystal_grow.yaml"),
                "category: exptl_crystal_grow\nitems:\n  - {item: temp, unit: K, sources: [parameter:MX_growTemperature]}\n");

        assertThatThrownBy(() -> MappingFiles.read(FacilityFiles.onlyOf(folder)))
                .hasMessageContaining("exptl_crystal_grow.yaml")
                .hasMessageContaining(
                        "nothing writes the category 'exptl_crystal_grow': mapped are array_intensities, cell");
    }

    @Test
    void anItemHasUnitConversionToleranceAndSourcesInOrder() throws IOException {
        var rules = read("""
                category: diffrn_radiation
                items:
                  - item: beam_width
                    unit: um
                    convert: positiveNumber
                    range: 0.001 to 1e4
                    usual: 1 to 1000
                    tolerance: 0.01 mm
                    sources:
                      - nxmx:instrument/beam/incident_beam_size/0
                      - parameter:MX_beamSizeAtSampleX unit mm
                """);

        assertThat(rules).singleElement().isInstanceOfSatisfying(MappingRule.Value.class, rule -> {
            assertThat(rule.item()).hasToString("_diffrn_radiation.beam_width");
            assertThat(rule.selection().unit()).contains(Unit.MICROMETRE);
            assertThat(rule.selection().conversion()).isEqualTo(NamedConversion.POSITIVE_NUMBER);
            assertThat(rule.selection().range())
                    .contains(new PlausibleRange(new BigDecimal("0.001"), new BigDecimal("1e4")));
            assertThat(rule.selection().usual()).contains(new PlausibleRange(BigDecimal.ONE, new BigDecimal("1000")));
            assertThat(rule.selection().tolerance()).isEqualTo(new Tolerance.Absolute(BigDecimal.TEN));
            assertThat(rule.selection().sources().get(1).term())
                    .isEqualTo(SourceTerm.parameter("MX_beamSizeAtSampleX"));
            assertThat(rule.selection().sources().get(1).unit()).contains(Unit.MILLIMETRE);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    convert: sqrt                            | line 4: the conversion 'sqrt' is not known
                    unit: furlong                            | line 4: the unit 'furlong' is not known
                    convret: number                          | line 4: the key 'convret' is not known here
                    range: 0 - 100                           | line 4: '0 - 100' is no range: write 0.1 to 10
                    range: none to 10                        | line 4: 'none to 10' is no range
                    range: 10 to 1                           | line 4: a range goes from a lesser number to a greater one
                    tolerance: much                          | line 4: 'much' is no tolerance
                    tolerance: -5%                           | line 4: a tolerance is not negative
                    sources: [MX_flux]                       | line 4: not a source term: 'MX_flux'
                    sources: [ispyb:flux]                    | line 4: the vocabulary of 'ispyb:flux' is not known
                    sources: [parameter:MX_flux unit x]      | line 4: the unit 'x' is not known
                    sources: [parameter:MX_flux if MX]       | line 4: not a source
                    unit: um                                 | line 3: it has no sources
                    """)
    void aMistakeIsToldWithFileAndLine(String line, String message) {
        assertThatThrownBy(() ->
                        read("category: diffrn_radiation\nitems:\n  - item: beam_flux\n    " + line.strip() + "\n"))
                .isInstanceOf(MistakeInConfiguration.class)
                .hasMessageContaining("mapping/diffrn_radiation.yaml, " + message);
    }

    @Test
    void anItemIsMappedOnlyOnce() {
        assertThatThrownBy(() -> read("""
                                category: diffrn_radiation
                                items:
                                  - {item: type, sources: [parameter:A]}
                                  - {item: type, sources: [parameter:B]}
                                """))
                .hasMessageContaining("line 4: the item _diffrn_radiation.type is mapped twice");
    }

    @Test
    void aFileThatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("category: diffrn_radiation\nitems: [\n"))
                .isInstanceOf(MistakeInConfiguration.class)
                .hasMessageContaining("mapping/diffrn_radiation.yaml, line 3: no YAML");
    }

    @Test
    void aFileBesideTheServiceReplacesTheShippedOneAndLeavesTheOthers() throws IOException {
        Files.createDirectories(folder.resolve("mapping"));
        Files.writeString(
                folder.resolve("mapping/database.yaml"),
                "category: database\nitems:\n  - {item: dataset_doi, sources: [parameter:my_doi]}\n");

        var texts = FacilityFiles.of(folder).below("mapping");

        assertThat(texts.get("mapping/database.yaml")).contains("my_doi");
        assertThat(texts).containsKey("mapping/diffrn_radiation.yaml");
    }

    private List<MappingRule> read(String text) throws IOException {
        Files.createDirectories(folder.resolve("mapping"));
        Files.writeString(folder.resolve("mapping/diffrn_radiation.yaml"), text);
        return MappingFiles.read(FacilityFiles.onlyOf(folder));
    }
}
